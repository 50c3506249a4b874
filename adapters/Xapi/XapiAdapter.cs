using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>xAPI learning record stores (1.0.3 and 2.0).</summary>
public sealed class XapiAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("xapi", "xAPI learning record store", [], Repeating.Neither, new(), []);

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
