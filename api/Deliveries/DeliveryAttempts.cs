using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>What is asked of a platform.</summary>
/// <param name="At">When it was written down.</param>
/// <param name="Record">The version as issued, where it is sent; nothing where its bytes were erased.</param>
/// <param name="Of">What is looked for, taken back or replaced.</param>
internal sealed record Attempt(Turn.Send Sent, int Number, DateTimeOffset At, SignedRecord? Record, Delivered Of);

/// <summary>Prepares attempts and makes them: the one way in which anything is sent.</summary>
internal sealed partial class DeliveryAttempts(SignedRecords records, DeliverySeal seal, TimeProvider clock, ILogger<DeliveryAttempts> log)
{
    // Well within a lease.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public async Task<Attempt> Prepare(Work work, Turn.Send sent)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var record = sent.Act is Act.Deliver or Act.Replace ? await records.Find(work, programme, sent.Of.RecordId, sent.Of.Number) : null;
        var of = sent.Before ?? sent.Of;
        return new(sent, 0, default, record, new(of.RecordId, of.Kind, Addresses.Record(programme, of.RecordId), of.Number, seal.Open(work.Programme, of.Id, of.Receipt)));
    }

    /// <summary>Why it cannot be sent, however often it is tried.</summary>
    public static string? WhyNot(Attempt attempt, OpenPlace place) =>
        attempt.Sent.Act is not (Act.Deliver or Act.Replace) ? null
        : attempt.Record is not { } record ? "erased"
        : Math.Max(record.Jwt.Length, record.Embedded?.Length ?? 0) > place.Adapter.Description.Limits.LargestBytes ? "too-large"
        : null;

    /// <summary>One attempt, which ends with one outcome whatever happens.</summary>
    public async Task<Outcome> Make(Attempt attempt, OpenPlace place, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        using var tracing = DeliveryMetrics.Attempting(place.Adapter.Description.Name, DeliveryStore.Code(attempt.Sent.Act));
        place.Connection.For(attempt.Sent.Of.Id, attempt.Sent.Of.Steps);
        try
        {
            return await Ask(attempt, place, either.Token);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.NoAnswer(cancellation.IsCancellationRequested ? "stopped" : "timed-out");
        }
#pragma warning disable CA1031 // An adapter may be anybody's: whatever it throws, something may have been sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Threw(log, place.Adapter.Description.Name, e.GetType().Name);
            return new Outcome.NoAnswer("fault");
        }
    }

    private static Task<Outcome> Ask(Attempt attempt, OpenPlace place, CancellationToken cancellation) => attempt.Sent.Act switch
    {
        Act.Deliver => place.Adapter.Deliver(attempt.Record!, place.Connection, cancellation),
        Act.Replace => place.Adapter.Replace(attempt.Record!, attempt.Of, place.Connection, cancellation),
        Act.Withdraw => place.Adapter.Withdraw(attempt.Of, place.Connection, cancellation),
        _ => place.Adapter.Find(attempt.Of, place.Connection, cancellation),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The adapter {Adapter} threw {Fault}.")]
        public static partial void Threw(ILogger log, string adapter, string fault);
    }
}
