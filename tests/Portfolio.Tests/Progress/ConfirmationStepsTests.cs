using System.Net;
using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Progress;

/// <summary>A requirement that is met is agreed to, checked and verified: in order, each by whom the pack names, the last by somebody independent.</summary>
public sealed class ConfirmationStepsTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_opens_the_next_and_the_last_becomes_a_record_that_says_met()
    {
        var scene = await ConfirmationScene.Met(host);
        var supervisor = await scene.As(await scene.Supervisor(scene.Trainee));
        var leader = await scene.As(scene.Leader);

        Assert.Equal("409 step-out-of-order", await scene.Tutor.RefusedStep(scene, "checked"));
        var agreed = await leader.Confirmed(scene, "agreed");
        Assert.Equal(["taken", "waits", "later"], await States(scene));
        Assert.Equal("403 not-yours-to-confirm", await leader.RefusedStep(scene, "checked"));
        await scene.Tutor.Confirmed(scene, "checked");
        var done = await supervisor.Confirmed(scene, "verified");

        Assert.Null(agreed.RecordId);
        var record = await supervisor.Get<RecordBody>(scene.Path($"records/{done.RecordId}"));
        var claim = Assert.IsType<Verification>(RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim);
        Assert.Equal((ConfirmationScene.Pack, VerificationScope.Requirement, "met", 2), (claim.Pack, claim.Scope, claim.State, claim.Records.Count));
        Assert.Equal(["1.2", "2.3"], claim.Alignments.Select(item => item.Code));
        var body = await supervisor.Get<ConfirmationsBody>(scene.Confirmations());
        Assert.Equal(["taken", "taken", "taken"], body.Steps.Select(step => step.State));
        Assert.Equal([("A first patient", new DateOnly(2025, 6, 2)), ("The next stage", new DateOnly(2025, 6, 2))], body.Unlocked.Select(each => (each.What, each.From!.Value)));
        Assert.Equal("409 step-out-of-order", await supervisor.RefusedStep(scene, "verified"));
    }

    [Fact]
    public async Task Whoever_took_a_step_before_or_led_a_session_that_counts_is_not_independent()
    {
        var scene = await ConfirmationScene.Met(host);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/supervisions"), new { supervisorId = scene.CoLeader.Id, from = "2024-08-01", kind = "educational" });
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        await scene.Tutor.Confirmed(scene, "checked");

        Assert.Equal("409 not-independent", await scene.Tutor.RefusedStep(scene, "verified"));
        Assert.Equal("409 not-independent", await (await scene.As(scene.CoLeader)).RefusedStep(scene, "verified"));
    }

    [Fact]
    public async Task Two_who_take_one_step_at_once_take_it_once()
    {
        var scene = await ConfirmationScene.Met(host);
        var leaders = new[] { await scene.As(scene.Leader), await scene.As(scene.CoLeader) };
        var seen = await leaders[0].Post<ConfirmationSeen>(scene.Confirmations(), new { step = "agreed" });

        var answers = await Task.WhenAll(leaders.Select(leader => leader.PostAsJsonAsync(scene.Confirmations(), new { step = "agreed", listHash = seen.Hash }, Cancellation)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal("409 step-out-of-order", await answers.Single(answer => !answer.IsSuccessStatusCode).Refusal());
        Assert.Single((await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Given);
    }

    [Fact]
    public async Task What_is_not_met_any_more_is_not_confirmed_though_a_step_was_taken()
    {
        var scene = await ConfirmationScene.Met(host);
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        var record = (await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Evidence.Records[0].RecordId;
        var leader = await scene.As(scene.Leader);
        var seen = await leader.Post<SignOffListBody>(scene.Path($"records/{record}/withdrawal"), new { reason = "Somebody else" });
        (await leader.PostAsJsonAsync(scene.Path($"records/{record}/withdrawal"), new { reason = "Somebody else", listHash = seen.Hash }, Cancellation)).EnsureSuccessStatusCode();

        Assert.Equal("409 requirement-not-met", await scene.Tutor.RefusedStep(scene, "checked"));
        Assert.Equal("not-yet", (await States(scene))[1]);
    }

    [Fact]
    public async Task A_question_stops_the_step_until_whoever_was_asked_answers()
    {
        var scene = await ConfirmationScene.Met(host);
        var (leader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.Trainee));
        var asked = await leader.Post<QuestionBody>(scene.Confirmations("/questions"), new { step = "agreed", question = "Which was the first?", answers = scene.Trainee.Id });

        Assert.Equal("409 question-open", await leader.RefusedStep(scene, "agreed"));
        Assert.Equal("asked-back", (await States(scene))[0]);
        Assert.Equal(("answers", asked.Id), Assert.Single((await trainee.Get<WaitingList>(scene.Path("confirmations/waiting"))).Waiting) is var waits ? (waits.Act, waits.QuestionId) : default);
        Assert.Empty((await leader.Get<WaitingList>(scene.Path("confirmations/waiting"))).Waiting);
        Assert.Equal("403 not-yours-to-answer", await (await scene.Tutor.PostAsJsonAsync(scene.Confirmations($"/questions/{asked.Id}/answer"), new { answer = "This" }, Cancellation)).Refusal());

        var answered = await trainee.Post<QuestionBody>(scene.Confirmations($"/questions/{asked.Id}/answer"), new { answer = "That of 14 May." });
        Assert.Equal("That of 14 May.", answered.Answer);
        Assert.Equal("409 answered-already", await (await trainee.PostAsJsonAsync(scene.Confirmations($"/questions/{asked.Id}/answer"), new { answer = "Or not" }, Cancellation)).Refusal());
        await leader.Confirmed(scene, "agreed");
    }

    [Fact]
    public async Task A_decline_says_why_and_begins_the_steps_anew()
    {
        var scene = await ConfirmationScene.Met(host);
        var leader = await scene.As(scene.Leader);
        await leader.Confirmed(scene, "agreed");

        (await scene.Tutor.PostAsJsonAsync(scene.Confirmations("/declines"), new { step = "checked", reason = "One sheet is missing" }, Cancellation)).EnsureSuccessStatusCode();

        var body = await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations());
        Assert.Equal((2, "waits"), (body.Round, body.Steps[0].State));
        Assert.Equal(("declined", "checked", "One sheet is missing"), Assert.Single(body.Ended) is var ended ? (ended.For, ended.Step, ended.Reason) : default);
        await leader.Confirmed(scene, "agreed");
    }

    [Fact]
    public async Task Reversing_a_step_reverses_what_was_taken_after_it_and_withdraws_the_record()
    {
        var scene = await ConfirmationScene.Met(host);
        var supervisor = await scene.As(await scene.Supervisor(scene.Trainee));
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        var check = await scene.Tutor.Confirmed(scene, "checked");
        var done = await supervisor.Confirmed(scene, "verified");

        Assert.Equal("403 not-yours-to-confirm", await (await (await scene.As(scene.Leader)).PostAsJsonAsync(
            scene.Confirmations($"/{check.ConfirmationId}/reversal"), new { reason = "No" }, Cancellation)).Refusal());
        (await scene.Tutor.PostAsJsonAsync(scene.Confirmations($"/{check.ConfirmationId}/reversal"), new { reason = "A sheet was of another group" }, Cancellation)).EnsureSuccessStatusCode();

        Assert.Equal("withdrawn", (await supervisor.Get<RecordBody>(scene.Path($"records/{done.RecordId}"))).State);
        var body = await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations());
        Assert.Equal((2, "reversed"), (body.Round, Assert.Single(body.Ended).For));
        Assert.Equal([true, true, false], body.Given.Select(given => given.ReversedAt is not null));
        Assert.All(body.Unlocked, unlocked => Assert.Null(unlocked.From));
    }

    [Fact]
    public async Task What_waits_is_listed_for_whoever_may_take_the_step_and_for_nobody_else()
    {
        var scene = await ConfirmationScene.Met(host);
        var supervisor = await scene.As(await scene.Supervisor(scene.Trainee));
        var leader = await scene.As(scene.Leader);

        Assert.Equal(["agreed"], await Waits(leader));
        Assert.Empty(await Waits(scene.Tutor));
        await leader.Confirmed(scene, "agreed");
        Assert.Equal(["checked"], await Waits(scene.Tutor));
        await scene.Tutor.Confirmed(scene, "checked");
        Assert.Equal(["verified"], await Waits(supervisor));
        Assert.Empty(await Waits(scene.Tutor));
        Assert.Empty(await Waits(await scene.As(scene.Trainee)));

        async Task<string[]> Waits(HttpClient who) => [.. (await who.Get<WaitingList>(scene.Path("confirmations/waiting"))).Waiting.Select(each => each.Step)];
    }

    private static async Task<string[]> States(Scene scene) => [.. (await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Steps.Select(step => step.State)];
}
