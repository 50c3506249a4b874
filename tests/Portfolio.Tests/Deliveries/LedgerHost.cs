using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A host whose only platforms are made up: one of each way to settle a lost answer.</summary>
public sealed class LedgerHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    public ValueTask InitializeAsync()
    {
        Host.Adapters.Clear();
        Host.Adapters.AddRange([new MadeUpPlatform(Repeating.SameId, "same-id"), new MadeUpPlatform(Repeating.ReadBack, "read-back"), new MadeUpPlatform(Repeating.Neither, "neither")]);
        return Host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
