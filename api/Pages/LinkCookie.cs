using Portfolio.Api.Access;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>What a device keeps to be known again, one cookie for each programme.</summary>
internal static class LinkCookie
{
    public static string? Of(HttpContext http, string secret) =>
        LinkSecret.Read(secret) is { } link ? http.Request.Cookies[Name(link.Programme)] : null;

    public static string? Of(HttpContext http, Guid programme) => http.Request.Cookies[Name(programme)];

    public static void Keep(HttpContext http, Guid programme, string device) => http.Response.Cookies.Append(Name(programme), device, Options(LinkedDevices.Lasts));

    public static void Forget(HttpContext http, Guid programme) => http.Response.Cookies.Delete(Name(programme), Options(null));

    private static string Name(Guid programme) => $"__Host-portfolio-device-{programme:N}";

    private static CookieOptions Options(TimeSpan? lasts) =>
        new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lasts };
}

/// <summary>What to call a browser, so that its owner knows it in a list: "Firefox on Android".</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "a Mac"), ("Linux", "Linux")];

    public static string Of(string userAgent) => $"{Named(Browsers, userAgent, "A browser")} on {Named(Systems, userAgent, "a device")}";

    private static string Named((string Mark, string Name)[] known, string userAgent, string otherwise) =>
        known.FirstOrDefault(of => userAgent.Contains(of.Mark, StringComparison.Ordinal)).Name ?? otherwise;
}
