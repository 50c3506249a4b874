using System.Security.Cryptography;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// Keys as JSON Web Keys and as Multikeys of a DID document.
internal static class KeyDocuments
{
    public static RecordKey? FromJwk(JsonElement jwk)
    {
        if (jwk.Text("kid") is not { Length: > 0 } id)
            return null;
        var key = new RecordKey(id, Seconds(jwk, "nbf"), Seconds(jwk, "exp"), Whole(jwk, "lost_from"));
        return jwk.Text("kty") switch
        {
            "RSA" when Bytes(jwk, "n") is { } modulus && Bytes(jwk, "e") is { } exponent =>
                key with { Rsa = new RSAParameters { Modulus = modulus, Exponent = exponent } },
            "OKP" when jwk.Text("crv") == "Ed25519" && Bytes(jwk, "x") is { Length: Records.Ed25519.KeyBytes } x => key with { Ed25519 = x },
            _ => null,
        };
    }

    public static IEnumerable<RecordKey> FromDid(JsonElement document)
    {
        var asserting = document.Items("assertionMethod").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()).ToHashSet();
        foreach (var method in document.Items("verificationMethod"))
        {
            if (method.Text("id") is { } id && asserting.Contains(id) && method.Text("type") == "Multikey"
                && method.Text("controller") is { } controller && controller == document.Text("id")
                && id.StartsWith($"{controller}#", StringComparison.Ordinal)
                && DidKey.TryReadMultikey(method.Text("publicKeyMultibase"), out var key))
                yield return new RecordKey(id) { Ed25519 = key };
        }
    }

    public static bool Same(RSAParameters? one, RSAParameters? other) =>
        (one, other) is (null, null)
        || (one is { } a && other is { } b && a.Modulus.AsSpan().SequenceEqual(b.Modulus) && a.Exponent.AsSpan().SequenceEqual(b.Exponent));

    public static void WriteJwk(JsonText json, RecordKey key)
    {
        json.Open().Text("kid", key.Id);
        if (key.Rsa is { Modulus: { } modulus, Exponent: { } exponent })
            json.Text("kty", "RSA").Text("use", "sig").Text("alg", "RS256").Text("n", Base64Url.Encode(modulus)).Text("e", Base64Url.Encode(exponent));
        else
            json.Text("kty", "OKP").Text("crv", "Ed25519").Text("use", "sig").Text("alg", "EdDSA").Text("x", Base64Url.Encode(key.Ed25519.Span));
        if (key.ValidFrom is { } from)
            json.Number("nbf", from.ToUnixTimeSeconds());
        if (key.ValidUntil is { } until)
            json.Number("exp", until.ToUnixTimeSeconds());
        if (key.LostFrom is { } lost)
            json.Number("lost_from", lost);
        json.Close();
    }

    private static byte[]? Bytes(JsonElement jwk, string name) =>
        jwk.Text(name) is { Length: > 0 } text && Base64Url.TryDecode(text, out var bytes) ? bytes : null;

    private static long? Whole(JsonElement jwk, string name) =>
        jwk.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var whole) ? whole : null;

    private static DateTimeOffset? Seconds(JsonElement jwk, string name) =>
        Whole(jwk, name) is { } seconds and >= 0 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
