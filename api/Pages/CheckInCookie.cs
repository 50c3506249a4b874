namespace Portfolio.Api.Pages;

/// <summary>What a browser keeps, for minutes, of a code that was right: so that nobody has to scan it again after signing in.</summary>
internal static class CheckInCookie
{
    public static string? Of(HttpContext http, Guid programme) => http.Request.Cookies[Name(programme)];

    public static void Keep(HttpContext http, Guid programme, string note) => http.Response.Cookies.Append(Name(programme), note, Options());

    public static void Forget(HttpContext http, Guid programme) => http.Response.Cookies.Delete(Name(programme), Options());

    private static string Name(Guid programme) => $"__Host-portfolio-check-in-{programme:N}";

    private static CookieOptions Options() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
