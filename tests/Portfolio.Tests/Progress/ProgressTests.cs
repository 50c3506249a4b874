using System.Net.Http.Json;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>Progress over HTTP, from sessions that were signed and put right there.</summary>
public class ProgressTests(TestHost host) : IClassFixture<TestHost>
{
    private const string NorthWest = "uk-nw-core";

    [Fact]
    public async Task A_signed_session_counts_and_names_the_record()
    {
        var scene = await A_group_with_two_trainees();
        var trainee = await scene.As(scene.Trainee);
        Assert.Equal((0, 0), await Progress(scene, trainee, scene.Trainee) is var before ? (before.Sessions().Have, before.Presented) : default);

        var signed = await scene.Signed(await scene.A_filled_register());
        var progress = await Progress(scene, trainee, scene.Trainee);
        var attendance = signed.Records.Single(record => record.PersonId == scene.Trainee.Id && record.Kind == "attendance");
        Assert.Equal([$"{attendance.Id}"], progress.Sessions().Counted);
        Assert.Equal((1, 25, false, 24), (progress.Sessions().Have, progress.Sessions().Need, progress.Sessions().Met, progress.Sessions().StillNeeded));
        Assert.Equal((1, 0), (progress.Presented, progress.FollowedUp));
        Assert.Equal(($"{scene.Trainee.Id}", NorthWest, new DateOnly(2025, 6, 2)), (progress.Trainee, progress.Pack, progress.AsOf));
        Assert.Equal((new DateOnly(2025, 7, 31), false), (progress.Deadline!.Value, progress.DeadlineEstimated));
        Assert.Equal(0, (await Progress(scene, scene.Tutor, scene.Other)).Presented);
    }

    [Fact]
    public async Task Leading_a_session_is_neither_attending_nor_presenting_at_it()
    {
        var scene = await A_group_with_two_trainees();
        await scene.Signed(await scene.A_filled_register());
        var before = await Progress(scene, scene.Tutor, scene.Other);
        // As leading would be kept beside the attendance of the same session.
        await using (var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken))
        {
            Assert.Equal(2, await work.Run("""
                insert into record (programme_id, id, kind, person_id, session_id)
                select programme_id, @id, 'leading', person_id, session_id from record where programme_id = @Programme and person_id = @person;
                insert into record_version
                select (jsonb_populate_record(v, jsonb_build_object('record_id', @id, 'status_index', (v.status_index + 1) % 131072))).*
                from record_version v join record r on r.programme_id = v.programme_id and r.id = v.record_id
                where r.programme_id = @Programme and r.person_id = @person and r.kind = 'attendance'
                """, new { work.Programme, id = Guid.CreateVersion7(), person = scene.Other.Id }));
            await work.Commit();
        }
        var after = await Progress(scene, scene.Tutor, scene.Other);
        Assert.Equal((1, 0, 0), (after.Sessions().Have, after.Presented, after.FollowedUp));
        Assert.Equal("deed-not-counted", Assert.Single(after.Sessions().NotCounted).Code);
        Assert.Equal(before.Sessions().Counted, after.Sessions().Counted);
        Assert.Equivalent(before with { Rules = [] }, after with { Rules = [] }, strict: true);
    }

    [Fact]
    public async Task A_correction_takes_back_what_it_withdraws_and_counts_what_it_changes_as_it_stands_now()
    {
        var scene = await A_group_with_two_trainees();
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        var record = Assert.Single((await Progress(scene, scene.Tutor, scene.Other)).Sessions().Counted);

        await Correct(scene, session, "absent");
        Assert.Equal((0, 0), await Sessions() is var gone ? (gone.Have, gone.NotCounted.Count) : default);
        Assert.Equal(1, (await Progress(scene, scene.Tutor, scene.Trainee)).Sessions().Have);

        await Correct(scene, session, "partial", minutes: 20);
        Assert.Equal([new(record, "minutes-too-few", "20 of 60 minutes attended; the pack counts 45 or more")], (await Sessions()).NotCounted);

        await Correct(scene, session, "present");
        Assert.Equal([record], (await Sessions()).Counted);

        async Task<RuleProgress> Sessions() => (await Progress(scene, scene.Tutor, scene.Other)).Sessions();
    }

    [Fact]
    public async Task Asking_for_a_past_day_leaves_out_what_came_later()
    {
        var scene = await A_group_with_two_trainees();
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        foreach (var (day, have) in new[] { ("2025-05-20", 0), ("2025-05-21", 1), ("2025-05-27", 1), ("2025-05-28", 2), ("2025-06-02", 2) })
            Assert.Equal((day, have, have), await Progress(scene, scene.Tutor, scene.Trainee, day) is var then
                ? ($"{then.AsOf:yyyy-MM-dd}", then.Sessions().Have, then.Presented) : default);
    }

    [Fact]
    public async Task A_session_called_off_is_left_no_longer_from_the_day_on_which_that_was_said()
    {
        var scene = await A_group_with_two_trainees();
        var leader = await scene.As(scene.Leader);
        var soon = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-04", startsAt = "15:00:00", minutes = 60 });
        // The pack's rhythm goes on where the schedule ends: a session on the last Wednesday leaves nothing to estimate.
        await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-07-30", startsAt = "15:00:00", minutes = 60 });
        Assert.Equal((2, 0), await Left("2025-06-02"));

        var cancel = new HttpRequestMessage(HttpMethod.Post, scene.Path($"sessions/{soon.Id}/cancellation")) { Content = JsonContent.Create(new { reason = "holiday" }) };
        cancel.Headers.TryAddWithoutValidation("If-Match", $"\"{soon.Version}\"");
        Assert.Equal("cancelled", (await Requests.Read<SessionBody>(await leader.SendAsync(cancel, TestContext.Current.CancellationToken))).State);
        Assert.Equal((1, 0), await Left("2025-06-02"));
        Assert.Equal((2, 0), await Left("2025-06-01"));

        async Task<(int?, int?)> Left(string day) =>
            (await Progress(scene, scene.Tutor, scene.Trainee, day)).Sessions() is var sessions ? (sessions.SessionsLeft, sessions.SessionsLeftEstimated) : default;
    }

    [Fact]
    public async Task Only_sessions_of_groups_to_which_the_trainee_belongs_on_that_day_are_left()
    {
        var scene = await A_group_with_two_trainees();
        var leaving = await scene.Person("Lara Leaving", "M5", "9900021");
        await scene.Placement(leaving);
        await scene.Member(leaving, until: "2025-06-10");
        var leader = await scene.As(scene.Leader);
        foreach (var heldOn in new[] { "2025-06-04", "2025-06-11", "2025-07-30" })
            await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn, startsAt = "15:00:00", minutes = 60 });
        Assert.Equal((3, 0), await Left(scene.Trainee));
        // One planned; the rhythm of seven days from the fourth of June to the end of July gives eight more.
        Assert.Equal((9, 8), await Left(leaving));

        async Task<(int?, int?)> Left(PersonBody person) =>
            (await Progress(scene, scene.Tutor, person)).Sessions() is var sessions ? (sessions.SessionsLeft, sessions.SessionsLeftEstimated) : default;
    }

    [Fact]
    public async Task A_clock_stop_takes_its_days_out_of_what_is_left()
    {
        var scene = await A_group_with_two_trainees();
        var leader = await scene.As(scene.Leader);
        foreach (var heldOn in new[] { "2025-06-04", "2025-07-30" })
            await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn, startsAt = "15:00:00", minutes = 60 });
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/clock-stops"), new { from = "2025-06-02", until = "2025-06-08" });
        Assert.Equal(1, (await Progress(scene, scene.Tutor, scene.Trainee)).Sessions().SessionsLeft);
        Assert.Equal(2, (await Progress(scene, scene.Tutor, scene.Other)).Sessions().SessionsLeft);
    }

    private async Task<Scene> A_group_with_two_trainees()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Placement(scene.Other);
        return scene;
    }

    private static async Task<TraineeProgress> Progress(Scene scene, HttpClient reader, PersonBody of, string? asOf = null) =>
        await Requests.Read<TraineeProgress>(await reader.GetAsync(scene.ProgressOf(of, asOf: asOf)));

    private static async Task Correct(Scene scene, SessionBody session, string other, int? minutes = null)
    {
        var leader = await scene.As(scene.Leader);
        var register = new
        {
            mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
            lines = new object[]
            {
                new { personId = scene.Trainee.Id, attendance = "present", presented = true },
                new { personId = scene.Other.Id, attendance = other, minutes },
            },
        };
        var path = scene.Path($"sessions/{session.Id}/corrections");
        var list = await leader.Post<SignOffListBody>(path, new { register, reason = "The sheet was wrong." });
        await leader.Post<SignedRegister>(path, new { register, reason = "The sheet was wrong.", listHash = list.Hash });
    }
}
