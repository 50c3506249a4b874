using Portfolio.Conformance;
using Portfolio.Contracts.Adapters;

namespace Portfolio.ProbeConformance;

/// <summary>Which adapter, what its platform is like, and how the two are connected: everything else is inherited.</summary>
public sealed class ProbeConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new ProbeAdapter.ProbeAdapter();

    protected override PlatformDouble Platform() => new SignedFolder();

    protected override Task<TestConnection> Connect(PlatformDouble platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return Task.FromResult(new TestConnection(new Dictionary<string, string> { ["address"] = new Uri(platform.Address, "files/").AbsoluteUri, ["token"] = SignedFolder.Token }));
    }
}
