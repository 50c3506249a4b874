using System.Data.Common;
using Portfolio.Api.Database;

namespace Portfolio.Api.Audit;

/// <summary>Writes what was read: one transaction and one step of the chain for each batch and programme. At stop it writes what is left, then ends.</summary>
internal sealed partial class AuditClerk(PortfolioDatabase database, AuditTrail trail, AuditQueue queue, RefusalTally refusals, TimeProvider clock, ILogger<AuditClerk> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The server has stopped before: hosted services end in reverse order, and it was the last to start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var batch in queue.Batches(stoppingToken))
                await Write([.. batch, .. refusals.Counted()], stoppingToken);
            await Write(refusals.Counted(soFar: true), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host's patience is at its end; what was lost is in the log.
        }
    }

    private async Task Write(IReadOnlyList<Noted> batch, CancellationToken cancellation)
    {
        foreach (var programme in batch.GroupBy(noted => noted.Programme))
            await WriteUntilKept(programme.Key, [.. programme], cancellation);
    }

    // While it cannot be written the queue fills and reading waits: nothing is shown that the audit does not know of.
    private async Task WriteUntilKept(Guid programme, IReadOnlyList<Noted> entries, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await using var work = await database.Begin(programme, cancellation);
                await trail.Append(work, entries, onlyIfChanged: false);
                await work.Commit();
                return;
            }
            catch (Exception e) when (e is DatabaseUnavailableException or DbException)
            {
                Log.Postponed(log, entries.Count, (e as DbException)?.SqlState ?? e.GetType().Name);
            }
            try
            {
                await Task.Delay(Pause, clock, cancellation);
            }
            catch (OperationCanceledException)
            {
                Log.Lost(log, entries.Count);
                throw;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Entries} audit entries wait, because they cannot be written: {Why}.")]
        public static partial void Postponed(ILogger log, int entries, string why);

        [LoggerMessage(2, LogLevel.Critical, "{Entries} audit entries were lost, because the host had to end before they could be written.")]
        public static partial void Lost(ILogger log, int entries);
    }
}
