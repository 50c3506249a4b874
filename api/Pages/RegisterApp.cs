using Portfolio.Api.Access;

namespace Portfolio.Api.Pages;

/// <summary>What makes the register something on a phone's home screen that opens without a network.</summary>
internal static class RegisterApp
{
    public static void MapRegisterApp(this IEndpointRouteBuilder routes)
    {
        var app = routes.MapGroup("/").Public("The same for everybody: a script, and where a home screen leads.").ExcludeFromDescription();
        // At the top, because a worker can look after no more than what lies beside it.
        app.MapGet("/register-worker.js", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";
            return StaticFiles.Fresh("register-worker.js", http);
        });
        app.MapGet("/programmes/{programmeId:guid}/app.webmanifest", (Guid programmeId) => Results.Text($$"""
            {
              "id": "/programmes/{{programmeId}}/now", "start_url": "/programmes/{{programmeId}}/now", "scope": "/programmes/{{programmeId}}/",
              "name": "Portfolio", "short_name": "Register", "lang": "en-GB", "display": "standalone", "background_color": "#f0f4f5", "theme_color": "#005eb8",
              "icons": [{ "src": "{{StaticFiles.At("register-icon.svg")}}", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }]
            }
            """, "application/manifest+json"));
    }

    /// <summary>Everything that the browser kept of us is gone, the kept registers and their key among it.</summary>
    public static void Clear(HttpContext http) => http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
}
