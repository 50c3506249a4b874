using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Progress;

/// <summary>Writes each programme's weekly letters on its own Monday morning. Any number of hosts may: each week is written once, with everything that was noted of it, or not at all.</summary>
internal sealed partial class DigestWorker(
    PortfolioDatabase database, PersonStore people, DigestLetters letters, AuditTrail trail, TimeProvider clock, ILogger<DigestWorker> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var deed = trail.Doing("worker digest");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Write(stoppingToken);
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
    public async Task Write(CancellationToken cancellation)
    {
        foreach (var programme in await ProgrammeStore.All(database, cancellation))
            await Write(programme, cancellation);
    }

    private async Task Write(Programme programme, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Digest.Week(now, programme.Zone) is not { } week)
            return;
        await using var work = await database.Begin(programme.Id, cancellation);
        if (!await DigestStore.Take(work, week, now))
            return;
        var today = programme.LocalDate(now);
        var quiet = await DigestStore.Quiet(work, today);
        var members = await Cohort.Of(work, today);
        await WriteLeaders(work, members, quiet, week, today, now);
        await WriteTrainees(work, members, quiet, week, now);
        await work.Commit();
    }

    private async Task WriteLeaders(Work work, IReadOnlyList<CohortMember> members, IReadOnlySet<Guid> quiet, DateOnly week, DateOnly today, DateTimeOffset now)
    {
        var unsigned = (await CohortStore.Unsigned(work, today, sites: null)).Select(row => row.LeaderId).OfType<Guid>();
        var groups = (await CohortStore.Memberships(work, today)).ToLookup(row => row.PersonId, row => row.GroupId);
        var digests = Digest.OfLeaders(unsigned, await DigestStore.Leaders(work, today), members, groups, today).Where(digest => !quiet.Contains(digest.Person)).ToList();
        var reached = await Reached(work, digests.Select(digest => digest.Person));
        foreach (var digest in digests.Where(digest => reached.ContainsKey(digest.Person)))
        {
            await DigestStore.Note(work, digest.Person, week, null, told: true, now);
            await letters.Write(work, reached[digest.Person], digest, now);
        }
    }

    private async Task WriteTrainees(Work work, IReadOnlyList<CohortMember> members, IReadOnlySet<Guid> quiet, DateOnly week, DateTimeOffset now)
    {
        var digests = Digest.OfTrainees(members, await DigestStore.States(work)).Where(digest => !quiet.Contains(digest.Person)).ToList();
        var reached = await Reached(work, digests.Select(digest => digest.Person));
        foreach (var digest in digests.Where(digest => reached.ContainsKey(digest.Person)))
        {
            await DigestStore.Note(work, digest.Person, week, digest.State, digest.Told, now);
            if (digest.Told)
                await letters.Write(work, reached[digest.Person], digest, now);
        }
    }

    // Whom no letter can reach is told nothing, so nothing is noted as told.
    private async Task<IReadOnlyDictionary<Guid, Person>> Reached(Work work, IEnumerable<Guid> persons) =>
        (await people.Find(work, [.. persons])).Where(person => person.Identity.Email is not null).ToDictionary(person => person.Id);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Weekly letters wait to be written: {Why}.")]
        public static partial void Postponed(ILogger log, string why);
    }
}
