using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Moodle (4.5): ratings of competencies for judgements, scores for attendance.</summary>
public sealed class MoodleAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("moodle", "Moodle", [], Repeating.Neither, new(), []);

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
