using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>
/// Looks several times a day, programme by programme, for mandates whose end is to be told about and for queries that nobody answered. Any number of hosts may: each is told
/// once.
/// </summary>
internal sealed partial class HandoverWorker(PortfolioDatabase database, HandoverLetters letters, QueryLetters queries, AuditTrail trail, TimeProvider clock,
    ILogger<HandoverWorker> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var deed = trail.Doing("worker handover");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Tell(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DatabaseUnavailableException or System.Data.Common.DbException)
            {
                Log.Postponed(log, e.GetType().Name);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round through every programme.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        foreach (var programme in await ProgrammeStore.All(database, cancellation))
            await Tell(programme, cancellation);
    }

    private async Task Tell(Programme programme, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = programme.LocalDate(now);
        await using var work = await database.Begin(programme.Id, cancellation);
        foreach (var mandate in Handover.Due(await HandoverStore.Mandates(work, today), today))
        {
            var unsigned = await HandoverStore.Unsigned(work, mandate, today);
            if (await HandoverStore.Take(work, mandate, unsigned.Count, now))
                await letters.Write(work, mandate, unsigned, today, now);
        }
        await queries.PassOn(work, today, now);
        await work.Commit();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Ends of mandates wait to be told: {Why}.")]
        public static partial void Postponed(ILogger log, string why);
    }
}
