using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class RecordChangeTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Withdrawing_an_attendance_shows_first_what_ends_and_takes_the_presentation_with_it()
    {
        var (scene, leader, session, signed) = await Signed();
        var record = signed.RecordOf(scene.Trainee);

        var (seen, done) = await leader.Withdrawn(scene, record);

        Assert.Equal([("withdraw", "attendance"), ("withdraw", "presentation")], seen.List.Records.Select(one => (one.Change, one.Kind)));
        Assert.Equal(record, seen.List.RecordId);
        Assert.All(done.Records, one => Assert.Equal(one.PersonId == scene.Trainee.Id ? "withdrawn" : "valid", one.State));
        var line = (await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}"))).Register!.Lines.Single(line => line.PersonId == scene.Trainee.Id);
        Assert.Equal(("absent", false), (line.Attendance, line.Presented));
        await The_log_is_whole(scene, "register-signed", "record-issued", "record-issued", "record-issued", "record-issued", "register-corrected", "record-withdrawn", "record-withdrawn");
    }

    [Fact]
    public async Task Withdrawing_a_presentation_leaves_the_attendance_as_it_was()
    {
        var (scene, leader, session, signed) = await Signed();
        var bytes = await leader.Jwt(scene, signed.RecordOf(scene.Trainee));

        var (_, done) = await leader.Withdrawn(scene, signed.RecordOf(scene.Trainee, "presentation"));

        Assert.Equal(["presentation"], done.Records.Where(one => one.State == "withdrawn").Select(one => one.Kind));
        Assert.Equal(bytes, await leader.Jwt(scene, signed.RecordOf(scene.Trainee)));
        Assert.False((await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}"))).Register!.Lines.Single(line => line.PersonId == scene.Trainee.Id).Presented);
    }

    [Theory]
    [InlineData(40, null, "partial", 40, null)]
    [InlineData(null, "online", "present", 60, "online")]
    [InlineData(25, "online", "partial", 25, "online")]
    public async Task An_amendment_is_a_new_version_that_says_what_should_have_been_said(int? minutes, string? mode, string attendance, int attended, string? online)
    {
        var (scene, leader, session, signed) = await Signed();
        var record = signed.RecordOf(scene.Other);

        var (seen, done) = await leader.Amended(scene, record, minutes, mode);

        Assert.Equal([("replace", scene.Other.Id, attended, mode ?? "in-person")], seen.List.Records.Select(one => (one.Change, one.PersonId, one.Minutes, one.Mode)));
        Assert.Equal((2, "valid"), done.Records.Where(one => one.Id == record).Select(one => (one.Version, one.State)).Single());
        Assert.Equal("superseded", (await leader.Get<RecordBody>(scene.Path($"records/{record}/versions/1"))).State);
        var line = (await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}"))).Register!.Lines.Single(line => line.PersonId == scene.Other.Id);
        Assert.Equal((attendance, attended, online), (line.Attendance, line.Minutes!.Value, line.Mode));
    }

    [Fact]
    public async Task The_list_must_have_been_seen_and_repeating_is_the_same_success_whatever_came_after()
    {
        var (scene, leader, session, signed) = await Signed();
        var (mine, others) = (signed.RecordOf(scene.Trainee), signed.RecordOf(scene.Other));
        Assert.Equal("409 list-changed", await (await leader.Withdraw(scene, mine, new string('0', 64))).Refusal());

        var (seen, done) = await leader.Withdrawn(scene, mine);
        Assert.Equivalent(done, await Requests.Read<SignedRegister>(await leader.Withdraw(scene, mine, seen.Hash)), strict: true);
        await leader.Withdrawn(scene, others);
        Assert.Equal(3, (await Requests.Read<SignedRegister>(await leader.Withdraw(scene, mine, seen.Hash))).RegisterVersion);

        // It came back since, so withdrawing it again is another withdrawal, with another list.
        await leader.Corrected(scene, session.Id, scene.Register());
        var (again, twice) = await leader.Withdrawn(scene, mine);
        Assert.NotEqual(seen.Hash, again.Hash);
        Assert.Equal((5, "withdrawn"), (twice.RegisterVersion, twice.Records.Single(record => record.Id == mine).State));
        Assert.Equal("409 record-withdrawn", await (await leader.Withdraw(scene, mine)).Refusal());
        Assert.Equal("409 record-withdrawn", await (await leader.Amend(scene, mine, minutes: 30)).Refusal());
    }

    [Fact]
    public async Task Other_records_of_the_session_may_change_between_seeing_and_signing()
    {
        var (scene, leader, _, signed) = await Signed();
        var seen = await Requests.Read<SignOffListBody>(await leader.Withdraw(scene, signed.RecordOf(scene.Other)));
        await leader.Withdrawn(scene, signed.RecordOf(scene.Trainee));

        var done = await Requests.Read<SignedRegister>(await leader.Withdraw(scene, signed.RecordOf(scene.Other), seen.Hash));
        Assert.All(done.Records.Where(record => record.Kind != "leading"), record => Assert.Equal("withdrawn", record.State));
    }

    [Fact]
    public async Task Having_led_is_withdrawn_by_somebody_else_and_leaves_no_co_leader_on_the_register()
    {
        var (scene, leader, session, signed) = await Signed();
        var led = signed.RecordOf(scene.CoLeader, "leading");
        Assert.Equal("409 own-record", await (await (await scene.As(scene.CoLeader)).Withdraw(scene, led)).Refusal());
        Assert.Equal("409 correct-register-instead", await (await leader.Amend(scene, led, minutes: 30)).Refusal());

        var (seen, done) = await leader.Withdrawn(scene, led);

        Assert.Equal([("withdraw", "leading")], seen.List.Records.Select(one => (one.Change, one.Kind)));
        Assert.Equal([led], done.Records.Where(one => one.State == "withdrawn").Select(one => one.Id));
        Assert.Null((await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}"))).Register!.CoLeaderId);
    }

    [Fact]
    public async Task That_nobody_led_cannot_be_said_so_the_register_has_to_say_who_did()
    {
        var (scene, _, session, _) = await Signed();
        var (coLeader, path) = (await scene.As(scene.CoLeader), scene.Path($"sessions/{session.Id}/leading"));
        var list = await coLeader.Post<SignOffListBody>(path, new { });
        var signed = await coLeader.Post<SignedRegister>(path, new { listHash = list.Hash });

        Assert.Equal("409 correct-register-instead", await (await coLeader.Withdraw(scene, signed.RecordOf(scene.Leader, "leading"))).Refusal());
    }

    [Fact]
    public async Task It_is_for_a_leader_of_that_day_and_the_tutor_and_never_for_the_holder()
    {
        var (scene, _, _, signed) = await Signed();
        var record = signed.RecordOf(scene.Other);
        var late = await scene.Person("Dora Deputy", "L3", "9900015");
        await scene.Mandate(late, "deputy", from: "2025-06-01");
        var elsewhere = await Scene.Set(host);

        Assert.Equal("404 not-found", await (await (await scene.As(scene.Other)).Withdraw(scene, record)).Refusal());
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Trainee)).Amend(scene, record, 30)).Refusal());
        Assert.Equal("404 not-found", await (await elsewhere.Tutor.Withdraw(scene, record)).Refusal());
        Assert.Equal("401 sign-in-needed", await (await host.Anybody().Withdraw(scene, record)).Refusal());
        Assert.Equal("404 not-found", await (await scene.Tutor.Withdraw(scene, Guid.CreateVersion7())).Refusal());
        Assert.Equal("403 not-yours-to-sign", await (await (await scene.As(late)).Withdraw(scene, record)).Refusal());
        await scene.Mandate(scene.Other, "deputy");
        Assert.Equal("409 own-record", await (await (await scene.As(scene.Other)).Withdraw(scene, record)).Refusal());

        Assert.Equal("contemporaneous", (await (await scene.As(scene.CoLeader)).Amended(scene, record, 30)).Seen.List.Provenance);
        Assert.Equal("attested", (await scene.Tutor.Withdrawn(scene, record)).Seen.List.Provenance);
    }

    [Fact]
    public async Task What_cannot_be_amended_like_that_is_refused_with_the_reason()
    {
        var (scene, leader, _, signed) = await Signed();
        var record = signed.RecordOf(scene.Other);
        Assert.Equal("422 amendment-refused", await (await leader.Amend(scene, record)).Refusal());
        Assert.Equal("422 amendment-refused", await (await leader.Amend(scene, record, minutes: 61)).Refusal());
        Assert.Equal("422 amendment-refused", await (await leader.Amend(scene, signed.RecordOf(scene.Trainee, "presentation"), minutes: 30)).Refusal());
        Assert.Equal("409 nothing-to-correct", await (await leader.Amend(scene, record, minutes: 60, mode: "in-person")).Refusal());
        Assert.Equal("400 invalid-body", await (await leader.Amend(scene, record, minutes: 0)).Refusal());
        Assert.Equal("400 invalid-body", await (await leader.Amend(scene, record, mode: "hybrid")).Refusal());
        Assert.Equal("400 invalid-body", await (await leader.Withdraw(scene, record, "not a hash")).Refusal());
    }

    private async Task<(Scene, HttpClient, SessionBody, SignedRegister)> Signed()
    {
        var scene = await Scene.Set(host);
        var session = await scene.A_filled_register();
        return (scene, await scene.As(scene.Leader), session, await scene.Signed(session));
    }

    private async Task The_log_is_whole(Scene scene, params string[] kinds)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.Empty(await LogCheck.Of(work, (await ProgrammeStore.Find(work, scene.Programme))!, host.Service<PersonKeys>()));
        Assert.Equal(kinds, (await ProgrammeLog.All(work)).Select(entry => entry.Kind));
    }
}
