using System.Net;
using Dapper;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class SignOffRefusalTests(TestHost host) : IClassFixture<TestHost>
{
    private const string OtherHash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task Another_hash_than_that_of_the_list_signs_nothing()
    {
        var (scene, leader, session) = await Filled();

        Assert.Equal("409 list-changed", await (await leader.Sign(scene, session.Id, OtherHash)).Refusal());
        Assert.Equal("open", (await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}"))).State);
        Assert.Equal(HttpStatusCode.OK, (await leader.AskForList(scene, session.Id)).StatusCode);
    }

    [Fact]
    public async Task A_register_that_changed_after_the_list_was_seen_is_not_signed()
    {
        var (scene, leader, session) = await Filled();
        var list = await leader.List(scene, session.Id);
        await leader.Fill(scene, session, scene.Register(other: "absent"));

        Assert.Equal("409 list-changed", await (await leader.Sign(scene, session.Id, list.Hash)).Refusal());
    }

    [Fact]
    public async Task Signing_twice_is_the_same_success_whichever_leader_repeats_it()
    {
        var (scene, leader, session) = await Filled();
        var list = await leader.List(scene, session.Id);
        var first = await (await leader.Sign(scene, session.Id, list.Hash)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        foreach (var signer in new[] { leader, await scene.As(scene.CoLeader) })
        {
            var again = await signer.Sign(scene, session.Id, list.Hash);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(first, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("409 session-signed", await (await signer.Sign(scene, session.Id, OtherHash)).Refusal());
            Assert.Equal("409 session-signed", await (await signer.AskForList(scene, session.Id)).Refusal());
        }
    }

    [Fact]
    public async Task A_mandate_of_today_does_not_sign_for_a_day_before_it()
    {
        var (scene, _, session) = await Filled();
        var deputy = await scene.Person("Dora Deputy", "L3", "9900015");
        await scene.Mandate(deputy, "deputy", from: "2025-06-01");

        Assert.Equal("403 not-yours-to-sign", await (await (await scene.As(deputy)).AskForList(scene, session.Id)).Refusal());
        Assert.Equal("403 not-yours-to-sign", await (await (await scene.As(deputy)).Sign(scene, session.Id, OtherHash)).Refusal());
    }

    [Fact]
    public async Task Nobody_signs_a_list_with_a_record_of_their_own()
    {
        var (scene, leader, session) = await Filled();
        await scene.Mandate(scene.Other, "deputy");

        Assert.Equal("409 own-record", await (await (await scene.As(scene.Other)).AskForList(scene, session.Id)).Refusal());
        Assert.Equal("409 own-record", await (await (await scene.As(scene.Other)).Sign(scene, session.Id, (await leader.List(scene, session.Id)).Hash)).Refusal());
    }

    [Fact]
    public async Task What_has_not_begun_was_empty_is_not_filled_or_did_not_take_place_is_not_signed()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var ahead = await scene.A_filled_register("2025-06-03");
        var unfilled = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-05-21", startsAt = "15:00:00", minutes = 60 });
        var empty = await leader.Fill(scene, await scene.A_filled_register("2025-05-14"), new
        {
            mode = "online", leaderId = scene.Leader.Id, lines = new[] { new { personId = scene.Trainee.Id, attendance = "apologies" } },
        });
        var cancelled = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-05-07", startsAt = "15:00:00", minutes = 60 });
        leader.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"1\"");
        await leader.Post<SessionBody>(scene.Path($"sessions/{cancelled.Id}/cancellation"), new { reason = "holiday" });

        foreach (var (session, code) in new[] { (ahead, "session-ahead"), (unfilled, "register-incomplete"), (empty, "register-empty"), (cancelled, "session-cancelled") })
        {
            Assert.Equal("409 " + code, await (await leader.AskForList(scene, session.Id)).Refusal());
            Assert.Equal("409 " + code, await (await leader.Sign(scene, session.Id, OtherHash)).Refusal());
        }
    }

    [Fact]
    public async Task The_tutor_attests_only_when_no_leader_of_that_day_can_sign_any_more()
    {
        var (scene, leader, session) = await Filled();
        Assert.Equal("409 leader-can-sign", await (await scene.Tutor.AskForList(scene, session.Id)).Refusal());
        await scene.EndMandates("2025-06-01");

        var list = await scene.Tutor.List(scene, session.Id);
        Assert.Equal("attested", list.List.Provenance);
        var signed = await Requests.Read<SignedRegister>(await scene.Tutor.Sign(scene, session.Id, list.Hash));
        var jwt = await leader.Jwt(scene, signed.Records[0].Id);
        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(jwt.Split('.')[1]));
        Assert.Contains("attested", claims, StringComparison.Ordinal);
        Assert.Contains("Tilda Tutor", claims, StringComparison.Ordinal);
        Assert.DoesNotContain("EndorsementCredential", claims, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trainee_and_another_programmes_leader_see_no_sign_off()
    {
        var (scene, leader, session) = await Filled();
        var hash = (await leader.List(scene, session.Id)).Hash;
        var elsewhere = await Scene.Set(host);

        foreach (var outsider in new[] { await scene.As(scene.Trainee), await elsewhere.As(elsewhere.Leader), elsewhere.Tutor })
        {
            Assert.Equal("404 not-found", await (await outsider.AskForList(scene, session.Id)).Refusal());
            Assert.Equal("404 not-found", await (await outsider.Sign(scene, session.Id, hash)).Refusal());
            Assert.Equal("404 not-found", await (await outsider.Correct(scene, session.Id, scene.Register())).Refusal());
        }
    }

    [Fact]
    public async Task Nothing_real_is_signed_without_a_public_address()
    {
        var (scene, leader, session) = await Filled();
        var hash = (await leader.List(scene, session.Id)).Hash;
        await using var connection = new NpgsqlConnection(await host.Superuser());
        await connection.ExecuteAsync("update programme set demonstration = false where id = @id", new { id = scene.Programme });

        Assert.Equal("409 public-address-needed", await (await leader.AskForList(scene, session.Id)).Refusal());
        Assert.Equal("409 public-address-needed", await (await leader.Sign(scene, session.Id, hash)).Refusal());
    }

    private async Task<(Scene, HttpClient, SessionBody)> Filled()
    {
        var scene = await Scene.Set(host);
        return (scene, await scene.As(scene.Leader), await scene.A_filled_register());
    }
}
