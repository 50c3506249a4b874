using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>One of the two ways in.</summary>
internal abstract class MoodleWay
{
    public abstract Task<Outcome> Put(SignedRecord record, Delivered? before, CancellationToken cancellation);

    public abstract Task<Outcome> Withdraw(Delivered delivered, CancellationToken cancellation);

    public abstract Task<Outcome> Find(Delivered delivered, CancellationToken cancellation);

    public abstract Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation);

    /// <summary>What failed before anything was written did not arrive.</summary>
    public static Outcome? Unwritten(Outcome? whyNot) => whyNot is Outcome.NoAnswer lost ? new Outcome.TryLater(lost.Code, lost.After, lost.Said) : whyNot;
}
