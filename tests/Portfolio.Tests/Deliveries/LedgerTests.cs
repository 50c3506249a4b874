using System.Net;
using System.Net.Http.Json;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

public sealed class LedgerTests(LedgerHost ledgers) : IClassFixture<LedgerHost>
{
    private readonly TestHost host = ledgers.Host;

    [Fact]
    public async Task What_is_signed_is_delivered_once_and_the_trainee_sees_the_receipt()
    {
        var ledger = await Ledger.Set(host, "same-id");
        await ledger.A_signed_session();

        await ledger.Deliver();
        await ledger.Deliver();

        var lines = await ledger.Lines();
        Assert.Equal(["attendance accepted", "presentation accepted"], lines.Select(line => $"{line.Kind} {line.State}").Order());
        Assert.All(lines, line => Assert.NotNull(line.Receipt));
        Assert.Equal(2, ledger.Shown.Count);
        Assert.Equal("deliver accepted 200", string.Join(' ', (await ledger.Attempts(lines[0].Id)).Select(attempt => $"{attempt.Act} {attempt.Outcome} {attempt.Said}")));
    }

    [Fact]
    public async Task A_platform_connected_today_gets_the_past_of_the_kinds_that_are_permitted()
    {
        var ledger = await Ledger.Set(host, "same-id", connected: false);
        await ledger.A_signed_session("2025-05-21");
        await ledger.A_signed_session("2025-05-28");
        await ledger.Connect("attendance");

        await ledger.Deliver();

        Assert.Equal(["attendance", "attendance"], (await ledger.Lines()).Select(line => line.Kind));
        Assert.Equal(2, ledger.Shown.Count);
    }

    [Theory]
    [InlineData("same-id", "deliver,deliver")]
    [InlineData("read-back", "deliver,find")]
    public async Task A_lost_answer_leads_to_no_second_entry(string adapter, string acts)
    {
        var ledger = await Ledger.Set(host, adapter, connected: false);
        await ledger.A_signed_session();
        await ledger.Connect("attendance");
        ledger.Platform.LosesItsAnswer();

        await ledger.Deliver();
        Assert.Equal("due", Assert.Single(await ledger.Lines()).State);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await ledger.Deliver();

        var line = Assert.Single(await ledger.Lines());
        Assert.Equal("accepted", line.State);
        Assert.Single(ledger.Shown);
        Assert.Equal(acts, string.Join(',', (await ledger.Attempts(line.Id)).Select(attempt => attempt.Act)));
    }

    [Theory]
    [InlineData(true, "accepted", 1)]
    [InlineData(false, "accepted", 2)]
    public async Task Where_nothing_can_tell_the_person_is_asked(bool there, string state, int sent)
    {
        var ledger = await Ledger.Set(host, "neither", connected: false);
        await ledger.A_signed_session();
        await ledger.Connect("attendance");
        ledger.Platform.LosesItsAnswer();
        await ledger.Deliver();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await ledger.SignIn();
        await ledger.Deliver();
        var asked = Assert.Single(await ledger.Lines());
        Assert.Equal(("unknown", "no-answer"), (asked.State, asked.Reason));
        Assert.Single(ledger.Shown);

        await ledger.Trainee.Post<DeliveryBody>(ledger.Scene.Path($"deliveries/{asked.Id}/found"), new { there });
        await ledger.Deliver();

        Assert.Equal(state, Assert.Single(await ledger.Lines()).State);
        Assert.Equal(sent, (await ledger.Attempts(asked.Id)).Count(attempt => attempt.Act == "deliver"));
        var again = await ledger.Trainee.PostAsJsonAsync(ledger.Scene.Path($"deliveries/{asked.Id}/found"), new { there }, TestContext.Current.CancellationToken);
        Assert.Equal("409 delivery-not-asked", await again.Refusal());
    }

    [Fact]
    public async Task A_busy_platform_is_left_alone_for_as_long_as_it_asks()
    {
        var ledger = await Ledger.Set(host, "same-id", connected: false);
        await ledger.A_signed_session();
        await ledger.Connect("attendance");
        ledger.Platform.Answers(new Outcome.TryLater("busy", TimeSpan.FromMinutes(30), "429"));

        await ledger.Deliver();
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        await ledger.SignIn();
        await ledger.Deliver();
        Assert.Equal(("due", 1), (Assert.Single(await ledger.Lines()).State, (await ledger.Lines())[0].Tries));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await ledger.Deliver();

        Assert.Equal("accepted", Assert.Single(await ledger.Lines()).State);
    }

    [Fact]
    public async Task After_two_weeks_it_is_parked_and_a_replay_sends_it()
    {
        var ledger = await Ledger.Set(host, "same-id", connected: false);
        await ledger.A_signed_session();
        await ledger.Connect("attendance");
        for (var tries = 0; tries < 100 && (await ledger.Lines()).All(line => line.State == "due"); tries++)
        {
            ledger.Platform.Answers(new Outcome.TryLater("not-reached"));
            await ledger.Deliver();
            host.Clock.Advance(TimeSpan.FromHours(8));
            await ledger.SignIn();
        }
        ledger.Platform.Answers();
        var parked = Assert.Single(await ledger.Lines());
        Assert.Equal(("parked", "given-up"), (parked.State, parked.Reason));

        var replayed = await ledger.Trainee.Post<ReplayBody>(ledger.Scene.Path($"connections/{ledger.Connection.Id}/replay"), new { });
        await ledger.Deliver();
        await ledger.Deliver();

        Assert.Equal(1, replayed.Count);
        Assert.Equal("accepted", Assert.Single(await ledger.Lines()).State);
    }

    [Fact]
    public async Task Ending_the_permission_takes_back_what_is_there()
    {
        var ledger = await Ledger.Set(host, "same-id");
        await ledger.A_signed_session();
        await ledger.Deliver();

        await ledger.Trainee.Post<ConnectionBody>(ledger.Scene.Path($"connections/{ledger.Connection.Id}/end"), new { });
        await ledger.Deliver();

        Assert.All(await ledger.Lines(), line => Assert.Equal(("gone", "withdrawn"), (line.Wanted, line.State)));
        Assert.Empty(ledger.Shown);
        await ledger.Connect();
        await ledger.Deliver();
        Assert.Equal(2, ledger.Shown.Count);
    }

    [Fact]
    public async Task Other_kinds_take_back_what_they_do_not_hold_and_leave_the_rest()
    {
        var ledger = await Ledger.Set(host, "read-back");
        await ledger.A_signed_session();
        await ledger.Deliver();
        var calls = ledger.Platform.Calls.Count;

        await ledger.Trainee.PutAsJsonAsync(ledger.Scene.Path($"connections/{ledger.Connection.Id}/kinds"), new { kinds = new[] { "attendance" } }, TestContext.Current.CancellationToken);
        await ledger.Deliver();

        Assert.Equal(["withdraw presentation 1"], ledger.Platform.Calls.Skip(calls));
        Assert.Equal(["attendance accepted", "presentation withdrawn"], (await ledger.Lines()).Select(line => $"{line.Kind} {line.State}").Order());
    }

    [Fact]
    public async Task Nobody_sees_the_ledger_of_somebody_else_and_the_tutor_sees_no_presentations_in_it()
    {
        var ledger = await Ledger.Set(host, "same-id");
        await ledger.A_signed_session();
        await ledger.Deliver();
        var line = (await ledger.Lines())[0];

        var other = await ledger.Scene.As(ledger.Scene.Other);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(ledger.Scene.Path($"deliveries/{line.Id}"), TestContext.Current.CancellationToken)).StatusCode);
        var seen = (await ledger.Scene.Tutor.GetFromJsonAsync<DeliveryList>(ledger.Scene.Path("deliveries?state=accepted"), TestContext.Current.CancellationToken))!.Deliveries;
        Assert.Equal(["", "attendance"], seen.Select(one => one.Kind ?? "").Order());
        Assert.All(seen, one => Assert.Null(one.Receipt));
    }
}
