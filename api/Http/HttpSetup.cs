using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portfolio.Api.Http;

/// <summary>HTTP's manners: strict JSON, limits, one shape for every refusal.</summary>
internal static class HttpSetup
{
    private const long LargestBody = 1 << 20;

    /// <summary>Whoever sets a cookie: it goes over https alone, no script reads it, and no other site sends it along with what it posts, but for a frame's own.</summary>
    internal static CookiePolicyOptions Cookies { get; } = new()
    {
        HttpOnly = HttpOnlyPolicy.Always, Secure = CookieSecurePolicy.Always, MinimumSameSitePolicy = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
        OnAppendCookie = kept => Frames.Keep(kept.CookieOptions), OnDeleteCookie = gone => Frames.Keep(gone.CookieOptions),
    };

    public static void AddHttp(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json => Json.With(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddValidation();
        services.AddSingleton<IProblemDetailsWriter, Restated>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Refusals>();
        services.AddDescription();
        services.AddLimits(builder.Configuration);
        services.Configure<TelemetryOptions>(builder.Configuration.GetSection("Portfolio:Telemetry"));
        services.AddHostedService<Telemetry>();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            Limit(server.Limits);
        });
        services.Configure<FormOptions>(form =>
        {
            (form.ValueCountLimit, form.KeyLengthLimit, form.ValueLengthLimit) = (2000, 256, 64 * 1024);
            (form.BufferBodyLengthLimit, form.MultipartBodyLengthLimit, form.MultipartHeadersCountLimit) = (LargestBody, LargestBody, 8);
        });
    }

    // Whoever sends little by little holds a connection, and nothing else: it is closed.
    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = LargestBody;
        (limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize, limits.MaxRequestHeaderCount) = (8 * 1024, 16 * 1024, 64);
        (limits.RequestHeadersTimeout, limits.KeepAliveTimeout) = (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60));
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        (limits.MaxConcurrentConnections, limits.MaxConcurrentUpgradedConnections) = (10_000, 0);
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<WebManners>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Restated.Empty(context.HttpContext));
        app.UseCookiePolicy(Cookies);
        app.UseDescriptionPage();
        app.UseRouting();
        app.Use((http, next) => IsJsonOfAnotherCharset(http) ? Problems.UnsupportedMediaType.Write(http) : next(http));
    }

    // JSON is UTF-8 (RFC 8259, section 8.1); another charset would be read by a guess, or not at all. What is taken as bytes is judged as bytes.
    private static bool IsJsonOfAnotherCharset(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        && http.Request.HasJsonContentType() && MediaTypeHeaderValue.Parse(http.Request.ContentType).Charset is { HasValue: true } charset
        && !HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The clock and the public address: what the stages need of the ground whether or not anything is served.</summary>
    public static void AddGround(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<AddressOptions>(configuration.GetSection("Portfolio"));
        services.AddSingleton(provider => new PublicAddress(provider.GetRequiredService<IOptions<AddressOptions>>().Value, configuration["urls"]));
        services.Configure<OutboundOptions>(configuration.GetSection("Portfolio:Outbound"));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OutboundOptions>>().Value.Checked(provider.GetRequiredService<PublicAddress>()));
    }
}
