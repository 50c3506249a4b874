using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

/// <summary>The one suite that every adapter passes: a subclass says which adapter, what platform, and how the two are connected, and inherits everything else.</summary>
public abstract class AdapterConformance
{
    protected abstract IPortfolioAdapter Adapter { get; }

    /// <summary>A new platform that knows of nothing; it is started by the suite.</summary>
    protected abstract PlatformDouble Platform();

    /// <summary>A connection to it, with everything that a person would have set and permitted by now.</summary>
    protected abstract Task<TestConnection> Connect(PlatformDouble platform);

    /// <summary>What it is played for.</summary>
    internal IPortfolioAdapter Subject => Adapter;

    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public Task The_adapter_conforms(string scenario) => Play(Scenarios.All.Single(one => one.Name == scenario));

    internal async Task Play(Scenario scenario)
    {
        IReadOnlyList<string?> steps = scenario.AtEachStep ? [.. Platform().Steps] : [null];
        Assert.NotEmpty(steps);
        foreach (var step in steps)
        {
            await using var platform = Platform();
            await platform.Start();
            using var connection = await Connect(platform);
            await scenario.Play(new Ground(Adapter, platform, connection, step));
        }
    }
}
