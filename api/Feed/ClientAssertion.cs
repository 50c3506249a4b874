using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Portfolio.Api.Deliveries;

namespace Portfolio.Api.Feed;

/// <summary>What a platform signed to prove itself (RFC 7523, section 3): read, and judged but for its signature.</summary>
internal sealed record ClientAssertion(
    string Jwt, string KeyId, string Issuer, string Subject, string? Audience, string? Id, DateTimeOffset Expires, DateTimeOffset? NotBefore, DateTimeOffset? IssuedAt)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private const int Longest = 8 * 1024;
    private static readonly TimeSpan LastsAtMost = TimeSpan.FromMinutes(5);

    /// <summary>By how much the clocks of two computers may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Headers that say where the key is: the key is the platform's, and it is known. And what must be understood, and is not.</summary>
    private static readonly string[] Forbidden = ["jwk", "jku", "x5c", "x5u", "crit", "b64", "zip"];

    public byte[] IdHash => SHA256.HashData(Encoding.UTF8.GetBytes(Id!));

    /// <returns>The assertion, or the code of what is wrong with it.</returns>
    public static (ClientAssertion? Assertion, string? Fault) Read(string jwt)
    {
        if (jwt.Length > Longest)
            return (null, "assertion-too-long");
        try
        {
            var parts = jwt.Split('.');
            if (parts.Length != 3)
                return (null, "assertion-malformed");
            using var header = Parse(parts[0]);
            using var claims = Parse(parts[1]);
            if (WhyNot(header.RootElement) is { } fault)
                return (null, fault);
            var claim = claims.RootElement;
            return Text(claim, "iss") is { } issuer && Text(claim, "sub") is { } subject && Time(claim, "exp") is { } expires
                ? (new(jwt, Text(header.RootElement, "kid")!, issuer, subject, Audiences(claim), Text(claim, "jti"), expires, Time(claim, "nbf"), Time(claim, "iat")), null)
                : (null, "assertion-incomplete");
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return (null, "assertion-malformed");
        }
    }

    /// <returns>The code of what is wrong with it, or nothing.</returns>
    public string? WhyNot(string clientId, IReadOnlyList<string> audiences, DateTimeOffset now) => this switch
    {
        _ when Issuer != clientId => "assertion-issuer",
        _ when Subject != clientId => "assertion-subject",
        _ when Audience is null || !audiences.Contains(Audience) => "assertion-audience",
        _ when Id is not { Length: > 0 and <= 200 } => "assertion-without-id",
        _ when now - Expires > Skew => "assertion-expired",
        _ when Expires - now > LastsAtMost => "assertion-lasts-too-long",
        _ when NotBefore - now > Skew => "assertion-not-yet-valid",
        _ when IssuedAt - now > Skew => "assertion-from-the-future",
        _ => null,
    };

    private static string? WhyNot(JsonElement header) => header switch
    {
        _ when Text(header, "alg") is not { } algorithm || !KeySet.Algorithms.Contains(algorithm) => "assertion-algorithm",
        _ when Forbidden.Any(name => header.TryGetProperty(name, out _)) => "assertion-header",
        _ when Text(header, "typ")?.ToUpperInvariant() is not (null or "JWT" or "CLIENT-AUTHENTICATION+JWT") => "assertion-type",
        _ when Text(header, "kid") is null or "" => "assertion-without-key-id",
        _ => null,
    };

    // Meant for two, it could have come from the other.
    private static string? Audiences(JsonElement claims) => claims.TryGetProperty("aud", out var audience) && audience.ValueKind == JsonValueKind.Array
        ? audience.GetArrayLength() == 1 ? audience[0].GetString() : null
        : Text(claims, "aud");

    private static JsonDocument Parse(string part) => JsonDocument.Parse(Utf8.GetString(Base64Url.DecodeFromChars(part)), Strict);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()) : null;
}
