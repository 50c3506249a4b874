using System.Globalization;
using System.Text.RegularExpressions;
using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>One day of a paper register. Leaders by the numbers of their names.</summary>
internal sealed record PaperDay(DateOnly Date, TimeOnly Start, int Minutes, string Mode, string? CancelledFor = null, int? Leader = null, int? CoLeader = null);

/// <summary>A name on a paper register, with its marks day by day; whoever only led has none.</summary>
internal sealed record PaperWritten(int Number, int Line, string Name, IReadOnlyList<string>? Marks);

/// <summary>A paper register as it looks on paper: a column for each day, a row for each name, and above them when, how long, how and under whom.</summary>
internal sealed partial record PaperGrid(IReadOnlyList<PaperDay> Days, IReadOnlyList<PaperWritten> Names)
{
    public const string NameColumn = "name";

    private static readonly string[] Heads = ["start", "minutes", "mode", "leader"], Others = ["co-leader", "cancelled"];

    /// <summary>One name in every way of spacing and case.</summary>
    public static string Plain(string name) => Space().Replace(name.Trim(), " ").ToUpperInvariant();

    /// <returns>Nothing where there are findings.</returns>
    public static async Task<PaperGrid?> Read(Stream content, string file, TimeZoneInfo zone, DateOnly today, Findings findings, CancellationToken stop)
    {
        findings.Open(file);
        if (await SheetBytes.Read(content, file, findings, stop) is not { } bytes)
            return null;
        var columns = Sheet.Header(bytes);
        var dates = PaperDates.Read(columns, file, today, findings);
        if (findings.Any)
            return null;
        var sheet = await Sheet.Open(new MemoryStream(bytes.ToArray()), file, [.. columns.Distinct()], findings, stop);
        var rows = sheet.Rows().ToList();
        var heads = rows.Where(row => IsHead(row)).ToLookup(row => row[NameColumn].ToLowerInvariant());
        foreach (var head in Heads.Where(head => !heads.Contains(head)))
            findings.Add(file, 1, NameColumn, "", $"a row called {head}: the rows {string.Join(", ", Heads)} stand above the names; an empty cell there means the same as the day before");
        foreach (var twice in heads.SelectMany(head => head.Skip(1)))
            twice.Wrong(NameColumn, $"one row called {twice[NameColumn]}");
        if (rows.TrueForAll(IsHead))
            findings.Add(file, 1, NameColumn, "", "a row for each name on the paper, with a mark for each day");
        if (findings.Any)
            return null;
        var grid = new PaperGridReading(dates, heads.ToDictionary(head => head.Key, head => head.Single()), zone).Read([.. rows.Where(row => !IsHead(row))]);
        return findings.Any ? null : grid;
    }

    private static bool IsHead(SheetRow row) => Heads.Concat(Others).Contains(row[NameColumn].ToLowerInvariant());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

/// <summary>The days in the header: as sheets have them, or as a spreadsheet makes of that where days come first.</summary>
internal static class PaperDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    public static IReadOnlyList<(string Column, DateOnly Date)> Read(string[] columns, string file, DateOnly today, Findings findings)
    {
        var dates = new List<(string Column, DateOnly Date)>();
        if (columns is not [PaperGrid.NameColumn, _, ..])
            findings.Add(file, 1, "", columns is [var first, ..] ? first : "", $"{PaperGrid.NameColumn}, and then a column for each day");
        foreach (var column in columns.Skip(1))
        {
            if (!DateOnly.TryParseExact(column, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date < Fences.FirstDay)
                findings.Add(file, 1, column, column, "a day that exists, written yyyy-MM-dd or dd/MM/yyyy, such as 2024-09-04");
            else if (date > today)
                findings.Add(file, 1, column, column, $"today, {today:yyyy-MM-dd}, or an earlier day");
            else if (dates is [.., var before] && date <= before.Date)
                findings.Add(file, 1, column, column, $"a day after {before.Date:yyyy-MM-dd}: the days stand in order, each once");
            else
                dates.Add((column, date));
        }
        return dates;
    }
}
