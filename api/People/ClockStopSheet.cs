using Portfolio.Api.Sheets;

namespace Portfolio.Api.People;

/// <summary>A period that stops a person's clock, both ends included; the reason is never asked.</summary>
internal sealed record ClockStopRow(string Person, DateOnly From, DateOnly To, int Line);

/// <summary>The sheet of periods that stop the clock.</summary>
internal sealed record ClockStopSheet(IReadOnlyList<ClockStopRow> Rows)
{
    public static readonly IReadOnlyList<string> Columns = ["person_id", "from", "to"];

    /// <summary>Reads the sheet; its people are in the people sheet of the same import or already known to the programme.</summary>
    public static async Task<ClockStopSheet> Read(
        Stream content, string file, PeopleSheet people, IReadOnlySet<string> alreadyKnown, Findings findings, CancellationToken stop)
    {
        var sheet = await Sheet.Open(content, file, Columns, findings, stop);
        HashSet<string> known = [.. people.People, .. people.Unclear, .. alreadyKnown];
        var rows = new List<ClockStopRow>();
        foreach (var cells in sheet.Rows())
        {
            var row = new ClockStopRow(cells.Key("person_id"), cells.Date("from"), cells.Date("to"), cells.Line);
            if (row.From > row.To && row.To != default)
                cells.Wrong("from", $"not after the last day, {row.To:yyyy-MM-dd}");
            if (people.Complete && !known.Contains(row.Person))
                cells.Wrong("person_id", "the person_id of somebody in the people sheet or the programme");
            if (cells.Sound)
                rows.Add(row);
        }
        foreach (var (row, other) in rows.GroupBy(r => r.Person).SelectMany(r => Overlap.Pairs(r, p => (p.From, p.To, p.Line))))
        {
            findings.Add(file, row.Line, "from", $"{row.From:yyyy-MM-dd}",
                $"a day outside {other.From:yyyy-MM-dd} to {other.To:yyyy-MM-dd}, which line {other.Line} already states for {row.Person}");
        }
        return new(rows);
    }
}
