using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

internal static partial class Scenarios
{
    private static Task Describes(Ground on)
    {
        var described = on.Adapter.Description;
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", described.Name);
        Assert.InRange(described.Name.Length, 1, 40);
        Assert.NotEmpty(described.Title);
        Assert.NotEmpty(described.Kinds);
        Assert.All(described.Kinds, kind => Assert.Contains(kind, SampleRecords.Kinds));
        Assert.InRange(described.Limits.AtOnce, 1, 64);
        Assert.Equal(described.Settings.Count, described.Settings.DistinctBy(setting => setting.Name).Count());
        Assert.All(described.Settings, setting =>
        {
            Assert.Matches("^[a-z][A-Za-z0-9]*$", setting.Name);
            Assert.NotEmpty(setting.About);
            Assert.True(!setting.Required || on.Connection.Settings.ContainsKey(setting.Name), $"The connection of the test leaves out {setting.Name}.");
        });
        Assert.All(on.Connection.Settings.Keys, name => Assert.Contains(described.Settings, setting => setting.Name == name));
        // What is promised for the best of connections, this one may fall short of.
        Assert.True(on.Repeating >= described.Repeating);
        return Task.CompletedTask;
    }

    private static async Task Delivers(Ground on)
    {
        foreach (var kind in on.Adapter.Description.Kinds)
            await on.Delivered(SampleRecords.Of(kind));
        Assert.Equal(on.Adapter.Description.Kinds.Count, on.Platform.Shown.Count);
    }

    // As after a crash between the answer and its being written down: over this connection it must be safe in the way that was promised.
    private static async Task DeliversAgain(Ground on)
    {
        var delivered = await on.Delivered(on.Record);
        if (on.Repeating == Repeating.SameId)
            Assert.True(IsThere(await on.Deliver(on.Record)));
        if (on.Repeating == Repeating.ReadBack)
            Assert.IsType<Outcome.AlreadyThere>(await on.Find(delivered with { Receipt = null }));
        on.ShowsOnce(on.Record);
        Assert.Single(on.Platform.Shown);
    }

    private static async Task DeliversAnother(Ground on)
    {
        var other = SampleRecords.Of(on.Record.Kind, number: 1);
        await on.Delivered(on.Record);
        on.Connection.Hands.Advance(TimeSpan.FromSeconds(5));
        on.Platform.Clock.Advance(TimeSpan.FromSeconds(5));
        await on.Delivered(other);
        on.ShowsOnce(on.Record);
        Assert.Equal(2, on.Platform.Shown.Count);
    }

    private static async Task ClockOff(Ground on, int minutes)
    {
        on.Platform.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var delivered = await on.Delivered(on.Record);
        on.Connection.Hands.Advance(TimeSpan.FromSeconds(5));
        on.Platform.Clock.Advance(TimeSpan.FromSeconds(5));
        var replaced = await on.Replace(on.Newer, delivered);
        on.Truthful(replaced, on.Newer);
        Assert.True(replaced is Outcome.Accepted or Outcome.NeedsPerson { Everything: false });
    }
}
