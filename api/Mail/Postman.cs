using Portfolio.Api.Audit;
using Portfolio.Api.Database;

namespace Portfolio.Api.Mail;

/// <summary>Sends what is due, programme by programme. A letter that cannot be sent is tried for two days, at growing intervals.</summary>
internal sealed partial class Postman(
    PortfolioDatabase database, Letters letters, LetterBell bell, MailRoom room, AuditTrail trail, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private const int MostAtOnce = 20;
    private const int MostTries = 12;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var deed = trail.Doing("worker postman");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Deliver(stoppingToken);
                await bell.Wait(Round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DatabaseUnavailableException or System.Data.Common.DbException)
            {
                Log.Postponed(log, e.GetType().Name);
                await Task.Delay(Round, CancellationToken.None).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round through every programme.</summary>
    public async Task Deliver(CancellationToken cancellation)
    {
        foreach (var programme in await Programmes(cancellation))
            while (await DeliverSome(programme, cancellation))
            {
            }
    }

    private async Task<List<Guid>> Programmes(CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await work.Rows<Guid>("select id from programme order by id");
    }

    private async Task<bool> DeliverSome(Guid programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        var due = await letters.Claim(work, clock.GetUtcNow(), MostAtOnce);
        foreach (var letter in due)
            await Send(work, letter, cancellation);
        await work.Commit();
        return due.Count == MostAtOnce;
    }

    private async Task Send(Work work, Letters.Due due, CancellationToken cancellation)
    {
        if (due.Letter is not { } letter)
        {
            await Letters.Drop(work, due.Id, "person-erased");
            return;
        }
        if (await room.Send(letter, cancellation) is not { } fault)
            await Letters.Sent(work, due.Id, clock.GetUtcNow());
        else if (due.Tries + 1 >= MostTries)
            await Letters.Drop(work, due.Id, fault);
        else
            await Letters.Later(work, due.Id, fault, clock.GetUtcNow() + Wait(due.Tries));
    }

    private static TimeSpan Wait(int tries) => TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(tries, 20)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Letters wait: {Why}.")]
        public static partial void Postponed(ILogger log, string why);
    }
}
