using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Portfolio.Api.Deliveries;

/// <summary>The public keys of a platform: a JWK Set (RFC 7517), of which only what is needed is kept.</summary>
internal static class KeySet
{
    private const int Most = 20;
    private const int FewestBits = 2048, MostBits = 8192;

    /// <summary>What a platform may sign with. Symmetric ones and none are not here, so a public key is never taken for a secret.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["RS256", "PS256", "ES256"];

    /// <summary>The keys of a set that was handed in, which is taken as a whole or not at all.</summary>
    public static (IReadOnlyList<JsonWebKey> Keys, string? Fault) Read(string json)
    {
        if (Parsed(json) is not { } keys)
            return ([], "Send a JWK Set: an object with a list of keys.");
        if (keys.Count > Most)
            return ([], $"Send at most {Most} keys.");
        if (keys.Select(WhyNot).FirstOrDefault(fault => fault is not null) is { } why)
            return ([], why);
        return keys.Select(key => key.Kid).Distinct().Count() == keys.Count ? (keys, null) : ([], "Give each key a kid of its own.");
    }

    /// <summary>The keys of a set that was fetched: those that cannot be used are somebody else's business.</summary>
    public static IReadOnlyList<JsonWebKey> Usable(string json) => [.. (Parsed(json) ?? []).Where(key => WhyNot(key) is null).Take(Most)];

    public static string Written(IEnumerable<JsonWebKey> keys) => new JsonObject
    {
        ["keys"] = new JsonArray([.. keys.Select(key => JsonSerializer.SerializeToNode(new SortedDictionary<string, string>(Members(key), StringComparer.Ordinal)))]),
    }.ToJsonString();

    private static Dictionary<string, string> Members(JsonWebKey key) => key.Kty == "RSA"
        ? new() { ["kty"] = key.Kty, ["kid"] = key.Kid, ["n"] = key.N, ["e"] = key.E }
        : new() { ["kty"] = key.Kty, ["kid"] = key.Kid, ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y };

    private static List<JsonWebKey>? Parsed(string json)
    {
        try
        {
            // The library passes over what is no key at all.
            return JsonNode.Parse(json, documentOptions: new() { MaxDepth = 8, AllowDuplicateProperties = false })?["keys"] is JsonArray keys && keys.All(key => key is JsonObject)
                ? [.. JsonWebKeySet.Create(json).Keys] : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string? WhyNot(JsonWebKey key) => key switch
    {
        { Kid: null or "" or { Length: > 200 } } => "Give each key a kid of at most 200 characters.",
        { D: not null } or { K: not null } or { P: not null } => "Send public keys alone: this one is secret, so use it no more.",
        { Use: not (null or "sig") } => "Send keys for signing alone.",
        { Alg: not null } when !Algorithms.Contains(key.Alg) => $"Send keys for {string.Join(", ", Algorithms)}.",
        { Kty: "RSA" } => IsRight(() => RSA.Create(new RSAParameters { Modulus = Bytes(key.N), Exponent = Bytes(key.E) })) ? null : $"An RSA key has {FewestBits} to {MostBits} bits, a modulus and an exponent.",
        { Kty: "EC", Crv: "P-256" } => IsRight(() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key.X), Y = Bytes(key.Y) } }))
            ? null : "A key on P-256 has an x and a y, which are a point of it.",
        _ => "Send RSA keys, or EC keys on P-256.",
    };

    private static bool IsRight(Func<AsymmetricAlgorithm> import)
    {
        try
        {
            using var key = import();
            return key is ECDsa || key.KeySize is >= FewestBits and <= MostBits;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static byte[] Bytes(string? text) => Base64UrlEncoder.DecodeBytes(text ?? "") is { Length: > 0 } bytes ? bytes : throw new FormatException("There is nothing in it.");
}
