namespace Portfolio.Api.Http;

/// <summary>`ETag` and `If-Match` on what changes: a number the caller saw.</summary>
internal static class Versions
{
    public static void Tag(this HttpContext http, int version) => http.Response.Headers.ETag = $"\"{version}\"";

    public static Answer<Seen> SeenVersion(this HttpContext http) =>
        http.Request.Headers.IfMatch.ToString() switch
        {
            "" => Problems.VersionNeeded,
            ['"', .. var number, '"'] when int.TryParse(number, out var version) => new Seen(version),
            _ => Problems.VersionStale,
        };
}

internal sealed record Seen(int Version);
