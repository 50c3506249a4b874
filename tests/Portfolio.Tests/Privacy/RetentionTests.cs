using Portfolio.Api.Privacy;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

public sealed class RetentionTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_erased_by_itself_until_the_programme_says_so()
    {
        var scene = await ErasureScene.Set(host);
        var tutor = scene.Scene.Tutor;
        Assert.Empty((await tutor.Get<RetentionBody>(scene.Scene.Path("retention"))).Periods);
        var set = await Set(scene, ("attendance", 12), ("presentation", null));
        Assert.Equal([new("attendance", 12)], set.Periods);
        Assert.Equal(set.Periods, (await tutor.Get<RetentionBody>(scene.Scene.Path("retention"))).Periods);
        Assert.Empty((await Set(scene)).Periods);
        var twice = await tutor.Put(scene.Scene.Path("retention"), null, new { periods = new[] { new { kind = "person", months = 1 }, new { kind = "person", months = 2 } } });
        Assert.Equal("400 invalid-request", await twice.Refusal());
    }

    [Fact]
    public async Task Records_whose_time_is_over_lose_their_bytes_and_keep_their_place_their_figures_and_their_standing()
    {
        var scene = await ErasureScene.Set(host);
        var now = host.Clock.GetUtcNow();
        var attendance = scene.Signed.RecordOf(scene.Scene.Trainee);
        var copy = await (await scene.Scene.As(scene.Scene.Trainee)).Bytes(scene.Scene.Path($"records/{attendance}"), "text/plain");
        await scene.Officer.Post<HoldBody>(scene.Scene.Path($"people/{scene.Scene.Other.Id}/holds"), new { reason = "A made-up claim" });
        var before = (await scene.Fsck()).Counts!;
        await Set(scene, ("attendance", 12));
        host.Clock.Set(new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero));

        await host.Service<Retention>().Everywhere(Cancellation);
        await host.Service<Retention>().Everywhere(Cancellation);
        host.Clock.Set(now);

        Assert.Equal("410 record-erased", await (await scene.Scene.Tutor.GetAsync(scene.Scene.Path($"records/{attendance}"), Cancellation)).Refusal());
        Assert.True((await host.Anybody().Verify(copy)).Accepted);
        // That of the second session is a week younger, and the other trainee is held.
        Assert.Equal([attendance], await scene.Rows<Guid>("select subject_id from log_entry where programme_id = @Programme and kind = 'record-erased'"));
        var after = await scene.Fsck();
        Assert.Null(after.Wrong);
        Assert.Equal((before.Valid, before.Versions, 1), (after.Counts!.Valid, after.Counts.Versions, after.Counts.Erased));
        Assert.Empty((await scene.Archived()).Answer.Faults);
    }

    [Fact]
    public async Task A_person_goes_when_nothing_is_true_of_them_any_more_and_none_of_their_records_is_left()
    {
        var now = host.Clock.GetUtcNow();
        var scene = await Scene.Set(host);
        var gone = await scene.Person("Greta Gone", "G1", "9900041");
        var member = await scene.Person("Mona Member", "G2", "9900042");
        await scene.Member(gone, until: "2025-06-30");
        await scene.Member(member);
        await scene.Tutor.Put(scene.Path("retention"), null, new { periods = new[] { new { kind = "person", months = 6 } } });

        host.Clock.Set(new(2025, 12, 29, 12, 0, 0, TimeSpan.Zero));
        await host.Service<Retention>().Everywhere(Cancellation);
        var early = await scene.Tutor.GetAsync(scene.Path($"people/{gone.Id}"), Cancellation);
        host.Clock.Set(new(2025, 12, 30, 12, 0, 0, TimeSpan.Zero));
        await host.Service<Retention>().Everywhere(Cancellation);
        host.Clock.Set(now);

        var noted = host.Service<ErasureList>().All().Where(erasure => erasure.Programme == scene.Programme).ToList();
        Assert.Equal((gone.Id, "retention"), (Assert.Single(noted).Person, noted[0].Reason));
        Assert.Equal("404 not-found", await (await (await host.As(scene.Key, "T1")).GetAsync(scene.Path($"people/{gone.Id}"), Cancellation)).Refusal());
        Assert.NotNull(early);
    }

    private static async Task<RetentionBody> Set(ErasureScene scene, params (string Kind, int? Months)[] periods) => await Requests.Read<RetentionBody>(
        await scene.Scene.Tutor.Put(scene.Scene.Path("retention"), null, new { periods = periods.Select(period => new { kind = period.Kind, months = period.Months }) }));
}
