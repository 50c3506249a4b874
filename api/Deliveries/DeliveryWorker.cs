using System.Collections.Concurrent;
using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Deliveries;

/// <summary>Brings every platform's ledger up to date and sends what is due, programme by programme, on any number of hosts.</summary>
internal sealed partial class DeliveryWorker(
    PortfolioDatabase database, Adapters adapters, DeliveryRun run, DeliveryBell bell, DeliveryMetrics metrics, AuditTrail trail, TimeProvider clock, ILogger<DeliveryWorker> log) : BackgroundService
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    // How the ledgers stand is counted now and then: it is nobody's hurry.
    private static readonly TimeSpan Count = TimeSpan.FromSeconds(30);
    private DateTimeOffset counted;

    private sealed record Outward(Guid PlatformId, string Adapter);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var deed = trail.Doing("worker deliveries");
        var listening = Listen(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await Deliver(stoppingToken);
                await bell.Wait(Round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e) when (e is DatabaseUnavailableException or System.Data.Common.DbException)
            {
                Log.Postponed(log, e.GetType().Name);
                await Task.Delay(Round, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        await Task.WhenAll([listening, .. running.Values]);
    }

    /// <summary>One round through every programme: what is due is begun, and goes on by itself.</summary>
    public async Task Deliver(CancellationToken cancellation)
    {
        foreach (var programme in await ProgrammeStore.All(database, cancellation))
            foreach (var claim in await Claim(programme.Id, cancellation))
                Begin(claim, cancellation);
        if (clock.GetUtcNow() - counted > Count)
            await Stand(cancellation);
    }

    /// <summary>Rounds until nothing is due any more: for tests, which hold the clock.</summary>
    internal async Task DeliverAll(CancellationToken cancellation)
    {
        do
            await Deliver(cancellation);
        while (await Finished());
    }

    private async Task<bool> Finished()
    {
        var begun = running.Values.ToList();
        await Task.WhenAll(begun);
        return begun.Count > 0;
    }

    private async Task Stand(CancellationToken cancellation)
    {
        const string Sql = """
            select state, count(*) as lines, min(since) as oldest from delivery
            where programme_id = @Programme and state in ('due', 'sending', 'unknown', 'parked', 'refused') group by state
            """;
        counted = clock.GetUtcNow();
        foreach (var programme in await ProgrammeStore.All(database, cancellation))
        {
            await using var work = await database.Begin(programme.Id, cancellation);
            metrics.Stands(programme.Id, await work.Rows<Standing>(Sql, new { work.Programme }));
        }
    }

    private async Task<IReadOnlyList<Claim>> Claim(Guid programme, CancellationToken cancellation)
    {
        var claims = new List<Claim>();
        foreach (var platform in await Platforms(programme, cancellation))
            if (adapters.Find(platform.Adapter) is { } adapter)
                claims.AddRange(await Claim(database, programme, platform.PlatformId, adapter.Description.Kinds, MostAtOnce - running.Count - claims.Count, clock.GetUtcNow(), cancellation));
        return claims;
    }

    /// <summary>Brings one platform's ledger up to date, and takes places at which something is due.</summary>
    internal static async Task<IReadOnlyList<Claim>> Claim(
        PortfolioDatabase database, Guid programme, Guid platform, IReadOnlyList<string> carried, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await DeliveryFill.IsBehind(work, platform))
            await DeliveryFill.UpToNow(work, platform, carried, now);
        var claims = await DeliveryClaims.Take(work, platform, most, now);
        await work.Commit();
        return claims;
    }

    // Those of platforms that were removed too: what they have is taken back.
    private async Task<List<Outward>> Platforms(Guid programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return await work.Rows<Outward>("select platform_id, adapter from outward_platform where programme_id = @Programme order by platform_id", new { work.Programme });
    }

    private void Begin(Claim claim, CancellationToken cancellation)
    {
        // The ledger itself tells of every attempt, so that the audit need not: it has the round in which the place was taken.
        using (ExecutionContext.SuppressFlow())
        {
            running[claim.Lease] = Task.CompletedTask;
            var task = Task.Run(async () =>
            {
                await run.Work(claim, cancellation);
                running.TryRemove(claim.Lease, out _);
                bell.Ring();
            }, CancellationToken.None);
            // It may be over by now.
            running.TryUpdate(claim.Lease, task, Task.CompletedTask);
        }
    }

    private async Task Listen(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
            try
            {
                await bell.Listen(database, cancellation);
            }
            catch (Exception e) when (e is DatabaseUnavailableException or System.Data.Common.DbException or OperationCanceledException or IOException)
            {
                await Task.Delay(Round, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Deliveries wait: {Why}.")]
        public static partial void Postponed(ILogger log, string why);
    }
}
