using System.Net.Http.Json;
using Portfolio.Api.Groups;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

public sealed class ScheduleTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public void A_rhythm_begins_on_its_first_weekday_and_goes_on_through_its_pauses()
    {
        // 1 October 2025 is a Wednesday.
        var days = Schedule.Days(14, 1, new(2025, 10, 1), new(2025, 12, 15), [new(new(2025, 10, 27), new(2025, 11, 9))]);
        Assert.Equal([new(2025, 10, 6), new(2025, 10, 20), new(2025, 11, 17), new(2025, 12, 1), new(2025, 12, 15)], days);
        Assert.Equal([new(2025, 10, 5), new(2025, 10, 12)], Schedule.Days(7, 7, new(2025, 10, 1), new(2025, 10, 12), []));
        Assert.Equal([new(2025, 10, 1), new(2025, 10, 31)], Schedule.Days(30, null, new(2025, 10, 1), new(2025, 11, 1), []));
    }

    [Fact]
    public async Task Sessions_are_planned_ahead_and_those_that_are_there_are_kept()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var kept = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-18", startsAt = "16:30:00", minutes = 90 });

        var body = new { everyDays = 7, weekday = 3, startsAt = "15:00:00", minutes = 60, from = "2025-06-10", until = "2025-07-02", id = Guid.CreateVersion7() };
        var planned = await leader.Post<ScheduleBody>(scene.Path($"groups/{scene.Group}/schedule"), body);
        await leader.Post<ScheduleBody>(scene.Path($"groups/{scene.Group}/schedule"), body);

        var sessions = (await leader.Get<SessionPage>(scene.Path($"groups/{scene.Group}/sessions"))).Sessions;
        Assert.Equal([new(2025, 6, 11), new(2025, 6, 18), new(2025, 6, 25), new(2025, 7, 2)], planned.Days);
        Assert.Equal(planned.Days, sessions.Select(session => session.HeldOn));
        Assert.Equal((kept.Id, 90), (sessions[1].Id, sessions[1].Minutes));
        Assert.Equal(planned.Days, Assert.Single((await (await scene.As(scene.Trainee)).Get<ScheduleList>(scene.Path($"groups/{scene.Group}/schedule"))).Schedules).Days);
    }

    [Theory]
    [InlineData("everyDays", 10, "422 schedule-refused")]
    [InlineData("until", "2025-06-01", "422 dates-reversed")]
    [InlineData("until", "2199-06-01", "422 schedule-refused")]
    public async Task A_rhythm_that_cannot_be_is_refused(string member, object value, string refusal)
    {
        var scene = await Scene.Set(host);
        var body = new Dictionary<string, object>
        {
            ["everyDays"] = 7, ["weekday"] = 3, ["startsAt"] = "15:00:00", ["minutes"] = 60, ["from"] = "2025-06-10", ["until"] = "2025-07-02", [member] = value,
        };
        Assert.Equal(refusal, await (await scene.Tutor.PostAsJsonAsync(scene.Path($"groups/{scene.Group}/schedule"), body, TestContext.Current.CancellationToken)).Refusal());
    }
}
