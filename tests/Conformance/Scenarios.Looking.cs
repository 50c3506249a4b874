using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

internal static partial class Scenarios
{
    private static async Task Finds(Ground on)
    {
        if (on.Repeating != Repeating.ReadBack)
            return;
        Assert.IsType<Outcome.NotThere>(await on.Find(on.Record.As(null)));
        var delivered = await on.Delivered(on.Record);
        var writes = on.Platform.Writes.Count;
        Assert.IsType<Outcome.AlreadyThere>(await on.Find(delivered));
        Assert.IsType<Outcome.AlreadyThere>(await on.Find(on.Record.As(null)));
        Assert.IsType<Outcome.NotThere>(await on.Find(on.Newer.As(null)));
        Assert.IsType<Outcome.NotThere>(await on.Find(SampleRecords.Of(on.Record.Kind, number: 1).As(null)));
        Assert.True(on.Platform.Writes.Count == writes, "Finding changed something.");
    }

    // Who could not look does not say that nothing is there: the record would be sent again.
    private static async Task FindsOutNothing(Ground on)
    {
        await on.Delivered(on.Record);
        foreach (var fault in new[] { Fault.Of(500), Fault.Of(503), on.Platform.Saying(401), on.Platform.Saying(403), Fault.Garbage, Fault.Truncated, Fault.Huge, Fault.Reset, Fault.Redirect })
        {
            on.Platform.Everything(fault);
            var outcome = await on.Find(on.Record.As(null));
            Assert.True(outcome is not (Outcome.NotThere or Outcome.AlreadyThere), $"What could not be told for {fault.Name} was told as {outcome}.");
        }
    }

    private static async Task Tests(Ground on)
    {
        Assert.All(await on.Test(), trial => Assert.True(trial.Works is not false, trial.Part));
        on.ShowsNothing();
        await on.Delivered(on.Record);
        await on.Test();
        Assert.True(on.Platform.Shown.Count == 1, "A trial left something, or took something away.");
    }

    private static async Task TestsInVain(Ground on)
    {
        foreach (var fault in new[] { on.Platform.Saying(401), Fault.Of(500), Fault.Garbage, Fault.Reset, Fault.Huge })
        {
            on.Platform.Everything(fault);
            Assert.True((await on.Test()).Any(trial => trial.Works == false), $"With {fault.Name} everywhere nothing was found wrong.");
        }
        on.ShowsNothing();
    }
}
