using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class CorrectionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_missing_attender_gets_a_record_and_the_others_keep_their_bytes()
    {
        var (scene, leader, session, signed) = await Signed(other: "absent");
        var before = await Jwts(leader, scene, signed);
        host.Clock.Advance(TimeSpan.FromHours(1));

        var (seen, done) = await leader.Corrected(scene, session.Id, scene.Register());

        Assert.Equal([("issue", scene.Other.Id, "attendance")], seen.List.Records.Select(record => (record.Change, record.PersonId, record.Kind)));
        Assert.Equal(2, done.RegisterVersion);
        Assert.Equal(4, done.Records.Count);
        Assert.All(done.Records, record => Assert.Equal((1, "valid"), (record.Version, record.State)));
        Assert.Equal(before, await Jwts(leader, scene, signed));
        // Signed late, and it says so.
        var late = (await leader.Get<RecordBody>(scene.Path($"records/{done.Records.Single(record => record.PersonId == scene.Other.Id).Id}")));
        Assert.Equal(host.Clock.GetUtcNow(), late.SignedAt);
        Assert.True(late.SignedAt > signed.SignedAt);
    }

    [Fact]
    public async Task A_wrong_record_is_withdrawn_and_comes_back_as_its_own_next_version()
    {
        var (scene, leader, session, signed) = await Signed();
        var wrong = signed.Records.Single(record => record.PersonId == scene.Other.Id);

        var (_, without) = await leader.Corrected(scene, session.Id, scene.Register(other: "absent"));
        Assert.Equal((1, "withdrawn"), Of(without, wrong.Id));
        Assert.Equal("withdrawn", (await leader.Get<RecordBody>(scene.Path($"records/{wrong.Id}"))).State);

        var (_, again) = await leader.Corrected(scene, session.Id, scene.Register());
        Assert.Equal(3, again.RegisterVersion);
        Assert.Equal((2, "valid"), Of(again, wrong.Id));
        Assert.Equal("withdrawn", (await leader.Get<RecordBody>(scene.Path($"records/{wrong.Id}/versions/1"))).State);
    }

    [Fact]
    public async Task Other_minutes_are_a_new_version_of_the_same_record_and_the_old_one_keeps_its_bytes()
    {
        var (scene, leader, session, signed) = await Signed();
        var changed = signed.Records.Single(record => record.PersonId == scene.Other.Id);
        var first = await leader.Jwt(scene, changed.Id);

        var (seen, done) = await leader.Corrected(scene, session.Id, Partial(scene, minutes: 40));

        Assert.Equal(["replace"], seen.List.Records.Select(record => record.Change));
        Assert.Equal((2, "valid"), Of(done, changed.Id));
        Assert.Equal(first, await leader.Jwt(scene, changed.Id, version: 1));
        Assert.NotEqual(first, await leader.Jwt(scene, changed.Id));
        Assert.Equal("superseded", (await leader.Get<RecordBody>(scene.Path($"records/{changed.Id}/versions/1"))).State);
    }

    [Fact]
    public async Task Another_leader_means_another_version_of_every_record()
    {
        var (scene, _, session, signed) = await Signed();
        var register = new { mode = "in-person", leaderId = scene.CoLeader.Id, lines = Lines(scene) };

        var (_, done) = await (await scene.As(scene.CoLeader)).Corrected(scene, session.Id, register);

        Assert.Equal(
            signed.Records.Select(record => (record.Id, record.Kind == "leading" ? 1 : 2, record.Kind == "leading" ? "withdrawn" : "valid")),
            done.Records.Select(record => (record.Id, record.Version, record.State)));
    }

    [Fact]
    public async Task The_reason_is_kept_under_the_key_of_whoever_wrote_it()
    {
        var (scene, leader, session, _) = await Signed(other: "absent");
        await leader.Corrected(scene, session.Id, scene.Register());

        await using var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken);
        var kept = (await work.Row<byte[]>("select reason from register_version where session_id = @id and number = 2", new { session.Id }))!;
        var keys = await host.Service<PersonKeys>().Of(work, [scene.Leader.Id]);
        Assert.Equal("Otto came after all", Encoding.UTF8.GetString(keys[scene.Leader.Id].Open(kept, "register_version.reason")));
        Assert.Equal(-1, kept.AsSpan().IndexOf("Otto"u8));
    }

    [Fact]
    public async Task The_difference_must_have_been_seen_and_repeating_it_changes_nothing()
    {
        var (scene, leader, session, _) = await Signed(other: "absent");
        var (seen, done) = await leader.Corrected(scene, session.Id, scene.Register());

        Assert.Equivalent(done, await Requests.Read<SignedRegister>(await leader.Correct(scene, session.Id, scene.Register(), seen.Hash)), strict: true);
        Assert.Equal("409 list-changed", await (await leader.Correct(scene, session.Id, scene.Register(other: "absent"), seen.Hash[..63] + "0")).Refusal());
        Assert.Equal("409 nothing-to-correct", await (await leader.Correct(scene, session.Id, scene.Register())).Refusal());
    }

    [Fact]
    public async Task Whoever_may_not_correct_is_told_why()
    {
        var (scene, _, session, _) = await Signed(other: "absent");
        var open = await scene.A_filled_register("2025-05-21");
        await scene.Mandate(scene.Other, "deputy");
        var late = await scene.Person("Dora Deputy", "L3", "9900015");
        await scene.Mandate(late, "deputy", from: "2025-06-01");

        Assert.Equal("409 session-not-signed", await (await (await scene.As(scene.Leader)).Correct(scene, open.Id, scene.Register())).Refusal());
        Assert.Equal("409 own-record", await (await (await scene.As(scene.Other)).Correct(scene, session.Id, scene.Register())).Refusal());
        Assert.Equal("403 not-yours-to-sign", await (await (await scene.As(late)).Correct(scene, session.Id, scene.Register())).Refusal());
        Assert.Equal("422 leader-without-mandate", await (await (await scene.As(scene.Leader)).Correct(scene, session.Id,
            new { mode = "in-person", leaderId = late.Id, lines = Lines(scene) })).Refusal());
        Assert.Equal("422 register-refused", await (await (await scene.As(scene.Leader)).Correct(scene, session.Id, Partial(scene, minutes: 90))).Refusal());
        // The tutor may at any time, and it says so.
        Assert.Equal("attested", (await scene.Tutor.Corrected(scene, session.Id, scene.Register())).Seen.List.Provenance);
    }

    private async Task<(Scene, HttpClient, SessionBody, SignedRegister)> Signed(string other = "present")
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var session = await leader.Fill(scene, await scene.A_filled_register(), scene.Register(other));
        return (scene, leader, session, await scene.Signed(session));
    }

    private static (int, string) Of(SignedRegister register, Guid record) => register.Records.Where(of => of.Id == record).Select(of => (of.Version, of.State)).Single();

    private static async Task<string[]> Jwts(HttpClient reader, Scene scene, SignedRegister signed) =>
        await Task.WhenAll(signed.Records.Select(record => reader.Jwt(scene, record.Id)));

    private static object[] Lines(Scene scene) =>
        [new { personId = scene.Trainee.Id, attendance = "present", presented = true }, new { personId = scene.Other.Id, attendance = "present" }];

    private static object Partial(Scene scene, int minutes) => new
    {
        mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
        lines = new object[]
        {
            new { personId = scene.Trainee.Id, attendance = "present", presented = true }, new { personId = scene.Other.Id, attendance = "partial", minutes },
        },
    };
}
