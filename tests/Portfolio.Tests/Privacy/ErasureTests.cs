using System.Net;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

public sealed class ErasureTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] OfRecords = ["/records", "/feed", "/export"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erased_trainee_is_named_nowhere_and_everything_else_is_as_it_was()
    {
        var scene = await ErasureScene.Set(host);
        var trainee = await scene.Scene.As(scene.Scene.Trainee);
        var attendance = scene.Signed.RecordOf(scene.Scene.Trainee);
        var copy = await trainee.Bytes(scene.Scene.Path($"records/{attendance}"), "text/plain");
        var others = await (await scene.Scene.As(scene.Scene.Other)).Bytes(scene.Scene.Path($"records/{scene.Signed.RecordOf(scene.Scene.Other)}"), "text/plain");
        Assert.True(await scene.Finds("Tara Trainee"));

        var erased = await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Trainee.Id));
        var again = await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Trainee.Id));

        Assert.Equal(erased, again);
        Assert.Empty(await scene.Sweep("Tara Trainee", "9900013"));
        Assert.Equal("401 sign-in-needed", await (await trainee.GetAsync(scene.Scene.Path("groups"), Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await scene.Scene.Tutor.GetAsync(scene.Scene.Path($"people/{scene.Scene.Trainee.Id}"), Cancellation)).Refusal());
        Assert.Equal("410 record-erased", await (await scene.Scene.Tutor.GetAsync(scene.Scene.Path($"records/{attendance}"), Cancellation)).Refusal());
        Assert.Equal("410 record-erased", await (await scene.Scene.Tutor.GetAsync(scene.Scene.Path($"records/{attendance}/bundle"), Cancellation)).Refusal());

        var told = await host.Anybody().Verify(copy);
        Assert.False(told.Accepted);
        Assert.Equal("no", told.Standing().Answer);
        Assert.EndsWith("What was held about its holder is erased.", told.Standing().Why, StringComparison.Ordinal);
        Assert.True((await host.Anybody().Verify(others)).Accepted);

        var checkedAll = await scene.Fsck();
        Assert.Null(checkedAll.Wrong);
        // An attendance and a presentation of each of two sessions, and an account.
        Assert.Equal(5, checkedAll.Counts!.Erased);
        var (archive, said) = await scene.Archived();
        Assert.Empty(archive.Faults);
        Assert.Equal((5, archive.Issued - 5), (archive.Erased, archive.Versions));
        Assert.DoesNotContain("Tara", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platforms_are_told_to_remove_what_they_hold()
    {
        var scene = await ErasureScene.Set(host);
        var before = (await scene.Puller.PullAll()).Count;

        await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Other.Id));

        var all = await scene.Puller.PullAll();
        Assert.Equal("removed", Assert.Single(all.Skip(before)).Change);
        Assert.All(all.Where(entry => entry.Trainee == all[^1].Trainee), entry => Assert.Null(entry.Jwt));
    }

    [Fact]
    public async Task What_an_erased_leader_endorsed_for_others_stays_and_they_sign_nothing_any_more()
    {
        var scene = await ErasureScene.Set(host);
        var leader = await scene.Scene.As(scene.Scene.Leader);
        var record = await (await scene.Scene.As(scene.Scene.Other)).Bytes(scene.Scene.Path($"records/{scene.Signed.RecordOf(scene.Scene.Other)}"), "application/vc+ld+json");

        await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Leader.Id));

        var verified = await host.Anybody().Verify(record);
        Assert.True(verified.Accepted);
        Assert.Equal("yes", verified.Checks.Single(check => check.Name == "endorsement-valid").Answer);
        Assert.Equal([true], await scene.Rows<bool>(
            "select wrapped is null and until_at is not null from leader_key where programme_id = @Programme and person_id = @Id", new { scene.Scene.Programme, scene.Scene.Leader.Id }));
        Assert.Equal("401 sign-in-needed", await (await leader.AskForList(scene.Scene, scene.Open.Id)).Refusal());
        // In a session that they would have led, somebody else signs; what stands of them is in records of others alone.
        var list = await (await scene.Scene.As(scene.Scene.CoLeader)).List(scene.Scene, scene.Open.Id);
        Assert.Equal(["Colin Coleader"], list.List.Leaders);
        await scene.Scene.Signed(scene.Open, scene.Scene.CoLeader);
        Assert.Null((await scene.Fsck()).Wrong);
        // A record's own pages, what its holder exports, and what a platform of theirs pulls: everywhere else the name is gone.
        Assert.DoesNotContain(await scene.Sweep("Lena Leader"), found => !OfRecords.Any(part => found.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_register_with_an_erased_member_can_still_be_corrected()
    {
        var scene = await ErasureScene.Set(host);
        await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Trainee.Id));
        var leader = await scene.Scene.As(scene.Scene.Leader);

        var (seen, done) = await leader.Corrected(scene.Scene, scene.Session.Id, new
        {
            mode = "online", leaderId = scene.Scene.CoLeader.Id, lines = new[] { new { personId = scene.Scene.Other.Id, attendance = "present" } },
        });

        Assert.DoesNotContain(seen.List.Records, record => record.PersonId == scene.Scene.Trainee.Id);
        Assert.All(done.Records.Where(record => record.PersonId == scene.Scene.Trainee.Id), record => Assert.Equal("withdrawn", record.State));
        Assert.Null((await scene.Fsck()).Wrong);
    }

    [Fact]
    public async Task A_backup_that_brings_somebody_back_is_erased_again_at_the_start()
    {
        var scene = await ErasureScene.Set(host);
        var key = (await scene.Rows<byte[]>("select wrapped from person_key where programme_id = @Programme and person_id = @Id", new { scene.Scene.Programme, scene.Scene.Other.Id })).Single();
        await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Other.Id));
        await using (var work = await scene.Begin())
        {
            await work.Run("insert into person_key (programme_id, person_id, wrapped) values (@Programme, @Id, @key)", new { work.Programme, scene.Scene.Other.Id, key });
            await work.Commit();
        }

        await scene.Start();
        await scene.Start();

        Assert.False(await scene.Any("select 1 from person_key where programme_id = @Programme and person_id = @Id", new { scene.Scene.Programme, scene.Scene.Other.Id }));
        Assert.Equal(2, (await scene.Rows<long>("select position from log_entry where programme_id = @Programme and kind = 'person-erased'")).Count);
        Assert.Null((await scene.Fsck()).Wrong);
    }

    [Fact]
    public async Task An_erasure_that_a_crash_cut_off_after_its_note_is_made_good_at_the_start()
    {
        var scene = await ErasureScene.Set(host);
        host.Service<ErasureList>().Note(new(scene.Scene.Programme, scene.Scene.Trainee.Id, host.Clock.GetUtcNow(), "objected"));

        await scene.Start();

        Assert.Empty(await scene.Sweep("Tara Trainee"));
        Assert.Null((await scene.Fsck()).Wrong);
    }

    [Fact]
    public async Task Without_a_list_nobody_is_erased()
    {
        var scene = await ErasureScene.Set(host);
        var without = new Erasure(new ErasureList(null, () => throw new InvalidOperationException()), host.Service<Api.Records.Issuing>(), host.Clock);
        await using var work = await scene.Begin();

        var refused = await without.Erase(work, (await ProgrammeStore.Find(work, scene.Scene.Programme))!, scene.Scene.Trainee.Id, "objected");

        Assert.Equal("erasure-list-needed", refused.Problem!.Code);
    }

    [Fact]
    public async Task A_slip_in_the_path_erases_nobody_and_nobody_is_erased_elsewhere()
    {
        var scene = await ErasureScene.Set(host);
        var slip = await scene.Officer.PostAsync(scene.Scene.Path($"people/{scene.Scene.Trainee.Id}/erasure"),
            System.Net.Http.Json.JsonContent.Create(new { personId = scene.Scene.Other.Id, reason = "objected" }), Cancellation);
        Assert.Equal("400 invalid-request", await slip.Refusal());
        Assert.Equal("404 not-found", await (await scene.Erase(Guid.NewGuid())).Refusal());
        Assert.Equal(HttpStatusCode.OK, (await scene.Scene.Tutor.GetAsync(scene.Scene.Path($"people/{scene.Scene.Trainee.Id}"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Bytes_that_go_without_a_word_in_the_log_are_found()
    {
        var scene = await ErasureScene.Set(host);
        await using (var work = await scene.Begin())
        {
            await work.Run("update record_version set jwt = null, embedded = null where record_id = @record", new { record = scene.Signed.RecordOf(scene.Scene.Trainee) });
            await work.Commit();
        }

        Assert.Contains("its bytes are gone, and the log does not say that they were erased", (await scene.Fsck()).Wrong, StringComparison.Ordinal);
    }
}
