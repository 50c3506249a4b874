using Microsoft.AspNetCore.Antiforgery;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>
/// What a browser sends by itself proves nothing: a request that changes something and is signed in by cookie also carries a token that only a page of ours
/// could have given it, in its form or in the header. Pages ask for it always; this asks for it everywhere else.
/// </summary>
internal static class FormTokens
{
    public const string CookieName = "__Host-portfolio-form", HeaderName = "X-Portfolio-Form";

    public static void AddFormTokens(this IServiceCollection services)
    {
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, BoundToSession>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie = new AlwaysSecure { Name = CookieName, HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
            forms.HeaderName = HeaderName;
            forms.FormFieldName = "form-token";
        });
    }

    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        var safe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        if (safe || PageManners.IsPage(http) || BrowserSessions.Of(http) is null || http.User.Identity?.IsAuthenticated is not true
            || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            await next(http);
        else
            await Problems.FormTokenNeeded.Write(http);
    }

    /// <summary>A new session has new tokens: those of the pages before it are worth nothing in it.</summary>
    public static void Renew(HttpContext http) =>
        http.Response.Cookies.Delete(CookieName, Frames.Asks(http) ? Frames.Cookie() : new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });

    // A browser at this computer takes a Secure cookie over plain http, which the framework's own check does not know.
    private sealed class AlwaysSecure : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var cookie = base.Build(context, expiresFrom);
            cookie.Secure = true;
            return Frames.Asks(context) || BrowserSessions.IsFramed(context) ? Frames.InFrame(cookie) : cookie;
        }
    }

    /// <summary>A token given to one session is worth nothing in another one, of the same person's either.</summary>
    private sealed class BoundToSession : IAntiforgeryAdditionalDataProvider
    {
        public string GetAdditionalData(HttpContext context) => Session(context);

        public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == Session(context);

        private static string Session(HttpContext http) => BrowserSessions.Of(http) is { } hash ? Convert.ToBase64String(hash.AsSpan(0, 12)) : "";
    }
}
