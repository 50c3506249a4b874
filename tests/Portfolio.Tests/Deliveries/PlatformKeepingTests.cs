using System.Net;
using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>Looking after a platform: its secrets, where it may send trainees back to, pausing and removing it.</summary>
public sealed class PlatformKeepingTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_secret_holds_beside_the_first_until_one_is_ended_and_there_is_no_third()
    {
        var scene = await Scene.Set(host);
        var platform = (await Puller.Let_in(host, scene)).Platform;
        var path = scene.Path($"platforms/{platform.Id}");
        var first = Assert.Single((await scene.Tutor.Get<PlatformSettings>(path)).Secrets);
        var body = new { id = Guid.CreateVersion7() };

        var made = await scene.Tutor.PostAsJsonAsync(path + "/secrets", body, Cancellation);
        var again = await scene.Tutor.PostAsJsonAsync(path + "/secrets", body, Cancellation);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, again.StatusCode));
        var second = await Requests.Read<PlatformSecretBody>(made);
        Assert.Null((await Requests.Read<PlatformSecretBody>(again)).Secret);
        Assert.Equal("409 secrets-live", await (await scene.Tutor.PostAsJsonAsync(path + "/secrets", new { }, Cancellation)).Refusal());
        Assert.Equal((true, true), (await Opens(platform, platform.Secret!), await Opens(platform, second.Secret!)));

        var settings = await scene.Tutor.Post<PlatformSettings>($"{path}/secrets/{first.Id}/end", new { });
        Assert.Equal([false, true], settings.Secrets.Select(secret => secret.EndedAt is null));
        Assert.All(settings.Secrets, secret => Assert.Null(secret.Secret));
        Assert.Equal((false, true), (await Opens(platform, platform.Secret!), await Opens(platform, second.Secret!)));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(settings.Secrets[0].EndedAt, (await scene.Tutor.Post<PlatformSettings>($"{path}/secrets/{first.Id}/end", new { })).Secrets[0].EndedAt);
        Assert.Equal("404 not-found", await (await scene.Tutor.PostAsJsonAsync($"{path}/secrets/{Guid.CreateVersion7()}/end", new { }, Cancellation)).Refusal());

        var third = await Requests.Read<PlatformSecretBody>(await scene.Tutor.PostAsJsonAsync(path + "/secrets", new { }, Cancellation));
        Assert.Equal((true, true), (await Opens(platform, second.Secret!), await Opens(platform, third.Secret!)));
    }

    [Fact]
    public async Task Of_many_second_secrets_at_once_one_is_made()
    {
        var scene = await Scene.Set(host);
        var platform = (await Puller.Let_in(host, scene)).Platform;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Tutor.PostAsJsonAsync(scene.Path($"platforms/{platform.Id}/secrets"), new { }, Cancellation)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            Assert.Equal("409 secrets-live", await refused.Refusal());
    }

    [Fact]
    public async Task The_live_token_of_a_paused_platform_is_refused_at_once_and_goes_on_when_it_does()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register());
        var before = await puller.Pull();
        var path = scene.Path($"platforms/{puller.Platform.Id}");

        Assert.Equal("paused", (await scene.Tutor.Post<PlatformSettings>(path + "/pause", new { })).State);
        Assert.Equal("401 sign-in-needed", await (await puller.Client.GetAsync(scene.Path("feed"), Cancellation)).Refusal());
        Assert.Contains(host.Log.Lines, line => line.Contains($"{puller.Platform.Id}", StringComparison.Ordinal) && line.EndsWith(": platform-stopped", StringComparison.Ordinal));
        Assert.False(await Opens(puller.Platform, puller.Platform.Secret!));

        Assert.Equal("live", (await scene.Tutor.Post<PlatformSettings>(path + "/resume", new { })).State);
        Assert.Equal(before.Entries, (await puller.Pull()).Entries);
        Assert.True(await Opens(puller.Platform, puller.Platform.Secret!));
    }

    [Fact]
    public async Task A_removed_platform_gets_nothing_any_more_and_every_permission_ends_with_it()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        var path = scene.Path($"platforms/{puller.Platform.Id}");

        Assert.Equal("ended", (await scene.Tutor.Post<PlatformSettings>(path + "/end", new { })).State);
        Assert.Equal("ended", (await scene.Tutor.Post<PlatformSettings>(path + "/end", new { })).State);

        Assert.Equal("401 sign-in-needed", await (await puller.Client.GetAsync(scene.Path("feed"), Cancellation)).Refusal());
        Assert.False(await Opens(puller.Platform, puller.Platform.Secret!));
        Assert.Empty((await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms);
        var trainee = await scene.As(scene.Trainee);
        Assert.NotNull(Assert.Single((await trainee.Get<ConnectionList>(scene.Path("connections"))).Connections).EndedAt);
        var connect = await trainee.PostAsJsonAsync(scene.Path("connections"), new { platformId = puller.Platform.Id, kinds = new[] { "attendance" } }, Cancellation);
        Assert.Equal("422 platform-unknown", await connect.Refusal());
        foreach (var (method, more, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "/pause", new { }), (HttpMethod.Post, "/resume", new { }), (HttpMethod.Post, "/secrets", new { }), (HttpMethod.Put, "/redirect-uris", new { uris = Array.Empty<string>() }),
            (HttpMethod.Put, "/keys-url", new { url = "https://eportfolio.example.org/jwks.json" }), (HttpMethod.Put, "/keys", new { keys = Array.Empty<object>() }),
        })
            Assert.Equal((more, "409 platform-ended"), (more, await (await scene.Tutor.SendAsync(new(method, path + more) { Content = JsonContent.Create(body) }, Cancellation)).Refusal()));
    }

    [Theory]
    [InlineData("https://eportfolio.example.org/connected", true)]
    [InlineData("https://eportfolio.example.org/connected?tenant=7", true)]
    [InlineData("http://localhost:8080/connected", true)]
    [InlineData("http://127.0.0.1/connected", true)]
    [InlineData("http://eportfolio.example.org/connected", false)]
    [InlineData("http://localhost.example.org/", false)]
    [InlineData("https://eportfolio.example.org/connected#here", false)]
    [InlineData("https://user@eportfolio.example.org/connected", false)]
    [InlineData("/connected", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("eportfolio://connected", false)]
    [InlineData("https://eportfolio.example.org/a b", false)]
    [InlineData("https://eportfolio.example.org\\@evil.example.org/", false)]
    [InlineData("https://éportfolio.example.org/", false)]
    public async Task A_trainee_is_sent_back_only_to_where_nobody_listens_in(string uri, bool taken)
    {
        var scene = await Scene.Set(host);
        var platform = (await Puller.Let_in(host, scene)).Platform;
        var answer = await scene.Tutor.Put(scene.Path($"platforms/{platform.Id}/redirect-uris"), null, new { uris = new[] { uri } });
        if (taken)
            Assert.Equal([uri], (await Requests.Read<PlatformSettings>(answer)).RedirectUris);
        else
            Assert.Equal("400 invalid-body", await answer.Refusal());
        Assert.Equal(uri.StartsWith("https", StringComparison.Ordinal) && taken, Api.Deliveries.Platform.MayRedirectTo(uri, demonstration: false));
    }

    private async Task<bool> Opens(PlatformBody platform, string secret) => (await Puller.Token(host.Anybody(), platform.ClientId, secret)).IsSuccessStatusCode;
}
