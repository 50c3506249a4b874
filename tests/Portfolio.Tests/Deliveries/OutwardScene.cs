using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A platform that is written to, and trainees who permit that.</summary>
internal sealed class OutwardScene
{
    public const string Site = "https://site.example.org", Secret = "a made-up secret";

    private OutwardScene(Scene scene, PlatformBody platform) => (Scene, Platform) = (scene, platform);

    public Scene Scene { get; }

    public PlatformBody Platform { get; }

    public string Path => Scene.Path($"platforms/{Platform.Id}/outward");

    public static object[] Settings(string? site = Site, string? secret = Secret, string? course = null) =>
        [new { name = "site", value = site }, new { name = "clientSecret", value = secret }, .. course is null ? Array.Empty<object>() : [new { name = "course", value = course }]];

    public static object Body(object[]? settings = null, string country = "GB", int? mostAtOnce = null, string adapter = MadeUpAdapter.Name) => new
    {
        adapter, settings = settings ?? Settings(), receiver = "Made-up Trust", country, agreement = "A made-up contract of 2024", mostAtOnce,
    };

    /// <summary>Let in, and set.</summary>
    public static async Task<OutwardScene> Set(TestHost host, Scene? scene = null, object? body = null)
    {
        var made = await Let_in(host, scene);
        await Requests.Read<OutwardPlatformBody>(await made.Put(body ?? Body()));
        return made;
    }

    public static async Task<OutwardScene> Let_in(TestHost host, Scene? scene = null)
    {
        scene ??= await Scene.Set(host);
        return new(scene, await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "Made-up portfolio" }));
    }

    public Task<HttpResponseMessage> Put(object body) => Scene.Tutor.Put(Path, null, body);

    public async Task<ConnectionBody> Connected_by(PersonBody person, params string[] kinds) =>
        await (await Scene.As(person)).Post<ConnectionBody>(Scene.Path("connections"), kinds is [] ? new { platformId = Platform.Id } : new { platformId = Platform.Id, kinds });

    public string Of(ConnectionBody connection, string rest) => Scene.Path($"connections/{connection.Id}/{rest}");
}
