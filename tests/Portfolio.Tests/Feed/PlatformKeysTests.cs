using System.Net;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A platform's keys, handed in or fetched, and how one follows another.</summary>
public sealed class PlatformKeysTests(PlatformHost hosts) : IClassFixture<PlatformHost>
{
    private readonly TestHost host = hosts.Host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_are_handed_in_take_the_place_of_those_before_and_only_their_public_parts_are_kept()
    {
        using var first = new PlatformKey("first");
        using var second = new PlatformKey("second", "ES256");
        var (scene, platform) = await Let_in();
        var noted = first.Jwk();
        noted["x5t"] = "a thumbprint that is not needed";

        Assert.Equal(["first", "second"], (await Requests.Read<PlatformSettings>(await Put(scene, platform, PlatformKey.Set(noted, second.Jwk())))).Keys);
        Assert.Equal((true, true), (await Opens(platform, first), await Opens(platform, second)));
        Assert.Equal(["second"], (await Requests.Read<PlatformSettings>(await Put(scene, platform, PlatformKey.Set(second.Jwk())))).Keys);
        Assert.Equal((false, true), (await Opens(platform, first), await Opens(platform, second)));
        Assert.Empty((await Requests.Read<PlatformSettings>(await Put(scene, platform, PlatformKey.Set()))).Keys);
        Assert.False(await Opens(platform, second));

        await Put(scene, platform, PlatformKey.Set(noted));
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var kept = JsonNode.Parse((await Api.Database.WorkQueries.Row<string>(work, "select keys from platform where id = @Id", new { platform.Id }))!)!;
        Assert.Equal(["e", "kid", "kty", "n"], kept["keys"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_set_that_cannot_be_used_is_refused_as_a_whole()
    {
        using var key = new PlatformKey("k");
        using var weak = new PlatformKey("weak", bits: 1024);
        var (scene, platform) = await Let_in();
        JsonObject With(string member, JsonNode? value)
        {
            var jwk = key.Jwk();
            jwk[member] = value;
            return jwk;
        }

        using var elliptic = new PlatformKey("e", "ES256");
        var offCurve = elliptic.Jwk();
        offCurve["y"] = offCurve["x"]!.DeepClone();
        string[] wrong =
        [
            "", "[]", "{}", "null", "\"text\"", """{"keys":{}}""", """{"keys":[7]}""", """{"keys":[{}]}""", """{"keys":[],"keys":[]}""", "{\"keys\":[" + new string('[', 200),
            PlatformKey.Set(weak.Jwk()), PlatformKey.Set(With("d", "AQAB")), PlatformKey.Set(With("kid", "")), PlatformKey.Set(With("kid", new string('k', 201))), PlatformKey.Set(With("use", "enc")),
            PlatformKey.Set(With("alg", "HS256")), PlatformKey.Set(With("alg", "none")), PlatformKey.Set(With("n", "%")), PlatformKey.Set(With("e", "")), PlatformKey.Set(With("kty", "OKP")),
            PlatformKey.Set(key.Jwk(), key.Jwk()), PlatformKey.Set(new JsonObject { ["kty"] = "oct", ["kid"] = "k", ["k"] = "c2VjcmV0" }), PlatformKey.Set(offCurve),
            PlatformKey.Set(Enumerable.Range(0, 21).Select(at => With("kid", $"k{at}"))),
        ];
        foreach (var set in wrong)
        {
            var answer = await Put(scene, platform, set);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, set);
            Assert.Equal("400 invalid-body", await answer.Refusal());
        }
        Assert.Equal("413 body-too-large", await (await Put(scene, platform, new string(' ', 65_537))).Refusal());
        Assert.Empty((await scene.Tutor.Get<PlatformSettings>(scene.Path($"platforms/{platform.Id}"))).Keys);
    }

    [Fact]
    public async Task A_key_that_rolled_over_at_the_platforms_site_is_fetched_and_the_one_before_is_refused()
    {
        await using var site = await KeysSite.Open();
        using var first = new PlatformKey("first");
        using var second = new PlatformKey("second");
        site.Keys = PlatformKey.Set(first.Jwk(), new JsonObject { ["kty"] = "oct", ["kid"] = "not for signing", ["k"] = "c2VjcmV0" });
        var platform = await Fetching(site);

        Assert.True(await Opens(platform, first));
        Assert.True(await Opens(platform, first));
        Assert.Equal(1, site.Asked);
        site.Keys = PlatformKey.Set(second.Jwk());
        // Anybody can make up a kid: one that is not known is asked for once in thirty seconds.
        for (var tries = 0; tries < 5; tries++)
            Assert.False(await Opens(platform, second));
        Assert.Equal(1, site.Asked);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await Opens(platform, second));
        Assert.False(await Opens(platform, first));
        Assert.Equal(2, site.Asked);
        Assert.Contains("assertion-key-unknown", hosts.Reasons(platform.Id));
    }

    [Fact]
    public async Task A_site_that_is_down_is_forgiven_for_an_hour()
    {
        await using var site = await KeysSite.Open();
        using var key = new PlatformKey("k");
        site.Keys = PlatformKey.Set(key.Jwk());
        var platform = await Fetching(site);
        Assert.True(await Opens(platform, key));

        site.IsDown = true;
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await Opens(platform, key));
        Assert.Equal(2, site.Asked);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await Opens(platform, key));
        Assert.Contains(host.Log.Lines, line => line.Contains("could not be fetched from 127.0.0.1", StringComparison.Ordinal));
        (site.IsDown, site.Keys) = (false, "<html>");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await Opens(platform, key));
    }

    [Theory]
    [InlineData("http://eportfolio.example.org/jwks.json")]
    [InlineData("ftp://eportfolio.example.org/jwks.json")]
    [InlineData("https://user:secret@eportfolio.example.org/jwks.json")]
    [InlineData("jwks.json")]
    [InlineData("file:///etc/passwd")]
    public async Task Keys_are_fetched_by_https_alone(string url)
    {
        var (scene, platform) = await Let_in();
        Assert.Equal("400 invalid-body", await (await scene.Tutor.Put(scene.Path($"platforms/{platform.Id}/keys-url"), null, new { url })).Refusal());
    }

    [Fact]
    public async Task Keys_at_a_private_address_are_not_fetched()
    {
        var (scene, platform) = await Let_in();
        using var key = new PlatformKey("k");
        foreach (var url in new[] { "https://10.0.0.1/jwks.json", "https://[::ffff:169.254.169.254]/jwks.json" })
        {
            await Requests.Read<PlatformSettings>(await scene.Tutor.Put(scene.Path($"platforms/{platform.Id}/keys-url"), null, new { url }));
            Assert.False(await Opens(platform, key));
        }
        Assert.Equal(2, host.Log.Lines.Count(line => line.EndsWith("PrivateAddressException", StringComparison.Ordinal)));
    }

    private async Task<PlatformBody> Fetching(KeysSite site)
    {
        var (scene, platform) = await Let_in();
        var settings = await Requests.Read<PlatformSettings>(await scene.Tutor.Put(scene.Path($"platforms/{platform.Id}/keys-url"), null, new { url = site.Url }));
        Assert.Equal((site.Url, 0), (settings.KeysUrl, settings.Keys.Count));
        return platform;
    }

    private async Task<(Scene, PlatformBody)> Let_in()
    {
        var scene = await Scene.Set(host);
        return (scene, await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio that signs" }));
    }

    private static Task<HttpResponseMessage> Put(Scene scene, PlatformBody platform, string set) =>
        scene.Tutor.PutAsync(scene.Path($"platforms/{platform.Id}/keys"), new StringContent(set, null, "application/jwk-set+json"), Cancellation);

    private async Task<bool> Opens(PlatformBody platform, PlatformKey key)
    {
        var assertion = key.Sign(key.Header(), PlatformKey.Claims(platform.ClientId, hosts.Issuer, host.Clock.GetUtcNow()));
        var answer = await PlatformHost.Token(host.Anybody(), assertion);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized);
        return answer.IsSuccessStatusCode;
    }
}
