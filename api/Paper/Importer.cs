using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>What an import is doing, and how far it is where that can be counted.</summary>
internal readonly record struct ImportStep(string What, int Done = 0, int Of = 0);

/// <summary>Sheets into a programme: everything is checked before anything is stored, and one transaction holds it all.</summary>
internal sealed class Importer(PersonStore people, RegisterSigning signing, TimeProvider clock)
{
    /// <param name="work">The programme's transaction, which the caller commits.</param>
    /// <param name="by">Whom the records name as having imported them.</param>
    /// <param name="findings">Where findings go; with any, nothing was stored.</param>
    /// <param name="step">Told what is being done, for whoever waits.</param>
    /// <returns>What was added; nothing where there are findings.</returns>
    public async Task<ImportBody?> Import(
        Work work, Programme programme, ImportFiles files, string by, Findings findings, Action<ImportStep>? step = null)
    {
        step?.Invoke(new("Reading the sheets"));
        // Two imports into one programme at once would each miss what the other adds.
        await work.Run("select pg_advisory_xact_lock(hashtextextended(@Programme::text, 1))", new { work.Programme });
        var directory = await ProgrammeDirectory.Read(work, people, programme);
        var read = await ReadSheets(files, programme, directory, findings, work.Cancellation);
        if (read.Plan is not { } plan || findings.Any)
            return null;

        step?.Invoke(new("Adding people"));
        var now = clock.GetUtcNow();
        var added = new PeopleImport(work, directory, people, by, now);
        await added.Add(read.People, read.Stops);

        step?.Invoke(new("Signing records"));
        var registers = new RegisterImport(work, programme, added, await Standings.Read(work), signing);
        await registers.Add(plan.New, by, now, (done, of) => step?.Invoke(new("Signing records", done, of)));
        return new(added.AddedPeople, added.AddedFacts, added.AddedGroups, plan.New.Count, registers.Records, plan.Unchanged);
    }

    private sealed record Sheets(PeopleSheet People, ClockStopSheet? Stops, RegisterPlan? Plan);

    private static async Task<Sheets> ReadSheets(
        ImportFiles files, Programme programme, ProgrammeDirectory directory, Findings findings, CancellationToken stop)
    {
        var known = directory.People.Keys.ToHashSet();
        var sheet = files.People is { } persons ? await PeopleSheet.Read(persons.Content, persons.Name, known, findings, stop) : PeopleSheet.None;
        if (files.People is not null)
            PeopleImport.Check(files.People.Name, sheet, directory, findings);
        var stops = files.ClockStops is { } clock ? await ClockStopSheet.Read(clock.Content, clock.Name, sheet, known, findings, stop) : null;
        if (files.Registers is not { } registers)
            return new(sheet, stops, findings.Any ? null : new RegisterPlan([], 0));
        var register = await RegisterSheet.Read(registers.Content, registers.Name, programme.Zone, findings, stop);
        return new(sheet, stops, RegisterPlan.Of(register, new Known(directory.Known, sheet), findings));
    }
}
