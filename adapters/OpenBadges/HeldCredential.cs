using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>A credential as a host holds it, in either form.</summary>
internal sealed record HeldCredential(JsonElement Json, string? Jws)
{
    // The standard's text and its example name the member for JWS differently.
    private static readonly string[] ForJws = ["compactJwsString", "compactJwsStrings"];

    public string? Id => Json.Text("id") ?? Json.Text("jti");

    /// <summary>The record's version, which stands among its results; null in what is not ours.</summary>
    public int? Version => Json.Of("credentialSubject").Of("result").Items()
        .Where(result => result.Text("resultDescription")?.EndsWith("#version", StringComparison.Ordinal) == true)
        .Select(result => int.TryParse(result.Text("value"), out var version) ? version : (int?)null).FirstOrDefault();

    /// <summary>Everything on one page of a host's answer; null where it is no such answer.</summary>
    public static IReadOnlyList<HeldCredential>? Page(JsonElement? page) => page is { ValueKind: JsonValueKind.Object } there
        ?
        [
            .. there.Of("credential").Items().Select(credential => new HeldCredential(credential, null)),
            .. ForJws.SelectMany(name => there.Of(name).Items())
                .Where(jws => jws.ValueKind == JsonValueKind.String).Select(jws => OfJws(jws.GetString()!)),
        ]
        : null;

    /// <summary>Whether it is this very version, unchanged.</summary>
    public bool IsAsIssued(SignedRecord record) =>
        Jws is null ? record.Embedded is { } embedded && OpenBadgesMapping.Same(Json, embedded) : Jws == Encoding.ASCII.GetString(record.Jwt.Span);

    // What it says is read without its signature being checked: it is compared with what we signed ourselves.
    private static HeldCredential OfJws(string jws)
    {
        var payload = jws.Split('.') is [_, { Length: > 0 } part, _] && Base64Url.IsValid(part) ? Reading.Parse(Base64Url.DecodeFromChars(part)) : null;
        return new(payload ?? default, jws);
    }
}
