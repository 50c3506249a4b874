using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

internal static partial class Scenarios
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    private static async Task SignInAgain(Ground on) =>
        await Refused(on, 401, outcome => Assert.True(outcome is Outcome.NeedsPerson { Code: "sign-in-again", Everything: true }, $"401 was {outcome}."));

    // A token that ended a moment ago: renewed where that can be done, and otherwise a person's.
    private static async Task SignedInAgain(Ground on)
    {
        on.Platform.Next(on.Platform.Saying(401));
        var outcome = await on.Deliver(on.Record);
        on.Truthful(outcome, on.Record);
        Assert.True(outcome is Outcome.Accepted or Outcome.NeedsPerson { Code: "sign-in-again", Everything: true }, $"401 once was {outcome}.");
        if (on.Platform.Refreshes > 0)
            Assert.IsType<Outcome.Accepted>(outcome);
    }

    private static async Task MayNot(Ground on) => await Refused(on, 403, outcome => Assert.True(outcome is Outcome.NeedsPerson, $"403 was {outcome}."));

    private static async Task WrongAddress(Ground on) => await Refused(on, 404, outcome => Assert.True(outcome is Outcome.NeedsPerson or Outcome.Refused, $"404 was {outcome}."));

    private static async Task Gone(Ground on) =>
        await Refused(on, 410, outcome => Assert.True(outcome is Outcome.NeedsPerson { Code: "gone", Everything: true }, $"410 was {outcome}."));

    // Said by the status itself, as whatever stands before the platform does, and in the platform's own way.
    private static async Task Refused(Ground on, int status, Action<Outcome> right)
    {
        foreach (var fault in new[] { on.Platform.Saying(status), Fault.Of(status) })
        {
            on.Platform.Always(fault, on.Step);
            var renewed = on.Platform.Refreshes;
            right(await on.Deliver(on.Record));
            Assert.True(on.Platform.Refreshes <= renewed + 1, $"The token was renewed {on.Platform.Refreshes - renewed} times within one attempt.");
            on.ShowsNothing();
        }
    }

    private static async Task Busy(Ground on, int status, bool asDate)
    {
        // The platform's clock is not ours: what it says is read by its own.
        on.Platform.Clock.Advance(TimeSpan.FromMinutes(-4));
        on.Platform.Always(Fault.Busy(status, TwoMinutes, asDate), on.Step);
        var outcome = Assert.IsType<Outcome.TryLater>(await on.Deliver(on.Record));
        Assert.NotNull(outcome.After);
        Assert.InRange(outcome.After.Value.TotalSeconds, 118, 122);
        await ArrivesLater(on, outcome);
    }

    private static async Task Resting(Ground on)
    {
        on.Platform.Always(Fault.Of(503), on.Step);
        await ArrivesLater(on, Assert.IsType<Outcome.TryLater>(await on.Deliver(on.Record)));
    }

    private static async Task ArrivesLater(Ground on, Outcome outcome)
    {
        on.ShowsNothing();
        on.Platform.Clear();
        Assert.True(IsThere(await on.Settle(outcome, on.Record.As(null), () => on.Deliver(on.Record))));
        on.ShowsOnce(on.Record);
    }

    private static async Task Redirected(Ground on)
    {
        on.Platform.Always(Fault.Redirect, on.Step);
        await LedNowhere(on);
    }

    private static async Task RedirectedEverywhere(Ground on)
    {
        on.Platform.Everything(Fault.Redirect);
        await LedNowhere(on);
        await on.Find(on.Record.As(null));
        Assert.Contains(await on.Test(), trial => trial.Works == false);
        Assert.True(on.Platform.Trapped == 0, "A redirect was followed to an address inside.");
    }

    private static async Task LedNowhere(Ground on)
    {
        var outcome = await on.Deliver(on.Record);
        Assert.True(on.Platform.Trapped == 0, "A redirect was followed to an address inside.");
        Assert.True(outcome is not (Outcome.Accepted or Outcome.AlreadyThere), "A redirect was taken for an acceptance.");
        on.ShowsNothing();
    }

    private static async Task PrivateAddress(Ground on)
    {
        using var inside = on.Connection.At($"http://127.0.0.1:{on.Platform.Address.Port}", "https://10.1.2.3");
        var ground = new Ground(on.Adapter, on.Platform, inside, null);
        var outcome = await ground.Deliver(on.Record);
        Assert.True(outcome is Outcome.NeedsPerson { Code: "address-not-public" }, $"A private address was {outcome}.");
        Assert.Contains(await ground.Test(), trial => trial.Works == false);
        on.ShowsNothing();
    }
}
