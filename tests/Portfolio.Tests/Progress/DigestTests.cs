using System.Net;
using System.Net.Http.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

public sealed class DigestWeekTests
{
    [Theory]
    // Summer time began on 30 March: seven in London is seven by the universal clock before it, and six after.
    [InlineData("2025-03-24T06:59:59Z", "Europe/London", null)]
    [InlineData("2025-03-24T07:00:00Z", "Europe/London", "2025-03-24")]
    [InlineData("2025-03-31T05:59:59Z", "Europe/London", null)]
    [InlineData("2025-03-31T06:00:00Z", "Europe/London", "2025-03-31")]
    // It ended on 26 October.
    [InlineData("2025-10-27T06:59:59Z", "Europe/London", null)]
    [InlineData("2025-10-27T07:00:00Z", "Europe/London", "2025-10-27")]
    [InlineData("2025-03-31T18:00:00Z", "Europe/London", null)]
    [InlineData("2025-04-01T17:59:59Z", "Europe/London", "2025-03-31")]
    [InlineData("2025-04-02T09:00:00Z", "Europe/London", null)]
    [InlineData("2025-04-06T09:00:00Z", "Europe/London", null)]
    [InlineData("2025-06-01T19:00:00Z", "Pacific/Auckland", "2025-06-02")]
    [InlineData("2025-06-02T09:00:00Z", "Pacific/Auckland", null)]
    public void A_week_is_due_from_seven_on_Monday_where_the_programme_is(string now, string zone, string? week) => Assert.Equal(
        week is null ? null : DateOnly.Parse(week, null), Digest.Week(DateTimeOffset.Parse(now, null), TimeZoneInfo.FindSystemTimeZoneById(zone)));
}

public sealed class DigestTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateTimeOffset Monday = new(2025, 6, 9, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leader_is_told_once_a_week_what_waits_and_a_trainee_once_when_their_state_changed()
    {
        var scene = await Set();
        host.Clock.Set(Monday.AddMinutes(-1));
        await Write();
        Assert.Equal((0, 0), (await Weekly(scene, scene.Leader), await Weekly(scene, scene.Trainee)));

        // Two hosts at once, and the next day again.
        host.Clock.Set(Monday);
        await Task.WhenAll(Write(), Write());
        host.Clock.Set(Monday.AddDays(1));
        await Write();
        Assert.Equal((1, 0, 0), (await Weekly(scene, scene.Leader), await Weekly(scene, scene.CoLeader), await Weekly(scene, scene.Trainee)));
        var letter = Assert.Single(await host.LettersTo($"lena@{scene.Key}.example.org"), one => one.Subject == "What waits on you this week").Text;
        Assert.Contains("- 2 registers are not signed yet", letter, StringComparison.Ordinal);
        Assert.Contains($"/programmes/{scene.Programme}\n", letter, StringComparison.Ordinal);
        foreach (var told in new[] { "Tara", "Otto", "Wednesday", "Lena" })
            Assert.DoesNotContain(told, letter, StringComparison.Ordinal);

        await SignAll(scene);
        host.Clock.Set(Monday.AddDays(7));
        await Task.WhenAll(Write(), Write());
        host.Clock.Set(Monday.AddDays(14));
        await Write();
        Assert.Equal((1, 1), (await Weekly(scene, scene.Leader), await Weekly(scene, scene.Trainee)));
        letter = Assert.Single(await host.LettersTo($"tara@{scene.Key}.example.org"), one => one.Subject == "Where you stand has changed").Text;
        Assert.Contains($"/programmes/{scene.Programme}/trainees/{scene.Trainee.Id}\n", letter, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(met|track|behind|possible|Tara)\b", letter);
    }

    [Fact]
    public async Task Nothing_goes_to_somebody_whose_clock_is_stopped_or_who_switched_it_off_and_the_change_is_told_afterwards()
    {
        var scene = await Set();
        host.Clock.Set(Monday);
        await Write();
        await SignAll(scene);
        var tutor = await host.As(scene.Key, "T1");
        await tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/clock-stops"), new { from = "2025-06-12", until = "2025-06-20" });
        host.Clock.Set(Monday.AddDays(7));
        await Write();
        Assert.Equal(0, await Weekly(scene, scene.Trainee));

        host.Clock.Set(Monday.AddDays(8));
        Assert.False(await Switch(scene, scene.Trainee, false));
        host.Clock.Set(Monday.AddDays(14));
        await Write();
        Assert.Equal(0, await Weekly(scene, scene.Trainee));

        Assert.True(await Switch(scene, scene.Trainee, true));
        host.Clock.Set(Monday.AddDays(21));
        await Write();
        Assert.Equal(1, await Weekly(scene, scene.Trainee));
    }

    [Fact]
    public async Task A_leader_hears_of_assessments_that_are_due_once_somebody_needs_them()
    {
        var scene = await Set();
        await scene.Placement(scene.Other);
        await SignAll(scene);
        host.Clock.Set(Monday.AddDays(14));
        await Write();
        Assert.Equal(0, await Weekly(scene, scene.Leader));
        await (await host.As(scene.Key, "T1")).Post<FactBody>(scene.Path($"people/{scene.Other.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        host.Clock.Set(Monday.AddDays(28));
        await Write();
        Assert.Contains("- 1 assessment is due within four weeks, or overdue",
            Assert.Single(await host.LettersTo($"lena@{scene.Key}.example.org"), one => one.Subject == "What waits on you this week").Text, StringComparison.Ordinal);
    }

    /// <summary>Two registers that nobody signed, by which a trainee would meet their requirement.</summary>
    private async Task<Scene> Set()
    {
        host.Clock.Set(new(2025, 6, 4, 12, 0, 0, TimeSpan.Zero));
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Follows(host);
        await scene.A_filled_register("2025-05-21");
        await scene.A_filled_register("2025-05-28");
        foreach (var (person, name, number) in new[] { (scene.Leader, "Lena Leader", "9900011"), (scene.CoLeader, "Colin Coleader", "9900012"), (scene.Trainee, "Tara Trainee", "9900013") })
            (await scene.Tutor.PutAsJsonAsync(scene.Path($"people/{person.Id}/identity"),
                new { name, key = person.Key, email = $"{name.Split(' ')[0].ToLowerInvariant()}@{scene.Key}.example.org", body = "GMC", number }, Cancellation)).EnsureSuccessStatusCode();
        return scene;
    }

    private static async Task SignAll(Scene scene)
    {
        var leader = await scene.As(scene.Leader);
        foreach (var session in (await leader.Get<SessionPage>(scene.Path($"groups/{scene.Group}/sessions"))).Sessions)
            await scene.Signed(await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}")));
    }

    private static async Task<bool> Switch(Scene scene, PersonBody person, bool on)
    {
        var (path, own) = (scene.Path($"people/{person.Id}/weekly-letters"), await scene.As(person));
        Assert.Equal(HttpStatusCode.OK, (await own.PutAsJsonAsync(path, new { weekly = on }, Cancellation)).StatusCode);
        return (await own.Get<WeeklyLetters>(path)).Weekly;
    }

    private Task Write() => host.Service<DigestWorker>().Write(Cancellation);

    private async Task<int> Weekly(Scene scene, PersonBody person)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await work.Row<int>("select count(*)::int from letter where programme_id = @Programme and person_id = @Id and kind = 'weekly'", new { work.Programme, person.Id });
    }
}
