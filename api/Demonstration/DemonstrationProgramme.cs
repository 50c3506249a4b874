using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Demonstration;

/// <summary>Says where to go and who to be; on a database without any programme, and without a public address, makes one to try first.</summary>
internal sealed partial class DemonstrationProgramme(
    PortfolioDatabase database, Importer importer, AuditTrail trail, PublicAddress address, TimeProvider clock, IServer server, ILogger<DemonstrationProgramme> log)
{
    public const string Key = "north-west";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demonstration");

    public async Task Offer(CancellationToken cancellation)
    {
        try
        {
            if (!address.IsSet && await IsEmpty(cancellation))
            {
                await Make(cancellation);
                // Nothing the host does later needs as much again: what the year took goes back to the machine.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
            Tell(await HasDemonstration(cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotMade(log, e);
        }
    }

    /// <summary>The year on paper, imported; then its people as they go on, so that today's session can be signed.</summary>
    internal async Task Make(CancellationToken cancellation)
    {
        using var deed = trail.Doing("worker demonstration");
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7();
        await using var work = await database.Begin(id, cancellation);
        var programme = new Programme(id, Key, "Made-up School of Psychiatry", "Europe/London", true, address.Issuer(id));
        await ProgrammeStore.Add(work, programme, Creation.Of("demonstration", id, Key, by: null), now);
        using var people = Open("paper-year/people.csv");
        using var clockStops = Open("paper-year/clock-stops.csv");
        using var registers = Open("paper-year/registers.csv");
        using var since = Open("people-since.csv");
        await Import(work, programme, new(new("people.csv", people), new("clock-stops.csv", clockStops), new("registers.csv", registers)));
        await Import(work, programme, new(People: new("people-since.csv", since)));
        await GiveRequirement(work, now);
        await work.Commit();
    }

    private async Task Import(Work work, Programme programme, ImportFiles files)
    {
        var findings = new Findings();
        if (await importer.Import(work, programme, files, "Portfolio's demonstration", findings) is null)
            throw new InvalidOperationException($"The demonstration's own sheets have {findings.Count} findings.");
    }

    // Every trainee follows the region's pack from their first day, so that progress, the cohort and what is due can be seen.
    private static async Task GiveRequirement(Work work, DateTimeOffset now)
    {
        var placements = await ProgressRows.Placements(work, [.. await ProgressRows.People(work)]);
        foreach (var trainee in placements.Where(row => row.Role == "trainee").GroupBy(row => row.PersonId))
        {
            var requirement = new NewRequirement("uk-nw-core", trainee.Min(row => row.FromOn));
            if ((await Assignments.Add(work, trainee.Key, requirement, Creation.Of("demonstration", null, requirement, by: null), now)).Refused(out var problem, out _))
                throw new InvalidOperationException($"The demonstration's requirement is refused: {problem.Code}.");
        }
    }

    private async Task<bool> IsEmpty(CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return !await work.Any("select 1 from programme");
    }

    private async Task<bool> HasDemonstration(CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return !address.IsSet && await ProgrammeStore.Find(work, Key) is { Demonstration: true };
    }

    private void Tell(bool demonstration)
    {
        var at = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"Portfolio is at {at}, its interface is described at {at}/swagger.");
        if (demonstration)
            Console.WriteLine($$"""
                In the demonstration programme {{Key}} be P008 (a trainee), P001 (who leads riverside-wed), P005 (a supervisor) or P007 (the tutor), at {{at}}/programmes/{{Key}}/sign-in, or:
                  curl -s {{at}}/demonstration/sign-in -H 'Content-Type: application/json' -d '{"programme":"{{Key}}","person":"P001"}'
                """);
    }

    private static FileStream Open(string file) => File.OpenRead(Path.Combine(Folder, file));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The demonstration programme could not be made")]
        public static partial void NotMade(ILogger log, Exception why);
    }
}
