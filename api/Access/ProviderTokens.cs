using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Portfolio.Api.Access;

/// <summary>A provider's account: the pair that never changes and is never given to somebody else (OpenID Connect Core, section 5.7).</summary>
internal sealed record ProviderAccount(string Issuer, string Subject);

/// <summary>What a token must be, besides well signed and in time.</summary>
/// <param name="Audience">The only one it is for: what is for others as well could be used here by them.</param>
/// <param name="Type">The `typ` it must have; none where any will do.</param>
/// <param name="Nonce">What it must answer, where it is an id_token: those also say when they were made.</param>
internal sealed record TokenRules(string Audience, string? Type, string? Nonce = null);

/// <summary>A token that was read and not yet believed, a token's account, or a code for the log that says why not.</summary>
internal sealed record TokenAnswer(JsonWebToken? Token, ProviderAccount? Account, string? WhyNot)
{
    public static TokenAnswer No(string why) => new(null, null, why);
}

/// <summary>Checks the tokens of providers, bearer tokens and id_tokens alike. Whatever is not understood is refused.</summary>
internal static class ProviderTokens
{
    /// <summary>How far two clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(300);

    private const int Longest = 32 * 1024;
    private const int LongestSubject = 255;
    private const int LeastRsaBits = 2048;

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    // Each would have the token say how it is to be checked, or be something else than claims that are signed.
    private static readonly string[] NotTaken = ["crit", "jku", "x5u", "jwk", "cty", "zip", "enc", "b64"];

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest, MapInboundClaims = false };

    /// <summary>Media types are compared without regard to case, and `application/` may be left out (RFC 7515, section 4.1.9).</summary>
    public static bool IsType(string? type, string wanted) => Short(type).Equals(Short(wanted), StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes it apart, believing nothing.</summary>
    public static TokenAnswer Read(string text)
    {
        if (text.Length > Longest)
            return TokenAnswer.No("too-long");
        if (text.Count(letter => letter == '.') != 2)
            return TokenAnswer.No("not-a-signed-jwt");
        try
        {
            var token = new JsonWebToken(text);
            return !Algorithms.Contains(token.Alg, StringComparer.Ordinal) ? TokenAnswer.No("algorithm")
                : NotTaken.Any(name => token.TryGetHeaderValue<object>(name, out _)) ? TokenAnswer.No("header")
                : token.Issuer is not { Length: > 0 } ? TokenAnswer.No("no-issuer")
                : new(token, null, null);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or JsonException or FormatException or InvalidOperationException)
        {
            return TokenAnswer.No("unreadable");
        }
    }

    /// <exception cref="ProviderUnavailableException">Its keys cannot be had.</exception>
    public static async Task<TokenAnswer> Check(Provider provider, JsonWebToken token, TokenRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        if (rules.Type is { } type && !IsType(token.Typ, type))
            return TokenAnswer.No("type");
        var told = await provider.Metadata.Get(cancellation);
        var keys = KeysFor(token, told);
        if (keys.Count == 0)
            keys = KeysFor(token, told = await provider.Metadata.After(told, cancellation));
        if (keys.Count == 0)
            return TokenAnswer.No("key-unknown");
        var result = await Handler.ValidateTokenAsync(token, Parameters(told, keys, rules, now));
        return result.IsValid ? Claims(token, told.Issuer, rules, now) : TokenAnswer.No(Reason(result.Exception));
    }

    private static TokenValidationParameters Parameters(OpenIdConnectConfiguration told, IReadOnlyList<SecurityKey> keys, TokenRules rules, DateTimeOffset now) => new()
    {
        ValidIssuer = told.Issuer,
        ValidAudience = rules.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeyResolver = (_, _, _, _) => keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => IsInTime(from, until, now.UtcDateTime),
    };

    // A token without an end would be good for ever.
    public static bool IsInTime(DateTime? from, DateTime? until, DateTime now) => until is { } end && now - Skew < end && (from is null || now + Skew >= from);

    // A provider with one key need not name it; with several, a token without a name is nobody's.
    private static List<SecurityKey> KeysFor(JsonWebToken token, OpenIdConnectConfiguration told)
    {
        var usable = told.SigningKeys.Where(key => key is AsymmetricSecurityKey && (key.KeySize >= LeastRsaBits || key is ECDsaSecurityKey)).ToList();
        return token.Kid is { Length: > 0 } kid ? usable.FindAll(key => key.KeyId == kid)
            : usable.Select(key => key.KeyId).Distinct().Count() == 1 ? usable
            : [];
    }

    private static TokenAnswer Claims(JsonWebToken token, string issuer, TokenRules rules, DateTimeOffset now)
    {
        if (token.Audiences.Count() != 1)
            return TokenAnswer.No("audience");
        if (!token.TryGetPayloadValue<string>("sub", out var subject) || subject is not { Length: > 0 and <= LongestSubject })
            return TokenAnswer.No("no-subject");
        if (rules.Nonce is { } nonce)
        {
            if (!token.TryGetPayloadValue<long>("iat", out var made) || made > (now + Skew).ToUnixTimeSeconds())
                return TokenAnswer.No("made-when");
            if (token.TryGetPayloadValue<string>("azp", out var party) && party != rules.Audience)
                return TokenAnswer.No("authorised-party");
            if (!token.TryGetPayloadValue<string>("nonce", out var answered) || answered != nonce)
                return TokenAnswer.No("nonce");
        }
        return new(token, new(issuer, subject), null);
    }

    public static string Reason(Exception? why) => why switch
    {
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidLifetimeException => "not-in-time",
        SecurityTokenInvalidAlgorithmException => "algorithm",
        SecurityTokenInvalidSignatureException => "signature",
        _ => "not-valid",
    };

    private static string Short(string? type) => type is null ? "" : type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) ? type["application/".Length..] : type;
}
