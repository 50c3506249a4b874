using Portfolio.Adapters.Webhook;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Webhook;

public sealed class WebhookConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new WebhookAdapter();

    // The suite puts the clocks 4 minutes apart, and lets 2 more pass on ours alone.
    protected override PlatformDouble Platform() => new ReceiverDouble { Tolerance = 600 };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => ReceiverDouble.Connect(platform);
}
