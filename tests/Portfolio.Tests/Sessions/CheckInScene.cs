using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

/// <summary>A group that checks in, in a session of this hour: 13:00 on 2 June 2025 in London, and the session began at 12:45.</summary>
internal sealed class CheckInScene(Scene scene, SessionBody session)
{
    public Scene Scene => scene;

    public SessionBody Session => session;

    public static async Task<CheckInScene> Set(TestHost host, bool on = true)
    {
        host.Clock.Set(new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
        var scene = await Scene.Set(host);
        var made = new CheckInScene(scene, await (await scene.As(scene.Leader)).Post<SessionBody>(
            scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-02", startsAt = "12:45:00", minutes = 60 }));
        if (on)
            await made.Switch(true);
        return made;
    }

    public async Task Switch(bool on) => Assert.True((await (await scene.As(scene.Leader)).Put(scene.Path($"groups/{scene.Group}/check-in"), null, new { on })).IsSuccessStatusCode);

    public async Task<ShownCheckIn> Show() => await (await scene.As(scene.Leader)).Get<ShownCheckIn>(scene.Path($"sessions/{session.Id}/check-in"));

    public async Task<CheckInList> CheckedIn() => await (await scene.As(scene.Leader)).Get<CheckInList>(scene.Path($"sessions/{session.Id}/check-ins"));

    public async Task<CheckInBody> In(PersonBody person, string? code = null, bool visiting = false) => await (await scene.As(person)).Post<CheckInBody>(
        scene.Path($"sessions/{session.Id}/check-in"), new { code = code ?? (await Show()).Code, visiting });

    public async Task<string> Refusal(PersonBody person, string code) => await (await (await scene.As(person)).PostAsJsonAsync(
        scene.Path($"sessions/{session.Id}/check-in"), new { code }, TestContext.Current.CancellationToken)).Refusal();
}
