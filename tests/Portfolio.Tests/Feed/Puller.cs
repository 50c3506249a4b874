using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A platform that pulls: let in by the tutor, signed in by its client credentials.</summary>
internal sealed class Puller
{
    private Puller(Scene scene, PlatformBody platform, HttpClient client) => (Scene, Platform, Client) = (scene, platform, client);

    public Scene Scene { get; }
    public PlatformBody Platform { get; }
    public HttpClient Client { get; }

    public static async Task<Puller> Let_in(TestHost host, Scene scene, string name = "Made-up e-portfolio")
    {
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name });
        var client = host.Anybody();
        var token = await Requests.Read<TokenBody>(await Token(client, platform.ClientId, platform.Secret!));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return new(scene, platform, client);
    }

    public static Task<HttpResponseMessage> Token(HttpClient client, string id, string secret) => client.PostAsync("/oauth/token", Form(
        ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)));

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public async Task<ConnectionBody> Connected_by(PersonBody person, params string[] kinds) => await (await Scene.As(person)).Post<ConnectionBody>(
        Scene.Path("connections"), new { platformId = Platform.Id, kinds = kinds is [] ? ["attendance", "presentation", "follow-up"] : kinds });

    public async Task Ended_by(PersonBody person, ConnectionBody connection) =>
        await (await Scene.As(person)).Post<ConnectionBody>(Scene.Path($"connections/{connection.Id}/end"), new { });

    public async Task<FeedPage> Pull(long after = 0, int limit = 50) =>
        await Requests.Read<FeedPage>(await Client.GetAsync(Scene.Path($"feed?after={after}&limit={limit}")));

    /// <summary>The whole feed, from the beginning.</summary>
    public async Task<List<FeedEntry>> PullAll(int limit = 200)
    {
        var all = new List<FeedEntry>();
        for (var page = await Pull(0, limit); page.Entries.Count > 0; page = await Pull(page.Next, limit))
            all.AddRange(page.Entries);
        return all;
    }

    /// <summary>Entries as a test compares them: position, change, kind and version.</summary>
    public static IEnumerable<string> Told(IEnumerable<FeedEntry> entries) =>
        entries.Select(entry => $"{entry.Position} {entry.Change} {entry.Kind} {entry.Version}".TrimEnd());
}
