using Portfolio.Api.Access;
using Portfolio.Api.Http;

namespace Portfolio.Api.Pages;

/// <summary>The pages' own style and scripts, embedded in the program: `/static/site.css`.</summary>
internal static class StaticFiles
{
    private const string Prefix = "Static/";

    private static readonly Dictionary<string, byte[]> Files = typeof(StaticFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], Read);

    public static void MapStaticFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/static").Public("Style and scripts of the pages, the same for everybody.").ExcludeFromDescription().MapGet("/{file}", Answer);

    private static IResult Answer(string file, HttpContext http) => Files.TryGetValue(file, out var bytes)
        ? Tagged.Answer(http, bytes, file.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", "public, no-cache")
        : Problems.NotFound.ToResult();

    private static byte[] Read(string name)
    {
        using var stream = typeof(StaticFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
