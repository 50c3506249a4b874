using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

internal static partial class Scenarios
{
    // Something was sent, and what came back says nothing: it may have arrived. Whatever the platform did, it has the record once in the end.
    private static async Task Lost(Ground on, Fault fault)
    {
        if (TakesAnything(on, fault))
        {
            // The protocol knows no other yes; that nothing throws and nothing is told is all there is to hold.
            on.Platform.Always(fault, on.Step);
            Assert.IsType<Outcome.Accepted>(await on.Deliver(on.Record));
            return;
        }
        on.Platform.Always(fault, on.Step);
        var outcome = await on.Deliver(on.Record);
        on.Truthful(outcome, on.Record);
        Assert.True(IsThere(outcome) || outcome is Outcome.NoAnswer, $"After {fault.Name} nobody knows whether it arrived, and the answer was {outcome}.");

        on.Platform.Clear();
        on.Connection.Be(TestConnection.Patient);
        var settled = await on.Settle(outcome, on.Record.As(null), () => on.Deliver(on.Record));
        if (on.Repeating == Repeating.Neither)
            Assert.True(on.Times(on.Record) <= 1);
        else
        {
            Assert.True(IsThere(settled), $"It was settled as {settled}.");
            on.ShowsOnce(on.Record);
        }
        Assert.True(on.Platform.Shown.Count <= 1);
    }

    private static async Task Cancelled(Ground on)
    {
        on.Platform.Always(Fault.Slow);
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var patience = Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var attempt = on.Adapter.Deliver(on.Record, on.Connection, end.Token);
        Assert.Same(attempt, await Task.WhenAny(attempt, patience));
        Assert.True(attempt.IsCanceled || (attempt.IsFaulted && attempt.Exception.InnerException is OperationCanceledException) || await attempt is Outcome.NoAnswer);
    }

    // As where two hosts sent it, or an old answer was lost: the platform has this very record, and says so by a conflict.
    private static async Task ConflictWithItself(Ground on)
    {
        await on.Delivered(on.Record);
        on.Platform.Always(on.Platform.Saying(409));
        var outcome = await on.Deliver(on.Record);
        Assert.True(IsThere(outcome) || outcome is Outcome.NoAnswer or Outcome.Refused);
        on.Platform.Clear();
        if (on.Repeating != Repeating.Neither)
            on.Truthful(await on.Settle(outcome, on.Record.As(null), () => on.Deliver(on.Record)), on.Record);
        on.ShowsOnce(on.Record);
        Assert.Single(on.Platform.Shown);
    }

    // Something else stands where it would go: it is not there, and pushing it there would destroy what is.
    private static async Task ConflictWithAnother(Ground on)
    {
        if (!await on.Platform.Occupy(on.Record))
            on.Platform.Always(on.Platform.Saying(409));
        var shown = on.Platform.Shown;
        var outcome = await on.Deliver(on.Record);
        Assert.True(outcome is Outcome.Refused or Outcome.NeedsPerson { Everything: false }, $"A conflict with something else was {outcome}.");
        Assert.Equal(shown, on.Platform.Shown);
    }
}
