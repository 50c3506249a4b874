using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about checking in: a session of this hour, its code, and a member of its group.</summary>
internal static class ExamplesOfCheckIn
{
    public static async Task<Dictionary<string, Example>> Make(Scene scene)
    {
        var leader = await scene.As(scene.Leader);
        await leader.Put(scene.Path($"groups/{scene.Group}/check-in"), null, new { on = true });
        var session = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-02", startsAt = "12:45:00", minutes = 60 });
        var shown = await leader.Get<ShownCheckIn>(scene.Path($"sessions/{session.Id}/check-in"));
        return new()
        {
            ["SwitchCheckIn"] = Example.Of(HttpMethod.Put, scene.Path($"groups/{scene.Group}/check-in"), new { on = true }, leader),
            ["CheckIn"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{session.Id}/check-in"), new { code = shown.Code, visiting = false }, await scene.As(scene.Trainee)),
        };
    }
}
