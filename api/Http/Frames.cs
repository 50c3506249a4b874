namespace Portfolio.Api.Http;

/// <summary>
/// Pages inside another site's page. A browser keeps that site's cookies and ours apart there, so what stands in a frame has cookies of its own (CHIPS: <c>Partitioned</c>),
/// which are sent in a frame of that very site and nowhere else.
/// </summary>
internal static class Frames
{
    private const string Ancestors = "portfolio.frame-ancestors", Partitioned = "Partitioned";

    /// <summary>Whether the browser says that it asks for a frame; no script can say so in its place.</summary>
    public static bool Asks(HttpContext http) => http.Request.Headers["Sec-Fetch-Dest"].ToString() is "iframe" or "frame";

    /// <summary>Whether the browser says that it asks for a window of its own.</summary>
    public static bool AsksForWindow(HttpContext http) => http.Request.Headers["Sec-Fetch-Dest"].ToString() is "document";

    public static CookieOptions Cookie(TimeSpan? lasts = null) => InFrame(new CookieOptions { Secure = true, HttpOnly = true, Path = "/", IsEssential = true, MaxAge = lasts });

    public static CookieOptions InFrame(CookieOptions cookie)
    {
        cookie.SameSite = SameSiteMode.None;
        if (!cookie.Extensions.Contains(Partitioned))
            cookie.Extensions.Add(Partitioned);
        return cookie;
    }

    /// <summary>The one kind of cookie that another site's page may have sent: it is of that site's frames alone.</summary>
    public static void Keep(CookieOptions cookie)
    {
        if (cookie.Extensions.Contains(Partitioned))
            cookie.SameSite = SameSiteMode.None;
    }

    /// <summary>Lets these origins, and no others, show this answer in a frame.</summary>
    public static void MayBeFramedBy(this HttpContext http, IEnumerable<string> origins)
    {
        http.Items[Ancestors] = string.Join(' ', origins.Distinct());
        // Older than the policy, and without a way to name another site.
        http.Response.OnStarting(() => Task.FromResult(http.Response.Headers.Remove("X-Frame-Options")));
    }

    public static string AncestorsOf(HttpContext http) => http.Items[Ancestors] is string { Length: > 0 } origins ? origins : "'none'";
}
