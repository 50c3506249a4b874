using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Tests.Access;

/// <summary>The id_token that a provider signs is believed only where everything in it is right.</summary>
public sealed class IdTokenTests(ProviderHost provided) : IClassFixture<ProviderHost>, IDisposable
{
    private readonly OidcBrowser browser = new(provided.Host.Address);

    private ProviderDouble One => provided.One;

    public void Dispose()
    {
        (One.Tamper, One.Forge) = (_ => { }, null);
        browser.Dispose();
    }

    public static TheoryData<string, string?> IdTokens { get; } = new()
    {
        { "nonce wrong", "nonce" }, { "nonce missing", "nonce" }, { "audience another", "audience" }, { "two audiences", "audience" }, { "audience missing", "audience" },
        { "azp another", "authorised-party" }, { "azp ours", null }, { "issuer another", "issuer" }, { "issuer of the other provider", "issuer" }, { "issuer missing", "no-issuer" },
        { "subject missing", "no-subject" }, { "exp missing", "not-in-time" }, { "exp 299 s ago", null }, { "exp 301 s ago", "not-in-time" }, { "iat missing", "made-when" },
        { "iat in 299 s", null }, { "iat in 301 s", "made-when" }, { "nbf in 299 s", null }, { "nbf in 301 s", "not-in-time" },
        { "alg none", "algorithm" }, { "HS256 with the client's secret", "algorithm" }, { "another key", "signature" }, { "none at all", "not-a-signed-jwt" }, { "crit", "header" }, { "100 kB", "too-long" },
    };

    [Theory]
    [MemberData(nameof(IdTokens))]
    public async Task Only_an_id_token_that_is_right_in_everything_signs_in(string what, string? reason)
    {
        Spoil(what);
        var callback = await browser.AsFarAsTheCallback($"/programmes/{provided.Scene.Programme}/sign-in/one");
        if (reason is null)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Get(callback)).StatusCode);
        else
            await provided.Refused(browser, callback, "id-token-" + reason);
        Assert.Equal(reason is null, browser.Cookies.ContainsKey("__Host-portfolio"));
    }

    private void Spoil(string what)
    {
        Action<Dictionary<string, object?>> Set(string claim, object? value) => claims => claims[claim] = value;
        Action<Dictionary<string, object?>> In(string claim, int seconds) => claims => claims[claim] = One.Seconds(seconds);
        string Forged(Dictionary<string, object?> claims, Action<Dictionary<string, object?>> header, Func<byte[], byte[]>? sign = null)
        {
            var head = One.Header("JWT");
            header(head);
            if (sign is null)
                return One.Sign(head, claims);
            var signed = $"{ProviderDouble.Part(head)}.{ProviderDouble.Part(claims)}";
            return $"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
        }
        One.Tamper = what switch
        {
            "nonce wrong" => Set("nonce", "another"),
            "nonce missing" => claims => claims.Remove("nonce"),
            "audience another" => Set("aud", ProviderDouble.Audience),
            "two audiences" => Set("aud", new[] { ProviderDouble.ClientId, ProviderDouble.Audience }),
            "audience missing" => claims => claims.Remove("aud"),
            "azp another" => Set("azp", "another"),
            "azp ours" => Set("azp", ProviderDouble.ClientId),
            "issuer another" => Set("iss", "https://elsewhere.example.org"),
            "issuer of the other provider" => Set("iss", provided.Two.Issuer),
            "issuer missing" => claims => claims.Remove("iss"),
            "subject missing" => claims => claims.Remove("sub"),
            "exp missing" => claims => claims.Remove("exp"),
            "exp 299 s ago" => In("exp", -299),
            "exp 301 s ago" => In("exp", -301),
            "iat missing" => claims => claims.Remove("iat"),
            "iat in 299 s" => In("iat", 299),
            "iat in 301 s" => In("iat", 301),
            "nbf in 299 s" => In("nbf", 299),
            "nbf in 301 s" => In("nbf", 301),
            "100 kB" => Set("more", new string('m', 100_000)),
            _ => _ => { },
        };
        One.Forge = what switch
        {
            "alg none" => claims => Forged(claims, head => head["alg"] = "none", _ => []),
            "HS256 with the client's secret" => claims => Forged(claims, head => head["alg"] = "HS256", bytes => HMACSHA256.HashData(Encoding.UTF8.GetBytes(ProviderDouble.Secret), bytes)),
            "another key" => claims => Forged(claims, _ => { }, bytes =>
            {
                using var key = RSA.Create(2048);
                return key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }),
            "none at all" => _ => "",
            "crit" => claims => Forged(claims, head => head["crit"] = new[] { "exp" }),
            _ => null,
        };
    }
}
