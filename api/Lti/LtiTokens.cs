using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portfolio.Api.Access;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;

namespace Portfolio.Api.Lti;

/// <summary>Checks the token of a launch (LTI 1.3, security framework 5.1.3). Whatever is not understood is refused, by a code for the log.</summary>
internal sealed class LtiTokens(FetchedKeys keys)
{
    public const int Longest = 32 * 1024;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest, MapInboundClaims = false };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public async Task<(LtiMessage? Message, string? Fault)> Read(string text, LtiRegistration registration, string nonce, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = ProviderTokens.Read(text);
        if (read.Token is not { } token)
            return (null, read.WhyNot);
        if (!KeySet.Algorithms.Contains(token.Alg))
            return (null, "algorithm");
        if (token.Kid is not { Length: > 0 } kid)
            return (null, "key-not-named");
        if (token.Issuer != registration.Issuer)
            return (null, "issuer");
        var published = await keys.Find(registration.KeysUrl, kid, cancellation);
        var named = published.Where(key => key.Kid == kid).ToList<SecurityKey>();
        if (named.Count == 0)
            return (null, published.Count == 0 ? "keys-not-to-be-had" : "key-unknown");
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = registration.Issuer, ValidAudience = registration.ClientId, ValidAlgorithms = KeySet.Algorithms,
            IssuerSigningKeyResolver = (_, _, _, _) => named, TryAllIssuerSigningKeys = false, RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => ProviderTokens.IsInTime(from, until, now.UtcDateTime),
        });
        if (!result.IsValid)
            return (null, ProviderTokens.Reason(result.Exception));
        try
        {
            using var claims = JsonDocument.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(token.EncodedPayload)), Strict);
            return WhyNot(claims.RootElement, token, registration, nonce, now) is { } fault ? (null, fault) : LtiMessage.Read(claims.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return (null, "unreadable");
        }
    }

    private static string? WhyNot(JsonElement claims, JsonWebToken token, LtiRegistration registration, string nonce, DateTimeOffset now)
    {
        var party = claims.TryGetProperty("azp", out var azp) ? azp.GetString() : null;
        return
            // Meant for several, it must say for which of them it was made.
            token.Audiences.Count() > 1 && party is null ? "authorised-party"
            : party is not null && party != registration.ClientId ? "authorised-party"
            : !claims.TryGetProperty("iat", out var made) || !made.TryGetInt64(out var seconds) || seconds > (now + ProviderTokens.Skew).ToUnixTimeSeconds() ? "made-when"
            : !claims.TryGetProperty("nonce", out var answered) || answered.GetString() != nonce ? "nonce"
            : null;
    }
}
