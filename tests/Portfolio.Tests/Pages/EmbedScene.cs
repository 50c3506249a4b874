using System.Net.Http.Headers;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A host that tries things out on this computer, with a platform that shows a trainee's year: <c>IClassFixture&lt;EmbedHost&gt;</c>.</summary>
public sealed class EmbedHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal EmbedScene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host.Settings["Portfolio:Outbound:Loopback"] = "true";
        await Host.InitializeAsync();
        Scene = await EmbedScene.Set(Host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A platform that shows the year of a trainee who permits it. The trainee presented in a signed session, missed another, and follows a requirement.</summary>
internal sealed class EmbedScene(TestHost host, Scene scene, Puller platform, ConnectionBody permission)
{
    public Scene Scene => scene;

    public Puller Platform => platform;

    public ConnectionBody Permission => permission;

    public TestHost Host => host;

    public static async Task<EmbedScene> Set(TestHost host)
    {
        var scene = await Scene.Set(host);
        foreach (var who in new[] { scene.Trainee, scene.Other })
            await scene.Tutor.Post<FactBody>(scene.Path($"people/{who.Id}/placements"), new
            {
                site = "Riverside", role = "trainee", wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from = "2024-08-07", grade = "CT1", gradeExpectedTo = "2025-08-05", reviewOn = "2025-07-01",
            });
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        foreach (var day in new[] { "2025-04-30", "2025-05-14" })
            await scene.Signed(await scene.A_filled_register(day));
        await scene.A_filled_register("2025-05-28");
        var leader = await scene.As(scene.Leader);
        await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-11", startsAt = "15:00:00", minutes = 60 });
        var platform = await Puller.Let_in(host, scene);
        return new(host, scene, platform, await platform.Connected_by(scene.Trainee, "progress"));
    }

    /// <summary>Another platform of the same programme, permitted by somebody else or something else.</summary>
    public async Task<EmbedScene> Another(PersonBody person, params string[] kinds)
    {
        var another = await Puller.Let_in(host, scene, "Another e-portfolio");
        return new(host, scene, another, await another.Connected_by(person, kinds));
    }

    public string TokensOf(Guid pairwise) => scene.Path($"trainees/{pairwise}/embed-tokens");

    public async Task<EmbedToken> Token() => await Requests.Read<EmbedToken>(await platform.Client.PostAsync(TokensOf(permission.Trainee), null));

    public Task<HttpResponseMessage> Ask(string token) => host.Anybody().SendAsync(new(HttpMethod.Get, "/embed/progress") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } });

    public async Task<EmbeddedProgress> Year(EmbedToken token) => await Requests.Read<EmbeddedProgress>(await Ask(token.Token));

    /// <summary>What its addresses say, at the address where the test's host is.</summary>
    public static string Here(string address) => new Uri(address).PathAndQuery;
}
