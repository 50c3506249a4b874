using System.Globalization;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>The rows of one session while the sheet is read: they agree on the session, and no person stands in two of them.</summary>
internal sealed class RegisterRows(SessionRow first)
{
    private readonly Dictionary<string, LineRow> lines = first.Lines.ToDictionary(l => l.Person);

    public SessionRow Session() => first with { Lines = [.. lines.Values] };

    public void Add(SessionRow row, SheetRow cells)
    {
        foreach (var ((column, here), (_, there)) in Facts(row).Zip(Facts(first)))
        {
            if (here != there)
                cells.Wrong(column, $"the same in every row of the session: line {first.Line} says {(there.Length == 0 ? "nothing" : there)}");
        }
        if (!cells.Sound)
            return;
        if (row.Lines is not [var line])
            cells.Wrong("session_date", $"one row for a cancelled session: line {first.Line} is already there");
        else if (!lines.TryAdd(line.Person, line))
            cells.Wrong("person_id", $"one row for a person and session: line {lines[line.Person].Line} is already there");
    }

    /// <summary>What is true of a session as a whole, by the sheet's columns.</summary>
    public static IReadOnlyList<(string Column, string Value)> Facts(SessionRow session) =>
    [
        ("site", session.Site),
        ("minutes", session.Minutes.ToString(CultureInfo.InvariantCulture)),
        ("mode", session.Mode ?? ""),
        ("state", session.State),
        ("leader_id", session.Leader ?? ""),
        ("co_leader_id", session.CoLeader ?? ""),
    ];

    /// <summary>What is true of one person in a session, by the sheet's columns.</summary>
    public static IReadOnlyList<(string Column, string Value)> Facts(LineRow line) =>
    [
        ("attendance", line.Attendance),
        ("minutes_attended", line.Minutes.ToString(CultureInfo.InvariantCulture)),
        ("role", line.Role),
        ("follow_up_of", line.FollowUpOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
    ];
}
