using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portfolio.Api.Http;

/// <summary>HTTP's manners: strict JSON, limits, one shape for every refusal.</summary>
internal static class HttpSetup
{
    private const long LargestBody = 1 << 20;

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
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Restated.Empty(context.HttpContext));
        app.Use(async (http, next) =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            await next(http);
        });
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
