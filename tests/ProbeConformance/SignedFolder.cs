using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Conformance;

namespace Portfolio.ProbeConformance;

/// <summary>The made-up portfolio of the probe: it keeps files by their names, for whoever has its token. The suite starts it, and makes it go wrong.</summary>
public sealed class SignedFolder : PlatformDouble
{
    public const string Token = "token-of-the-folder";

    private readonly ConcurrentDictionary<string, byte[]> files = new();

    /// <summary>What somebody who opens the folder sees: which record, in which version. That stands in the file itself.</summary>
    public override IReadOnlyList<Shown> Shown => [.. files.Select(file => new Shown(Guid.Parse(Path.GetFileNameWithoutExtension(file.Key)), VersionOf(file.Value)))];

    public override IEnumerable<string> Secrets => [Token];

    // A success says all there is to say of a file.
    public override bool AnyAnswerIsYes => true;

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/files/", ["HEAD"], (HttpContext http) => May(http) ?? Results.NoContent());
        routes.MapPut("/files/{name}", async (HttpContext http, string name) => May(http) ?? await Put(http, name));
        routes.MapDelete("/files/{name}", (HttpContext http, string name) => May(http) ?? (files.TryRemove(name, out _) ? Results.NoContent() : Results.NotFound()));
    }

    private async Task<IResult> Put(HttpContext http, string name)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content).ConfigureAwait(false);
        files[name] = content.ToArray();
        return Results.NoContent();
    }

    private static IResult? May(HttpContext http) => http.Request.Headers.Authorization == "Bearer " + Token ? null : Results.Unauthorized();

    private static int VersionOf(byte[] jwt)
    {
        using var record = JsonDocument.Parse(Base64Url.DecodeFromChars(Encoding.ASCII.GetString(jwt).Split('.')[1]));
        var version = record.RootElement.GetProperty("credentialSubject").GetProperty("result").EnumerateArray()
            .Single(result => result.GetProperty("resultDescription").GetString()!.EndsWith("#version", StringComparison.Ordinal));
        return int.Parse(version.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
    }
}
