using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

public sealed class FeedTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_pulls_the_records_of_trainees_who_connected_it_and_of_nobody_else()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var connection = await puller.Connected_by(scene.Trainee);
        var signed = await scene.Signed(await scene.A_filled_register());

        var page = await puller.Pull();

        Assert.Equal([1, 2], page.Entries.Select(entry => entry.Position));
        Assert.Equal(2, page.Next);
        Assert.All(page.Entries, entry => Assert.Equal(("issued", connection.Trainee, (int?)1), (entry.Change, entry.Trainee, entry.Version)));
        var own = signed.Records.Where(record => record.PersonId == scene.Trainee.Id).Select(record => (record.Id, record.Kind));
        Assert.Equal(own.Order(), page.Entries.Select(entry => (entry.RecordId!.Value, entry.Kind!)).Order());
        Assert.NotEqual(scene.Trainee.Id, connection.Trainee);
    }

    [Fact]
    public async Task What_is_fed_is_the_record_as_it_was_issued()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee, "attendance");
        await scene.Signed(await scene.A_filled_register());

        var entry = Assert.Single((await puller.Pull()).Entries);

        var trainee = await scene.As(scene.Trainee);
        var record = await Requests.Read<RecordBody>(await trainee.GetAsync(scene.Path($"records/{entry.RecordId}"), Cancellation));
        Assert.Equal((record.Jwt, record.Url), (entry.Jwt, entry.CredentialUrl));
    }

    [Fact]
    public async Task Only_the_kinds_that_were_permitted_are_fed()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await puller.Connected_by(scene.Trainee, "presentation");
        await scene.Signed(await scene.A_filled_register("2025-05-28"));

        Assert.Equal(["1 issued presentation 1", "2 issued presentation 1"], Puller.Told(await puller.PullAll()));
    }

    [Fact]
    public async Task Whoever_connects_after_the_poller_has_passed_is_delivered_in_full()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        var passed = (await puller.Pull()).Next;

        var late = await puller.Connected_by(scene.Other);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));

        var page = await puller.Pull(passed);
        Assert.Equal(4, passed);
        Assert.Equal([5, 6, 7, 8, 9], page.Entries.Select(entry => entry.Position));
        Assert.Equal(3, page.Entries.Count(entry => entry.Trainee == late.Trainee));
        Assert.Equal(3, page.Entries.Where(entry => entry.Trainee == late.Trainee).Select(entry => entry.RecordId).Distinct().Count());
    }

    [Fact]
    public async Task A_connection_brings_of_the_past_what_stands_and_not_what_was_replaced()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        await Corrected(scene, session, minutes: 45);
        await puller.Connected_by(scene.Other);

        Assert.Equal(["1 issued attendance 2"], Puller.Told(await puller.PullAll()));
    }

    [Fact]
    public async Task A_correction_tells_what_it_replaces_then_what_stands_and_a_withdrawal_tells_that()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Other);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        await puller.Pull();
        await Corrected(scene, session, minutes: 45);
        await puller.Pull();
        await Corrected(scene, session, minutes: null);

        var all = await puller.PullAll();

        Assert.Equal(["1 issued attendance 1", "2 superseded attendance 1", "3 issued attendance 2", "4 withdrawn attendance 2"], Puller.Told(all));
        Assert.Equal([true, false, true, false], all.Select(entry => entry.Jwt is not null));
        Assert.Single(all.Select(entry => entry.RecordId).Distinct());
    }

    [Fact]
    public async Task Whoever_disconnects_becomes_one_removal_and_nothing_signed_is_shown_any_more()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var connection = await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await puller.Pull();

        await puller.Ended_by(scene.Trainee, connection);
        await puller.Ended_by(scene.Trainee, connection);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var all = await puller.PullAll();
        await scene.Signed(await scene.A_filled_register("2025-05-14"));

        Assert.Equal(["issued", "issued", "removed"], all.Select(entry => entry.Change));
        Assert.All(all, entry => Assert.Null(entry.Jwt));
        Assert.Equal((connection.Trainee, null), (all[2].Trainee, all[2].RecordId));
        Assert.Empty((await puller.Pull(3)).Entries);
    }

    [Fact]
    public async Task A_permission_that_ended_before_anybody_pulled_feeds_nothing()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await scene.Signed(await scene.A_filled_register());
        await puller.Ended_by(scene.Trainee, await puller.Connected_by(scene.Trainee));

        Assert.Empty(await puller.PullAll());
    }

    [Fact]
    public async Task Whoever_connects_again_is_the_same_trainee_and_is_delivered_in_full_again()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var first = await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await puller.Pull();
        await puller.Ended_by(scene.Trainee, first);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var again = await puller.Connected_by(scene.Trainee);

        var all = await puller.PullAll();

        Assert.Equal(first.Trainee, again.Trainee);
        Assert.Equal(["issued", "issued", "removed", "issued", "issued", "issued", "issued"], all.Select(entry => entry.Change));
        Assert.Equal([false, false, false, true, true, true, true], all.Select(entry => entry.Jwt is not null));
    }

    [Fact]
    public async Task An_erased_trainee_becomes_a_removal_and_nothing_of_theirs_can_be_read()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Other);
        await scene.Signed(await scene.A_filled_register());
        await puller.Pull();
        await using (var work = await host.Database.Begin(scene.Programme, Cancellation))
        {
            await work.Run("delete from person_key where person_id = @Id", new { scene.Other.Id });
            await work.Commit();
        }

        var all = await puller.PullAll();

        Assert.Equal(["1 issued attendance 1", "2 removed"], Puller.Told(all));
        Assert.All(all, entry => Assert.Null(entry.Jwt));
    }

    private static async Task Corrected(Scene scene, SessionBody session, int? minutes)
    {
        var leader = await scene.As(scene.Leader);
        object other = minutes is null
            ? new { personId = scene.Other.Id, attendance = "absent" }
            : new { personId = scene.Other.Id, attendance = "partial", minutes };
        var register = new
        {
            mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
            lines = new[] { new { personId = scene.Trainee.Id, attendance = "present", presented = true }, other },
        };
        var path = scene.Path($"sessions/{session.Id}/corrections");
        var list = await leader.Post<SignOffListBody>(path, new { register, reason = "Read from the sheet again." });
        await leader.Post<SignedRegister>(path, new { register, reason = "Read from the sheet again.", listHash = list.Hash });
    }
}
