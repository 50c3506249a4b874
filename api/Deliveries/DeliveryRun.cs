using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>
/// Works on one place until nothing is due there. Between two transactions there is one attempt: the first writes down what is about to be sent, the second how
/// it ended, and what comes next. A host can die at any point; what it leaves is an attempt without an end, which whoever comes next takes for a lost answer.
/// </summary>
internal sealed partial class DeliveryRun(
    PortfolioDatabase database, Adapters adapters, PlaceConnections places, DeliveryAttempts attempts, DeliverySeal seal, DeliveryLetters letters, DeliveryMetrics metrics, TimeProvider clock, ILogger<DeliveryRun> log)
{
    // So that nobody's long past keeps others waiting.
    private const int MostInARow = 50;

    public async Task Work(Claim claim, CancellationToken cancellation)
    {
        try
        {
            var (place, attempt) = await Begin(claim, cancellation);
            for (var made = 1; attempt is not null; made++)
            {
                var outcome = await attempts.Make(attempt, place!, cancellation);
                // What came of it is written down though the host is being stopped.
                attempt = await End(claim, place!, attempt, outcome, more: made < MostInARow && !cancellation.IsCancellationRequested);
            }
        }
#pragma warning disable CA1031 // Of whatever stops it here the other places must know nothing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The lease ends by itself, and another attempt begins with what this one left.
            Log.Left(log, claim.Place, e is System.Data.Common.DbException { SqlState: { } state } ? state : e.GetType().Name);
        }
    }

    private async Task<(OpenPlace?, Attempt?)> Begin(Claim claim, CancellationToken cancellation)
    {
        await using var work = await database.Begin(claim.Programme, cancellation);
        // Held before its lines, as everywhere.
        if (!await DeliveryClaims.Renew(work, claim, clock.GetUtcNow()))
            return default;
        var place = await Open(work, claim);
        if (place is null)
            await DeliveryStore.Wait(work, claim, "settings-missing", clock.GetUtcNow());
        var attempt = place is null ? await LetGo(work, claim) : await Next(work, claim, place);
        await work.Commit();
        return (place, attempt);
    }

    private async Task<OpenPlace?> Open(Work work, Claim claim) =>
        await places.Open(work, claim.Platform, claim.Person) is { } connection && adapters.Find(connection.Adapter) is { } adapter && OpenPlace.HasAll(adapter, connection)
            ? new(adapter, connection, adapter.RepeatingOver(connection)) : null;

    private async Task<Attempt?> End(Claim claim, OpenPlace place, Attempt attempt, Outcome outcome, bool more)
    {
        await using var work = await database.Begin(claim.Programme, CancellationToken.None);
        var now = clock.GetUtcNow();
        var (of, settled) = (attempt.Sent.Of, Settled.After(attempt.Sent, outcome, now));
        if (settled.RestsUntil is { } until)
            await DeliveryStore.Rest(work, claim, until);
        if (!await DeliveryClaims.Renew(work, claim, now))
        {
            Log.Left(log, claim.Place, "lease-lost");
            return null;
        }
        await DeliveryStore.End(work, of.Id, attempt.Number, outcome, now);
        metrics.Attempted(place.Adapter.Description.Name, DeliveryStore.Code(outcome), attempt.Number == 1 ? attempt.At - of.Since : null);
        await DeliveryStore.Settle(work, of, settled, settled.Arrived is { } receipt ? seal.Close(claim.Programme, of.Id, receipt) : null, now);
        if (settled.State == "accepted")
            await DeliveryStore.Replaced(work, of, claim, now);
        if (settled.Needs is { } needs)
            await DeliveryStore.Wait(work, claim, needs, now);
        var next = more && settled.Needs is null && settled.RestsUntil is null ? await Next(work, claim, place) : await LetGo(work, claim);
        await work.Commit();
        return next;
    }

    private async Task<Attempt?> Next(Work work, Claim claim, OpenPlace place)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var turn = Turn.Next(await DeliveryStore.NextDue(work, claim, now), place.Repeating, now);
            if (turn is Turn.Send sent)
            {
                var attempt = await attempts.Prepare(work, sent);
                if (DeliveryAttempts.WhyNot(attempt, place) is not { } why)
                    return attempt with { Number = await DeliveryStore.Intend(work, sent, now), At = now };
                turn = new Turn.Settle(sent.Of, "refused", why);
            }
            if (turn is not Turn.Settle settle)
                return await LetGo(work, claim);
            await DeliveryStore.Settle(work, settle.Of, Settled.Without(settle), null, now);
        }
    }

    private async Task<Attempt?> LetGo(Work work, Claim claim)
    {
        await letters.Write(work, claim, clock.GetUtcNow());
        await DeliveryStore.Forget(work, claim);
        await DeliveryClaims.Release(work, claim);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Left place {Place} as it is: {Why}.")]
        public static partial void Left(ILogger log, Guid place, string why);
    }
}
