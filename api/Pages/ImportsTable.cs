using Portfolio.Api.Paper;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A paper register as a table: days across, names down.</summary>
/// <param name="Name">What it is called to whoever cannot see it.</param>
internal sealed record ImportsTable(string Name, IReadOnlyList<ImportsTable.DayHead> Days, IReadOnlyList<ImportsTable.Row> Rows)
{
    /// <param name="Cancelled">Why the group did not meet, in words.</param>
    internal sealed record DayHead(DateOnly Date, TimeOnly Start, int Minutes, bool Online, string Leaders, string? Cancelled);

    internal sealed record Row(string Name, IReadOnlyList<string> Marks);

    /// <summary>What a mark means, in words.</summary>
    public static string Words(string mark)
    {
        var presented = mark.EndsWith(PaperMark.Presented) ? ", presented" : mark.EndsWith(PaperMark.FollowedUp) ? ", followed up" : "";
        return PaperMark.WithoutPresentation(mark) switch
        {
            "" => "nothing",
            PaperMark.Unknown => "unknown",
            PaperMark.Present => "present" + presented,
            PaperMark.Apologies => "apologies",
            PaperMark.NotExpected => "not expected",
            PaperMark.Absent => "absent",
            var minutes => $"{minutes} minutes{presented}",
        };
    }

    public static ImportsTable Of(PaperSheetBody sheet)
    {
        var names = sheet.Names.ToDictionary(name => name.Number, name => name.Name ?? name.Written);
        return new("The sheet, day by day",
            [.. sheet.Days.Select(day => new DayHead(day.HeldOn, day.StartsAt, day.Minutes, day.Mode == "online",
                string.Join(" and ", new[] { day.Leader, day.CoLeader }.OfType<int>().Select(number => names.GetValueOrDefault(number, "somebody who is no longer here"))), Reason(day.CancelledFor)))],
            [.. sheet.Names.Where(name => name.Marks.Count > 0).Select(name => new Row(name.LeftOut ? $"{name.Written} (left on paper)" : name.Name ?? name.Written, name.Marks))]);
    }

    public static ImportsTable Of(PaperConfirmation list)
    {
        var people = list.Sessions.SelectMany(session => session.Lines).DistinctBy(line => line.PersonId).OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var marks = list.Sessions.Select(session => session.Lines.ToDictionary(line => line.PersonId, Mark)).ToList();
        var unknown = list.Unknown.ToHashSet();
        return new("What you confirm, day by day",
            [.. list.Sessions.Select(session => new DayHead(
                session.HeldOn, session.StartsAt, session.Minutes, session.Mode == "online", string.Join(" and ", session.Leaders), Reason(session.CancelledFor)))],
            [.. people.Select(person => new Row(person.Name, [.. marks.Zip(list.Sessions, (day, session) =>
                day.GetValueOrDefault(person.PersonId) ?? (unknown.Contains(new(person.Name, session.HeldOn)) ? PaperMark.Unknown : ""))]))]);
    }

    public static string? Reason(string? code) => code switch
    {
        null => null,
        "leader-unavailable" => "no leader",
        "industrial-action" => "industrial action",
        "holiday" => "holiday",
        _ => "other reason",
    };

    private static string Mark(PaperLineBody line) => line.Attendance switch
    {
        "present" => PaperMark.Present,
        "partial" => $"{line.Minutes}",
        "apologies" => PaperMark.Apologies,
        "not-expected" => PaperMark.NotExpected,
        _ => PaperMark.Absent,
    } + line.Role switch { "presenter" => $"{PaperMark.Presented}", "follow-up" => $"{PaperMark.FollowedUp}", _ => "" };
}
