using Portfolio.Adapters.Xapi;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Xapi;

public sealed class XapiConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new XapiAdapter();

    protected override PlatformDouble Platform() => new StoreDouble();

    protected override Task<TestConnection> Connect(PlatformDouble platform) => StoreDouble.Connect(platform);
}

/// <summary>Over a store that is stricter than it has to be, and takes no signatures.</summary>
public sealed class StrictXapiConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new XapiAdapter();

    protected override PlatformDouble Platform() => new StoreDouble { RefusesUnknownVoids = true, Versions = ["2.0.0"] };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => StoreDouble.Connect(platform, ("signature", "off"), ("version", "2.0.0"));
}
