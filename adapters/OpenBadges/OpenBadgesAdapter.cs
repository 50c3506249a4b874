using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>Open Badges 3.0 hosts: the trainee's own account there, written to by their permission.</summary>
public sealed class OpenBadgesAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("open-badges", "Open Badges 3.0 host", [], Repeating.Neither, new(), []);

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
