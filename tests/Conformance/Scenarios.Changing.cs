using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

internal static partial class Scenarios
{
    private static async Task Replaces(Ground on)
    {
        var before = await on.Delivered(on.Record);
        Later(on);
        ShowsNewer(on, await on.Replace(on.Newer, before));
    }

    private static async Task ReplacesWithoutAnswer(Ground on)
    {
        var before = await on.Delivered(on.Record);
        Later(on);
        on.Platform.Always(Fault.Reset.ButDone);
        var outcome = await on.Replace(on.Newer, before);
        on.Truthful(outcome, on.Newer);
        on.Platform.Clear();
        if (on.Repeating != Repeating.Neither)
            ShowsNewer(on, await on.Settle(outcome, on.Newer.As(null), () => on.Replace(on.Newer, before)));
        Assert.True(on.Times(on.Newer) <= 1);
    }

    // Where it takes several writes, each of them is the one that goes wrong once; the ledger looks for the newer one alone, and takes the older for replaced where it finds it.
    private static async Task ReplacesByParts(Ground on, Fault fault)
    {
        for (var part = 0; part < 6; part++)
        {
            var (older, newer) = (SampleRecords.Of(on.Record.Kind, number: part), SampleRecords.Of(on.Record.Kind, version: 2, number: part));
            var before = await on.Delivered(older);
            Later(on);
            FailsAt(on, part, fault);
            var outcome = await on.Replace(newer, before);
            var reached = on.Platform.AllPlayed;
            on.Platform.Clear();
            on.Truthful(outcome, newer);
            if (on.Repeating != Repeating.Neither)
                ShowsNewer(on, await on.Settle(outcome, newer.As(null), () => on.Replace(newer, before)), older, newer);
            Assert.True(on.Times(newer) <= 1);
            if (!reached)
                return;
            Later(on);
        }
    }

    private static async Task WithdrawsByParts(Ground on)
    {
        for (var part = 0; part < 6; part++)
        {
            var record = SampleRecords.Of(on.Record.Kind, number: part);
            var delivered = await on.Delivered(record);
            Later(on);
            FailsAt(on, part, Fault.Reset);
            var outcome = await on.Withdraw(delivered);
            var reached = on.Platform.AllPlayed;
            on.Platform.Clear();
            for (var attempts = 0; attempts < 4 && outcome is Outcome.NoAnswer or Outcome.TryLater; attempts++)
                outcome = await on.Withdraw(delivered);
            IsWithdrawn(on, outcome, record);
            if (!reached)
                return;
            Later(on);
        }
    }

    // As where the trainee took a permission back and gives it again.
    private static async Task DeliversWithdrawn(Ground on)
    {
        for (var times = 0; times < 2; times++)
        {
            var delivered = await on.Delivered(on.Record);
            Later(on);
            if (await on.Withdraw(delivered) is not Outcome.Accepted)
                return;
            Later(on);
        }
        await on.Delivered(on.Record);
        Assert.Single(on.Platform.Shown);
    }

    private static void FailsAt(Ground on, int part, Fault fault)
    {
        for (var passes = 0; passes < part; passes++)
            on.Platform.Next(Fault.None);
        on.Platform.Next(fault);
    }

    // The older one's answer was lost, and so perhaps was the older one.
    private static async Task ReplacesNothing(Ground on)
    {
        var outcome = await on.Replace(on.Newer, on.Record.As(null));
        on.Truthful(outcome, on.Newer);
        Assert.True(outcome is Outcome.Accepted or Outcome.NeedsPerson { Everything: false }, $"Replacing what never arrived was {outcome}.");
        Assert.Equal(0, on.Times(on.Record));
    }

    private static async Task Withdraws(Ground on)
    {
        var other = await on.Delivered(SampleRecords.Of(on.Record.Kind, number: 1));
        Later(on);
        var delivered = await on.Delivered(on.Record);
        for (var times = 0; times < 2; times++)
            IsWithdrawn(on, await on.Withdraw(delivered));
        Assert.True(on.Platform.Shown.Any(shown => shown.Record == other.Id), "Withdrawing one record took another.");
    }

    private static async Task WithdrawsWithoutAnswer(Ground on)
    {
        var delivered = await on.Delivered(on.Record);
        on.Platform.Always(Fault.Reset.ButDone);
        var outcome = await on.Withdraw(delivered);
        on.Platform.Clear();
        for (var attempts = 0; attempts < 4 && outcome is Outcome.NoAnswer or Outcome.TryLater; attempts++)
            outcome = await on.Withdraw(delivered);
        IsWithdrawn(on, outcome);
    }

    private static async Task WithdrawsNothing(Ground on)
    {
        var other = await on.Delivered(SampleRecords.Of(on.Record.Kind, number: 1));
        var outcome = await on.Withdraw(on.Record.As(null));
        Assert.True(outcome is Outcome.Accepted or Outcome.NeedsPerson { Everything: false }, $"Withdrawing what never arrived was {outcome}.");
        Assert.Equal([new(other.Id, 1)], on.Platform.Shown);
    }

    private static async Task WithdrawsNewer(Ground on)
    {
        var before = await on.Delivered(on.Record);
        Later(on);
        if (await on.Replace(on.Newer, before) is not Outcome.Accepted accepted)
            return;
        IsWithdrawn(on, await on.Withdraw(on.Newer.As(accepted.Receipt)), on.Newer);
    }

    private static void Later(Ground on)
    {
        on.Connection.Hands.Advance(TimeSpan.FromSeconds(5));
        on.Platform.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    private static void ShowsNewer(Ground on, Outcome outcome, SignedRecord? older = null, SignedRecord? newer = null)
    {
        if (outcome is Outcome.NeedsPerson { Everything: false })
            return;
        Assert.True(IsThere(outcome), $"Replacing was {outcome}.");
        on.ShowsOnce(newer ?? on.Newer);
        Assert.True(on.Times(older ?? on.Record) == 0 || on.Platform.OlderStays, "The older version is still to be seen.");
    }

    // Either it is gone there, or a person is asked to take it away, and until then it stays.
    private static void IsWithdrawn(Ground on, Outcome outcome, SignedRecord? record = null)
    {
        Assert.True(outcome is Outcome.Accepted or Outcome.NeedsPerson { Everything: false }, $"Withdrawing was {outcome}.");
        if (outcome is Outcome.Accepted)
            Assert.True(on.Times(record ?? on.Record) == 0, "It is still to be seen, and was said to be withdrawn.");
    }
}
