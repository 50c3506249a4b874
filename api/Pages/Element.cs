using System.Security.Cryptography;
using Portfolio.Api.Access;

namespace Portfolio.Api.Pages;

/// <summary>
/// The script behind &lt;cbd-group-progress&gt;. At its steady address stands the newest of its kind; under a version stand the same bytes for ever, so that a page can
/// name their digest. A changed script is a new version beside the ones that were served.
/// </summary>
internal static class Element
{
    private const string File = "cbd-group-progress.js";

    public const string Version = "1.0";

    /// <summary>Where the newest stands.</summary>
    public const string Steady = "embed/" + File;

    /// <summary>Where this version stands for ever.</summary>
    public const string Kept = "embed/" + Version + "/" + File;

    public static string Integrity { get; } = "sha384-" + Convert.ToBase64String(SHA384.HashData(StaticFiles.Bytes(File)));

    public static void MapElement(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/").Public("The element's script, the same for everybody.").ExcludeFromDescription();
        pages.MapGet("/" + Steady, (HttpContext http) => Answer(http, "public, max-age=300"));
        pages.MapGet("/" + Kept, (HttpContext http) => Answer(http, "public, max-age=31536000, immutable"));
    }

    private static IResult Answer(HttpContext http, string cacheControl)
    {
        (http.Response.Headers.AccessControlAllowOrigin, http.Response.Headers["Cross-Origin-Resource-Policy"]) = ("*", "cross-origin");
        return StaticFiles.Of(File, http, cacheControl);
    }
}
