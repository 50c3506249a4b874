using Microsoft.Extensions.Options;

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
        services.TryAddClock();
        services.Configure<AddressOptions>(builder.Configuration.GetSection("Portfolio"));
        services.AddSingleton(provider => new PublicAddress(provider.GetRequiredService<IOptions<AddressOptions>>().Value));
        services.AddDescription();
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
        app.UseRouting();
    }

    private static void TryAddClock(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(TimeProvider)))
            services.AddSingleton(TimeProvider.System);
    }
}
