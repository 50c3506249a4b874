using Portfolio.Adapters.Moodle;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>What rates, by the web service.</summary>
public sealed class MoodleRatingConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new OneWay("assessment", "verification");

    protected override PlatformDouble Platform() => new MoodleHost { Scores = false };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => Task.FromResult(MoodleConnections.Of((MoodleHost)platform));
}

/// <summary>What is counted, by LTI.</summary>
public sealed class MoodleScoreConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new OneWay("period-account", "attendance");

    protected override PlatformDouble Platform() => new MoodleHost { Scores = true };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => Task.FromResult(MoodleConnections.Of((MoodleHost)platform));
}

/// <summary>The adapter, of which one way alone is played.</summary>
internal sealed class OneWay(params string[] kinds) : IPortfolioAdapter
{
    private readonly MoodleAdapter all = new();

    public AdapterDescription Description => all.Description with { Kinds = kinds };

    public Repeating RepeatingOver(AdapterConnection connection) => all.RepeatingOver(connection);

    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => all.Deliver(record, connection, cancellation);

    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => all.Replace(record, before, connection, cancellation);

    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => all.Withdraw(delivered, connection, cancellation);

    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => all.Find(delivered, connection, cancellation);

    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => all.Test(connection, cancellation);
}

internal static class MoodleConnections
{
    public static TestConnection Of(MoodleHost platform, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] way = platform.Scores
            ? [("clientId", LtiDoor.ClientId), ("lineItemsUrl", MoodleGradebook.LineItems(platform.Address).AbsoluteUri), ("membershipsUrl", MoodleGradebook.Memberships(platform.Address).AbsoluteUri)]
            : [("token", MoodleHost.Token), ("frameworkId", MoodleHost.Framework), ("grades", "met=2; Satisfactory=2; Not satisfactory=1")];
        var connection = new TestConnection(way.Append(("siteUrl", platform.Address.AbsoluteUri)).Concat(more).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        (platform.Door.Certificate, platform.Door.KeyId) = (connection.Key.Certificate, connection.Key.Id);
        return connection;
    }
}
