using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Paper;

/// <summary>The rows of a paper register, once it is known which they are.</summary>
internal sealed class PaperGridReading(IReadOnlyList<(string Column, DateOnly Date)> dates, IReadOnlyDictionary<string, SheetRow> heads, TimeZoneInfo zone)
{
    private const int LongestSession = 600;

    private readonly Dictionary<string, PaperWritten> names = [];

    public PaperGrid Read(IReadOnlyList<SheetRow> rows)
    {
        var (start, minutes, mode, leader) = (heads["start"], heads["minutes"], heads["mode"], heads["leader"]);
        var starts = Along(start, start.Time);
        var lengths = Along(minutes, day => minutes.Whole(day, 1, LongestSession));
        var modes = Along(mode, day => Mode(mode, day));
        var leaders = Along(leader, day => Named(leader, day));
        var days = dates.Select((date, at) => new PaperDay(
            date.Date, starts[at], lengths[at], modes[at], Cancelled(date.Column), leaders[at], CoLeader(date.Column, leaders[at]))).ToList();
        for (var at = 0; at < days.Count; at++)
            if (zone.IsInvalidTime(days[at].Date.ToDateTime(starts[at])))
                start.Wrong(dates[at].Column, $"a time that exists in {zone.Id} on that day: the clocks went forward over this one");
        foreach (var row in rows)
            AddMarks(row, days);
        return new(days, [.. names.Values.OrderBy(name => name.Number)]);
    }

    private void AddMarks(SheetRow row, List<PaperDay> days)
    {
        var marks = days.Select((day, at) => Mark(row, dates[at].Column, day)).ToList();
        var name = Written(row, PaperGrid.NameColumn);
        if (name.Marks is not null)
            row.Wrong(PaperGrid.NameColumn, $"each name once: line {name.Line} has it already");
        else
            names[PaperGrid.Plain(name.Name)] = name with { Line = row.Line, Marks = marks };
    }

    private static string Mark(SheetRow row, string column, PaperDay day)
    {
        var mark = PaperMark.Of(row[column]);
        if (mark.Length > 0 && day.CancelledFor is not null)
            row.Wrong(column, "empty: the session of that day was cancelled");
        else if (day.Minutes > 0 && PaperMark.Minutes(mark) > day.Minutes)
            row.Wrong(column, $"at most {day.Minutes}, the minutes of the session");
        return mark;
    }

    // What is written once stands for the days after it too.
    private List<T> Along<T>(SheetRow row, Func<string, T> read)
    {
        var along = new List<T>();
        foreach (var (column, _) in dates)
            along.Add(along.Count == 0 || row[column].Length > 0 ? read(column) : along[^1]);
        return along;
    }

    private static string Mode(SheetRow row, string column)
    {
        var mode = row[column].ToLowerInvariant().Replace(' ', '-');
        if (!RegisterCode.Modes.Contains(mode))
            row.Wrong(column, $"one of {string.Join(", ", RegisterCode.Modes)}");
        return mode;
    }

    private string? Cancelled(string column)
    {
        if (!heads.TryGetValue("cancelled", out var row) || row[column].Length == 0)
            return null;
        var reason = row[column].ToLowerInvariant().Replace(' ', '-');
        if (!RegisterCode.Reasons.Contains(reason))
            row.Wrong(column, $"one of {string.Join(", ", RegisterCode.Reasons)}, or empty where the group met");
        return reason;
    }

    private int? CoLeader(string column, int leader)
    {
        if (!heads.TryGetValue("co-leader", out var row) || row[column].Length == 0)
            return null;
        var coLeader = Named(row, column);
        if (coLeader == leader)
            row.Wrong(column, "somebody other than the leader, or empty");
        return coLeader;
    }

    private int Named(SheetRow row, string column) => Written(row, column).Number;

    private PaperWritten Written(SheetRow row, string column)
    {
        var name = row.Text(column);
        if (!names.TryGetValue(PaperGrid.Plain(name), out var written))
            names.Add(PaperGrid.Plain(name), written = new(names.Count + 1, row.Line, name, null));
        return written;
    }
}
