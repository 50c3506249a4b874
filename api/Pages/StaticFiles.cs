using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Http;

namespace Portfolio.Api.Pages;

/// <summary>
/// The pages' style and scripts, embedded in the program. Under <see cref="At"/> they are kept for ever, since a change of any of them changes the address of all;
/// under `/static/site.css` they are asked for again each time. Only they are compressed: a page that holds a form's secret beside what somebody typed is not.
/// </summary>
internal static class StaticFiles
{
    private const string Prefix = "Static/";

    private static readonly SortedDictionary<string, StaticFile> Files = new(typeof(StaticFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], name => new StaticFile(name[Prefix.Length..], Read(name))), StringComparer.Ordinal);

    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData([.. Files.Values.SelectMany(file => SHA256.HashData(file.Bytes))]))[..16];

    /// <summary>Where a page finds a file of this program.</summary>
    public static string At(string file) => Files.ContainsKey(file) ? $"/static/{Version}/{file}" : throw new ArgumentException($"There is no {file} among the static files.", nameof(file));

    public static void MapStaticFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/static").Public("Style and scripts of the pages, the same for everybody.").ExcludeFromDescription();
        files.MapGet("/{file}", (string file, HttpContext http) => Of(file, http, "public, no-cache"));
        files.MapGet("/{version}/{file}", (string version, string file, HttpContext http) =>
            Of(file, http, version == Version ? "public, max-age=31536000, immutable" : "public, no-cache"));
    }

    /// <summary>A file under an address of its own, asked for again each time.</summary>
    public static IResult Fresh(string file, HttpContext http) => Of(file, http, "public, no-cache");

    /// <summary>A file as it is embedded.</summary>
    public static byte[] Bytes(string file) => Files[file].Bytes;

    /// <summary>A file under an address of its own.</summary>
    public static IResult Of(string name, HttpContext http, string cacheControl)
    {
        if (!Files.TryGetValue(name, out var file))
            return Problems.NotFound.ToResult();
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var encodings = http.Request.GetTypedHeaders().AcceptEncoding;
        if (!encodings.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0))
            return Tagged.Answer(http, file.Bytes, file.Type, cacheControl);
        http.Response.Headers.ContentEncoding = "br";
        return Tagged.Answer(http, file.Compressed, file.Type, cacheControl);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(StaticFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class StaticFile(string name, byte[] bytes)
    {
        private readonly Lazy<byte[]> compressed = new(() => Compress(bytes));

        public byte[] Bytes => bytes;

        public byte[] Compressed => compressed.Value;

        public string Type { get; } = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", ".svg" => "image/svg+xml", _ => "application/octet-stream",
        };

        private static byte[] Compress(byte[] bytes)
        {
            using var into = new MemoryStream();
            using (var brotli = new BrotliStream(into, CompressionLevel.Optimal))
                brotli.Write(bytes);
            return into.ToArray();
        }
    }
}
