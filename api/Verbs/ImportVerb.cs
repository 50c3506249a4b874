using System.CommandLine;
using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Verbs;

/// <summary><c>import</c>: a year of paper into a programme, all or nothing. The one line it answers with says what was added.</summary>
internal static class ImportVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key; the programme is made when missing.", HelpName = "KEY", Required = true };
    private static readonly Option<string?> People = new("--people") { Description = "The sheet of people and placements.", HelpName = "FILE" };
    private static readonly Option<string?> ClockStops = new("--clock-stops") { Description = "The sheet of periods that stop the clock.", HelpName = "FILE" };
    private static readonly Option<string?> Registers = new("--registers") { Description = "The sheet of registers.", HelpName = "FILE" };
    private static readonly Option<string?> Evidence = new("--evidence") { Description = "The sheet of what was recorded elsewhere.", HelpName = "FILE" };
    private static readonly Option<bool> Demonstration = new("--demonstration") { Description = "Make a demonstration programme, which anybody at this computer can enter." };
    private static readonly Option<string?> By = new("--by") { Description = "Who imports, as the records will say (default: the name of this account).", HelpName = "NAME" };
    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "The time zone of a programme that is made.", HelpName = "ZONE", DefaultValueFactory = _ => "Europe/London" };

    internal static Command Create()
    {
        var command = new Command("import", "Import people and paper registers; either everything is added, or nothing.") { Programme, People, ClockStops, Registers, Evidence, Demonstration, By, TimeZone };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await VerbDatabase.Open(parsed, cancellation);
            var house = VerbHouse.Open(parsed);
            return await Run(parsed, database, house, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, PortfolioDatabase database, VerbHouse house, CancellationToken cancellation)
    {
        var open = new List<FileStream>();
        try
        {
            var files = new ImportFiles(Open(People), Open(ClockStops), Open(Registers));
            var evidence = Open(Evidence);
            if (open.Count == 0)
                throw new RefusedException("Name at least one sheet: --people, --clock-stops, --registers or --evidence.");
            var programme = await FindOrPlan(parsed, database, house.Address, cancellation);
            await using var work = await database.Begin(programme.Id, cancellation);
            await Make(work, programme, house.Clock.GetUtcNow());
            var findings = new Findings();
            using var bar = new ProgressBar(Console.Error, Console.IsErrorRedirected);
            var by = parsed.GetValue(By) ?? Environment.UserName;
            var imported = await house.Importer.Import(work, programme, files, by, findings, bar.Show);
            if (imported is null)
                return Refuse(findings);
            // Nobody of the programme entered it, so that whoever sees the original there can confirm it.
            var entries = evidence is null ? 0 : await house.Evidence.Import(work, programme, evidence, by: null, findings);
            if (findings.Any)
                return Refuse(findings);
            await work.Commit();
            Console.WriteLine(Said(programme, imported) + (evidence is null ? "" : $" {entries} entries of evidence wait to be confirmed."));
            return 0;
        }
        finally
        {
            open.ForEach(file => file.Dispose());
        }

        ImportFile? Open(Option<string?> option)
        {
            if (parsed.GetValue(option) is not { } path)
                return null;
            if (!File.Exists(path))
                throw new RefusedException($"There is no file {path} ({option.Name}).");
            open.Add(File.OpenRead(path));
            return new(Path.GetFileName(path), open[^1]);
        }
    }

    private static async Task<Programme> FindOrPlan(ParseResult parsed, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation)
    {
        var (key, demonstration) = (parsed.GetValue(Programme)!, parsed.GetValue(Demonstration));
        await using var work = await database.BeginWithoutProgramme(cancellation);
        var programme = await ProgrammeStore.Find(work, key);
        if (programme is { Demonstration: false } && demonstration)
            throw new RefusedException($"{key} is a real programme; leave out --demonstration, or choose another key.");
        if (programme is null && !System.Text.RegularExpressions.Regex.IsMatch(key, Fences.Key))
            throw new RefusedException("A programme's key has lower-case letters, digits and hyphens, 63 at most, and begins with a letter or digit.");
        if (!address.MaySign(programme?.Demonstration ?? demonstration))
            throw new RefusedException($"{Problems.NothingRealUnsigned.Title} Set PORTFOLIO__PUBLICADDRESS to the https address under which the records will be checked, "
                + "or make a demonstration programme with --demonstration.");
        var zone = parsed.GetValue(TimeZone)!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new RefusedException($"There is no IANA time zone {zone}; write one such as Europe/London.");
        var id = Guid.CreateVersion7();
        return programme ?? new Programme(id, key, key, zone, demonstration, address.Issuer(id));
    }

    private static async Task Make(Work work, Programme programme, DateTimeOffset now)
    {
        if (await ProgrammeStore.Find(work, programme.Id) is null
            && (await ProgrammeStore.Add(work, programme, Creation.Of("import", programme.Id, programme.Key, by: null), now)).Refused(out var problem, out _))
            throw new RefusedException(problem.Title);
    }

    private static int Refuse(Findings findings)
    {
        foreach (var finding in findings.Listed)
            Console.Error.WriteLine($"{finding.File}:{finding.Line}{(finding.Column.Length > 0 ? " " + finding.Column : "")}: “{finding.Value}” should be {finding.Fix}.");
        Console.Error.WriteLine(findings.More > 0 ? $"… and {findings.More} more. Nothing was stored." : "Nothing was stored.");
        return 1;
    }

    private static string Said(Programme programme, ImportBody imported) => imported.ChangedNothing
        ? string.Create(CultureInfo.InvariantCulture, $"{programme.Key}: nothing changed; {imported.Unchanged} sessions were there already.")
        : string.Create(CultureInfo.InvariantCulture, $"{programme.Key}: {imported.People} people, {imported.Groups} groups, {imported.Sessions} sessions, {imported.Records} signed records; {imported.Unchanged} sessions were there already.");
}
