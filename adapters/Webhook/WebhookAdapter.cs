using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Webhook;

/// <summary>Signed webhooks (Standard Webhooks): thin events to whoever fetches the rest.</summary>
public sealed class WebhookAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("webhook", "Signed webhook", [], Repeating.Neither, new(), []);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.Neither;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => throw new NotImplementedException();
}
