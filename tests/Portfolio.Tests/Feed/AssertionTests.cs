using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>What a platform signs to prove itself, right and wrong, over real HTTP.</summary>
public sealed class AssertionTests(PlatformHost hosts) : IClassFixture<PlatformHost>
{
    private readonly TestHost host = hosts.Host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_platform_that_signs_gets_a_token_that_opens_its_feed(string algorithm)
    {
        using var key = new PlatformKey("k1", algorithm);
        var (scene, platform) = await Let_in(key);
        foreach (var audience in new[] { hosts.Issuer, hosts.Issuer + "/", hosts.Issuer + "/oauth/token" })
        {
            var claims = PlatformKey.Claims(platform.ClientId, audience, host.Clock.GetUtcNow());
            var token = await Requests.Read<TokenBody>(await PlatformHost.Token(host.Anybody(), key.Sign(key.Header(), claims), ("client_id", platform.ClientId)));
            var client = host.Anybody();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(scene.Path("feed"), Cancellation)).StatusCode);
        }
    }

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "alg none", "assertion-algorithm" }, { "alg None, without a signature", "assertion-algorithm" }, { "HS256 with the public key", "assertion-algorithm" },
        { "RS512", "assertion-algorithm" }, { "ES256 said, RS256 signed", "assertion-signature" }, { "another key", "assertion-signature" }, { "a changed claim", "assertion-signature" },
        { "no signature", "assertion-signature" }, { "an unknown kid", "assertion-key-unknown" }, { "no kid", "assertion-without-key-id" },
        { "jwk", "assertion-header" }, { "jku", "assertion-header" }, { "x5u", "assertion-header" }, { "x5c", "assertion-header" }, { "crit", "assertion-header" },
        { "typ at+jwt", "assertion-type" },
        { "aud of another", "assertion-audience" }, { "aud of two", "assertion-audience" }, { "no aud", "assertion-audience" }, { "aud a number", "assertion-malformed" },
        { "iss of another", "assertion-issuer" }, { "sub of another", "assertion-subject" }, { "no sub", "assertion-incomplete" },
        { "exp in 5:01", "assertion-lasts-too-long" }, { "exp 301 s ago", "assertion-expired" }, { "nbf in 301 s", "assertion-not-yet-valid" }, { "iat in 301 s", "assertion-from-the-future" },
        { "no exp", "assertion-incomplete" }, { "exp a text", "assertion-malformed" }, { "exp beyond time", "assertion-malformed" },
        { "no jti", "assertion-without-id" }, { "an empty jti", "assertion-without-id" }, { "a jti of 201", "assertion-without-id" }, { "sub twice", "assertion-malformed" },
        { "two parts", "assertion-malformed" }, { "five parts", "assertion-malformed" }, { "not base64", "assertion-malformed" }, { "not JSON", "assertion-malformed" },
        { "not UTF-8", "assertion-malformed" }, { "half a letter", "assertion-malformed" }, { "nested", "assertion-malformed" }, { "100 kB", "assertion-too-long" }, { "an array", "assertion-malformed" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_assertion_is_refused_like_any_other_and_the_log_says_why(string what, string reason)
    {
        using var key = new PlatformKey("k1");
        using var other = new PlatformKey("k1");
        var (_, platform) = await Let_in(key);
        var logged = host.Log.Lines.Count;

        var answer = await PlatformHost.Token(host.Anybody(), Made(what, key, other, platform.ClientId), ("client_id", platform.ClientId));

        Assert.Equal("""{"error":"invalid_client","error_description":"There is no such client, or what it shows is not its own."}""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var lines = host.Log.Lines.Skip(logged).ToList();
        Assert.Contains(lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.EndsWith(": " + reason, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        // What was refused is not taken for used: the right one still opens.
        var right = key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, host.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.OK, (await PlatformHost.Token(host.Anybody(), right)).StatusCode);
    }

    [Theory]
    [InlineData("exp in 5:00")]
    [InlineData("exp 299 s ago")]
    [InlineData("nbf in 299 s")]
    [InlineData("iat in 299 s")]
    [InlineData("typ client-authentication+jwt")]
    [InlineData("no typ")]
    [InlineData("aud of one in a list")]
    public async Task What_is_just_within_bounds_is_taken(string what)
    {
        using var key = new PlatformKey("k1");
        var (_, platform) = await Let_in(key);
        Assert.Equal(HttpStatusCode.OK, (await PlatformHost.Token(host.Anybody(), Made(what, key, key, platform.ClientId))).StatusCode);
    }

    [Fact]
    public async Task An_assertion_is_taken_once_by_all_hosts_together()
    {
        using var key = new PlatformKey("k1");
        var (_, platform) = await Let_in(key);
        var elsewhere = await host.Another();
        string Signed() => key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, host.Clock.GetUtcNow()));

        var once = Signed();
        Assert.Equal(HttpStatusCode.OK, (await PlatformHost.Token(host.Anybody(), once)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PlatformHost.Token(elsewhere, once)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PlatformHost.Token(host.Anybody(), once)).StatusCode);
        Assert.Equal(["assertion-replayed", "assertion-replayed"], hosts.Reasons(platform.Id));

        var at_once = Signed();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => PlatformHost.Token(at % 2 == 0 ? elsewhere : host.Anybody(), at_once)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_remembered_of_assertions_goes_when_they_would_be_too_old()
    {
        using var key = new PlatformKey("k1");
        var (scene, platform) = await Let_in(key);
        var began = host.Clock.GetUtcNow();
        var first = key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, began));
        await PlatformHost.Token(host.Anybody(), first);

        host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PlatformHost.Token(host.Anybody(), first)).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PlatformHost.Token(host.Anybody(), first)).StatusCode);
        Assert.Equal(["assertion-replayed", "assertion-expired"], hosts.Reasons(platform.Id));
        await PlatformHost.Token(host.Anybody(), key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, host.Clock.GetUtcNow())));
        host.Clock.Set(began);

        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.Equal(1, await Api.Database.WorkQueries.Row<long>(work, "select count(*) from client_assertion"));
    }

    [Fact]
    public async Task Two_ways_of_proving_oneself_at_once_and_a_wrong_kind_of_assertion_are_no_request()
    {
        using var key = new PlatformKey("k1");
        var (_, platform) = await Let_in(key);
        var assertion = key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, host.Clock.GetUtcNow()));
        (string, string)[] right = [("grant_type", "client_credentials"), ("client_assertion", assertion)];
        foreach (var more in new (string, string)[][]
        {
            [("client_assertion_type", Api.Feed.ClientAssertion.Type), ("client_secret", platform.Secret!)], [("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")], [],
            [("client_assertion_type", Api.Feed.ClientAssertion.Type), ("client_assertion", assertion)],
        })
        {
            var answer = await host.Anybody().PostAsync("/oauth/token", Puller.Form([.. right, .. more]), Cancellation);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<TokenRefusal>(Cancellation))!.Error));
        }
        var another = (await Let_in(key)).Platform;
        Assert.Equal(HttpStatusCode.Unauthorized, (await PlatformHost.Token(host.Anybody(), assertion, ("client_id", another.ClientId))).StatusCode);
        Assert.Equal(["assertion-issuer"], hosts.Reasons(another.Id));
    }

    private async Task<(Scene Scene, PlatformBody Platform)> Let_in(PlatformKey key)
    {
        var scene = await Scene.Set(host);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio that signs" });
        await Requests.Read<PlatformSettings>(await scene.Tutor.PutAsync(scene.Path($"platforms/{platform.Id}/keys"),
            new StringContent(PlatformKey.Set(key.Jwk()), null, "application/jwk-set+json"), Cancellation));
        return (scene, platform);
    }

    private string Made(string what, PlatformKey key, PlatformKey other, string client)
    {
        var now = host.Clock.GetUtcNow();
        var (header, claims) = (key.Header(), PlatformKey.Claims(client, hosts.Issuer, now));
        long Seconds(double seconds) => now.AddSeconds(seconds).ToUnixTimeSeconds();
        string Signed(Action change)
        {
            change();
            return key.Sign(header, claims);
        }

        string Raw(string part) => $"{PlatformKey.Part(header.ToJsonString())}.{part}.AAAA";

        return what switch
        {
            "alg none" => Signed(() => header["alg"] = "none"),
            "alg None, without a signature" => $"{PlatformKey.Part("""{"alg":"None","kid":"k1"}""")}.{PlatformKey.Part(claims.ToJsonString())}.",
            "HS256 with the public key" => WithSecret(key.Pem),
            "RS512" => Signed(() => header["alg"] = "RS512"),
            "ES256 said, RS256 signed" => Signed(() => header["alg"] = "ES256"),
            "another key" => other.Sign(header, claims),
            "a changed claim" => Changed(),
            "no signature" => key.Sign(header, claims)[..^342],
            "an unknown kid" => Signed(() => header["kid"] = "k2"),
            "no kid" => Signed(() => header.Remove("kid")),
            "jwk" => Signed(() => header["jwk"] = other.Jwk()),
            "jku" or "x5u" => Signed(() => header[what] = "https://platform.example.org/jwks.json"),
            "x5c" => Signed(() => header["x5c"] = new JsonArray("MIIB")),
            "crit" => Signed(() => header["crit"] = new JsonArray("exp")),
            "typ at+jwt" => Signed(() => header["typ"] = "at+jwt"),
            "typ client-authentication+jwt" => Signed(() => header["typ"] = "client-authentication+jwt"),
            "no typ" => Signed(() => header.Remove("typ")),
            "aud of another" => Signed(() => claims["aud"] = "https://another.example.org"),
            "aud of two" => Signed(() => claims["aud"] = new JsonArray(hosts.Issuer, "https://another.example.org")),
            "aud of one in a list" => Signed(() => claims["aud"] = new JsonArray(hosts.Issuer)),
            "no aud" => Signed(() => claims.Remove("aud")),
            "aud a number" => Signed(() => claims["aud"] = 7),
            "iss of another" => Signed(() => claims["iss"] = "another"),
            "sub of another" => Signed(() => claims["sub"] = "another"),
            "no sub" => Signed(() => claims.Remove("sub")),
            "exp in 5:00" => Signed(() => claims["exp"] = Seconds(300)),
            "exp in 5:01" => Signed(() => claims["exp"] = Seconds(301)),
            "exp 299 s ago" => Signed(() => claims["exp"] = Seconds(-299)),
            "exp 301 s ago" => Signed(() => claims["exp"] = Seconds(-301)),
            "nbf in 299 s" => Signed(() => claims["nbf"] = Seconds(299)),
            "nbf in 301 s" => Signed(() => claims["nbf"] = Seconds(301)),
            "iat in 299 s" => Signed(() => claims["iat"] = Seconds(299)),
            "iat in 301 s" => Signed(() => claims["iat"] = Seconds(301)),
            "no exp" => Signed(() => claims.Remove("exp")),
            "exp a text" => Signed(() => claims["exp"] = "soon"),
            "exp beyond time" => Signed(() => claims["exp"] = long.MaxValue),
            "no jti" => Signed(() => claims.Remove("jti")),
            "an empty jti" => Signed(() => claims["jti"] = ""),
            "a jti of 201" => Signed(() => claims["jti"] = new string('j', 201)),
            "sub twice" => key.Sign(header.ToJsonString(), claims.ToJsonString()[..^1] + ",\"sub\":\"another\"}"),
            "two parts" => "e30.e30",
            "five parts" => "e30.e30.e30.e30.e30",
            "not base64" => Raw("%%%"),
            "not JSON" => Raw(PlatformKey.Part("{")),
            "not UTF-8" => Raw("w_-_"),
            "half a letter" => key.Sign(header.ToJsonString(), claims.ToJsonString().Replace("\"sub\":\"", "\"sub\":\"\\ud800", StringComparison.Ordinal)),
            "nested" => key.Sign(header.ToJsonString(), new string('[', 5_00) + new string(']', 5_00)),
            "an array" => key.Sign(header.ToJsonString(), "[]"),
            "100 kB" => Signed(() => claims["more"] = new string('x', 75_000)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

        string WithSecret(byte[] secret)
        {
            header["alg"] = "HS256";
            var text = $"{PlatformKey.Part(header.ToJsonString())}.{PlatformKey.Part(claims.ToJsonString())}";
            return $"{text}.{System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}";
        }

        string Changed()
        {
            var parts = key.Sign(header, claims).Split('.');
            claims["jti"] = "another";
            return $"{parts[0]}.{PlatformKey.Part(claims.ToJsonString())}.{parts[2]}";
        }
    }
}
