using System.Globalization;
using System.Text.RegularExpressions;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>What staged sheets of one group would bring in, held against the programme as it is.</summary>
internal sealed class PaperPlan(string group, string site, ProgrammeDirectory directory)
{
    private const string File = "paper";

    private readonly Known known = new(directory.Known, PeopleSheet.None);
    private readonly Dictionary<Guid, string> keyOf = directory.People.ToDictionary(of => of.Value.Id, of => of.Key);

    /// <summary>The sessions that are not there yet, in order; and what must be put right first.</summary>
    public (IReadOnlyList<SessionRow> New, IReadOnlyList<PaperFinding> Findings) Of(IReadOnlyList<StagedSheet> sheets)
    {
        var (added, findings) = (new List<SessionRow>(), new List<PaperFinding>());
        foreach (var sheet in sheets)
        {
            findings.AddRange(sheet.Names.Where(name => !name.Matched || (name.Person is { } person && !keyOf.ContainsKey(person)))
                .Select(name => new PaperFinding(name.Line, PaperGrid.NameColumn, name.Written, "matched with somebody of the programme, or left out")));
            for (var at = 0; at < sheet.Days.Count; at++)
                Add(sheet, at, added, findings);
        }
        return (added, findings);
    }

    private void Add(StagedSheet sheet, int at, List<SessionRow> added, List<PaperFinding> findings)
    {
        var (day, own) = (sheet.Days[at], new Findings());
        var lines = LinesOf(sheet, at, own);
        if (Named(sheet, day.Leader) is null && day.CancelledFor is null)
            return; // Found already, as a name that is not matched.
        var session = new SessionRow(new(group, day.Date, day.Start), site, day.Minutes, day.Mode, day.CancelledFor is { } reason ? RegisterCode.Cancelled + reason : RegisterCode.Held,
            Named(sheet, day.Leader), Named(sheet, day.CoLeader), lines, sheet.Names.FirstOrDefault(name => name.Number == day.Leader)?.Line ?? 1);
        if (session.Held && lines.Count == 0)
            own.Add(File, session.Line, Column(day), "", "at least one mark that can be read, or a cancelled session");
        if (added.Find(other => other.Key.Date == day.Date && (other.Key.Start <= day.Start ? other.OverlapsWith(session.Key) : session.OverlapsWith(other.Key))) is { } twice)
            own.Add(File, session.Line, Column(day), $"{day.Start:HH:mm}", $"a day of one sheet: another sheet has a session at {twice.Key.Start:HH:mm} then");
        if (RegisterPlan.Of(new(File, [session], lines.Count, Complete: true), known, own) is { } plan)
            added.AddRange(plan.New);
        findings.AddRange(own.Listed.Select(finding => Plain(sheet, day, finding)));
    }

    private List<LineRow> LinesOf(StagedSheet sheet, int at, Findings findings)
    {
        var (day, lines) = (sheet.Days[at], new List<LineRow>());
        foreach (var name in sheet.Names.Where(name => name.Marks is not null && name.Person is not null && keyOf.ContainsKey(name.Person.Value)))
        {
            if (PaperMark.Line(name.Marks![at], keyOf[name.Person!.Value], day.Minutes, name.Line) is not { } line)
                continue;
            if (lines.Find(other => other.Person == line.Person) is { } twice)
                findings.Add(File, name.Line, Column(day), line.Person, $"one mark for a person and day: line {twice.Line} has one already, and both names mean the same person");
            else if (line.Person == Named(sheet, day.Leader) || line.Person == Named(sheet, day.CoLeader))
                findings.Add(File, name.Line, Column(day), line.Person, "empty on a day that they led: nobody signs for themselves");
            else
                lines.Add(line);
        }
        return lines;
    }

    private string? Named(StagedSheet sheet, int? number) =>
        sheet.Names.FirstOrDefault(name => name.Number == number)?.Person is { } person ? keyOf.GetValueOrDefault(person) : null;

    // The checks speak of the sheet that names people by key and has a column for each fact: here they are read beside the paper.
    private PaperFinding Plain(StagedSheet sheet, PaperDay day, Finding finding)
    {
        var (value, fix) = (finding.Value, finding.Fix);
        foreach (var name in sheet.Names.Where(name => name.Person is { } person && keyOf.ContainsKey(person)))
        {
            var key = keyOf[name.Person!.Value];
            if (value == key)
                value = name.Written;
            fix = Regex.Replace(fix, $@"(?<!\w){Regex.Escape(key)}(?!\w)", name.Written.Replace("$", "$$", StringComparison.Ordinal));
        }
        return new(finding.Line, Column(day), value, fix);
    }

    private static string Column(PaperDay day) => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
