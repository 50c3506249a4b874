using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Progress;

/// <summary>A supervisor verifies how far somebody is, met or not: what was seen is frozen, and becomes a record.</summary>
public sealed class ConfirmationOfProgressTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Pack = "uk-nw-core";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_that_is_verified_says_how_many_of_how_many_and_names_the_records_it_rests_on()
    {
        var (scene, supervisor) = await A_year_begun();

        var seen = await supervisor.Post<ConfirmationSeen>(scene.Confirmations(), new { pack = Pack });
        var done = await supervisor.Post<ConfirmationSeen>(scene.Confirmations(), new { pack = Pack, listHash = seen.Hash });

        Assert.Null(seen.ConfirmationId);
        var record = await supervisor.Get<RecordBody>(scene.Path($"records/{done.RecordId}"));
        var claim = Assert.IsType<Verification>(RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim);
        Assert.Equal(("progress", VerificationScope.Progress), (done.Confirms.Scope, claim.Scope));
        Assert.Equal((Pack, "1"), (claim.Pack, claim.PackVersion));
        Assert.StartsWith("2-of-25.", claim.State, StringComparison.Ordinal);
        Assert.Equal(["1.1", "1.2", "2.1", "2.3"], claim.Alignments.Select(item => item.Code));
        Assert.Equal([.. seen.Confirms.Evidence.Records.Select(of => $"{of.Url}/versions/1")], claim.Records);
        Assert.Equal(2, claim.Records.Count);
        var checks = await Requests.Read<VerificationBody>(await host.Anybody().PostAsync("/v1/verify", new StringContent(record.Jwt), Cancellation));
        Assert.True(checks.Accepted);
        Assert.Equal("yes", checks.Checks.Single(check => check.Name == "endorsement-valid").Answer);
    }

    [Fact]
    public async Task What_stands_out_comes_first_and_when_somebody_presented_is_only_a_number()
    {
        var (scene, supervisor) = await A_year_begun();

        var body = await supervisor.Get<ConfirmationsBody>(scene.Confirmations($"?pack={Pack}"));

        Assert.Equal("not-met", body.Evidence.Exceptions[0].Code);
        Assert.Contains(body.Evidence.Exceptions, notice => notice.Code == "unconfirmed");
        Assert.Equal(2, body.Evidence.Presentations.Presented);
        Assert.All(body.Evidence.Records, record => Assert.Equal("attendance", record.Kind));
        Assert.All(body.Evidence.Records, record => Assert.Equal(["sessions"], record.Counts));
        Assert.Equal("not-yet", body.Steps[0].State);
        var first = body.Evidence.Records[0];
        Assert.Equal(first.RecordId, (await supervisor.Get<RecordBody>(new Uri(first.Url).PathAndQuery)).Id);
    }

    [Fact]
    public async Task What_was_confirmed_stays_as_it_was_seen_and_the_same_answer_again_is_the_same_success()
    {
        var (scene, supervisor) = await A_year_begun();
        var done = await supervisor.Confirmed(scene, null, Pack);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));

        var again = await supervisor.Post<ConfirmationSeen>(scene.Confirmations(), new { pack = Pack, listHash = done.Hash });
        Assert.Equal((done.ConfirmationId, done.RecordId), (again.ConfirmationId, again.RecordId));
        var frozen = await supervisor.Get<FrozenConfirmation>(scene.Confirmations($"/{done.ConfirmationId}"));
        Assert.Equal(done.Hash, frozen.Confirmation.Hash);
        Assert.Equal(2, frozen.Confirms.GetProperty("evidence").GetProperty("records").GetArrayLength());
        Assert.Equal(JsonSerializer.SerializeToElement(done.Confirms, Portfolio.Api.Http.Json.Options).GetRawText(), frozen.Confirms.GetRawText());
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_not_confirmed()
    {
        var (scene, supervisor) = await A_year_begun();
        var seen = await supervisor.Post<ConfirmationSeen>(scene.Confirmations(), new { pack = Pack });
        await scene.Signed(await scene.A_filled_register("2025-05-28"));

        Assert.Equal("409 list-changed", await (await supervisor.PostAsJsonAsync(scene.Confirmations(), new { pack = Pack, listHash = seen.Hash }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task A_reversal_needs_a_reason_withdraws_the_record_and_leaves_what_was_frozen()
    {
        var (scene, supervisor) = await A_year_begun();
        var done = await supervisor.Confirmed(scene, null, Pack);
        var reversal = scene.Confirmations($"/{done.ConfirmationId}/reversal");

        Assert.Equal("400 invalid-body", await (await supervisor.PostAsJsonAsync(reversal, new { }, Cancellation)).Refusal());
        (await supervisor.PostAsJsonAsync(reversal, new { reason = "Meant for somebody else" }, Cancellation)).EnsureSuccessStatusCode();
        Assert.Equal("409 reversed-already", await (await supervisor.PostAsJsonAsync(reversal, new { reason = "Again" }, Cancellation)).Refusal());

        Assert.Equal("withdrawn", (await supervisor.Get<RecordBody>(scene.Path($"records/{done.RecordId}"))).State);
        var frozen = await supervisor.Get<FrozenConfirmation>(scene.Confirmations($"/{done.ConfirmationId}"));
        Assert.Equal("Meant for somebody else", frozen.Confirmation.Reversal);
        Assert.Equal(2, frozen.Confirms.GetProperty("evidence").GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_verifies_their_own_progress_and_a_leader_none_of_a_requirement_that_gives_leaders_no_step()
    {
        var (scene, _) = await A_year_begun();
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Trainee)).PostAsJsonAsync(scene.Confirmations(), new { pack = Pack }, Cancellation)).Refusal());
        var leader = await scene.As(scene.Leader);
        Assert.Equal("403 not-yours-to-confirm", await (await leader.PostAsJsonAsync(scene.Confirmations(), new { pack = Pack }, Cancellation)).Refusal());
        Assert.Equal("403 not-yours-to-confirm", await (await leader.GetAsync(scene.Confirmations("?pack=us-abfm-balint"), Cancellation)).Refusal());
    }

    private async Task<(Scene Scene, HttpClient Supervisor)> A_year_begun()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        return (scene, await scene.As(await scene.Supervisor(scene.Trainee)));
    }
}
