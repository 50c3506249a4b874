using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;

namespace Portfolio.Api.Privacy;

/// <summary>Once a day: erases what a programme said it keeps no longer. What went stands in the log.</summary>
internal sealed partial class Retention(PortfolioDatabase database, Erasure erasure, SigningKeys signing, AuditTrail trail, TimeProvider clock, ILogger<Retention> log)
    : BackgroundService
{
    private const string Reason = "retention";
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Daily;
            try
            {
                await Everywhere(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DatabaseUnavailableException or System.Data.Common.DbException or RefusedException)
            {
                Log.Postponed(log, e.GetType().Name);
                wait = Soon;
            }
            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round through every programme.</summary>
    public async Task Everywhere(CancellationToken cancellation)
    {
        using var deed = trail.Doing("worker retention");
        foreach (var programme in await ProgrammeStore.All(database, cancellation))
        {
            await EraseRecords(programme, cancellation);
            await ErasePeople(programme, cancellation);
        }
    }

    private async Task EraseRecords(Programme programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme.Id, cancellation);
        var now = clock.GetUtcNow();
        var erased = await RetentionStore.EraseBytes(work, programme.LocalDate(now));
        if (erased.Count == 0)
            return;
        await ProgrammeLog.Append(work, [.. erased.Select(version => version.Fact)], await signing.ToSign(work, programme), now);
        await work.Commit();
        Log.Erased(log, erased.Count, programme.Id);
    }

    private async Task ErasePeople(Programme programme, CancellationToken cancellation)
    {
        foreach (var person in await Over(programme, cancellation))
        {
            await using var work = await database.Begin(programme.Id, cancellation);
            if ((await erasure.Erase(work, programme, person, Reason)).Refused(out var problem, out _))
                Log.Refused(log, person, problem.Code);
        }
    }

    private async Task<List<Guid>> Over(Programme programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme.Id, cancellation);
        return await RetentionStore.People(work, programme.LocalDate(clock.GetUtcNow()));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The bytes of {Versions} record versions of programme {Programme} were erased: their time was over.")]
        public static partial void Erased(ILogger log, int versions, Guid programme);

        [LoggerMessage(2, LogLevel.Warning, "Person {Person} is not erased although their time is over: {Why}.")]
        public static partial void Refused(ILogger log, Guid person, string why);

        [LoggerMessage(3, LogLevel.Warning, "What is over by retention waits: {Why}.")]
        public static partial void Postponed(ILogger log, string why);
    }
}
