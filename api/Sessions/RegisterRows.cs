using System.Globalization;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>The rows of one session while the sheet is read: they agree on the session, and no person stands in two of them.</summary>
internal sealed class RegisterRows(SessionRow first)
{
    private readonly Dictionary<string, LineRow> lines = [];

    public SessionRow First => first;

    public SessionRow Session() => first with { Lines = [.. lines.Values] };

    /// <summary>Whether a row says of the session what its first row said.</summary>
    public bool Agrees(SessionRow row, SheetRow cells)
    {
        if (row.State != first.State)
        {
            cells.Wrong("state", Same(first.State));
            return false;
        }
        foreach (var ((column, here), (_, there)) in Facts(row).Zip(Facts(first)))
        {
            if (here != there)
                cells.Wrong(column, Same(there));
        }
        if (!first.Held && row.Line != first.Line)
            cells.Wrong("session_date", $"one row for a cancelled session: line {first.Line} is already there");
        return true;

        string Same(string value) =>
            $"the same in every row of the session: line {first.Line} says {(value.Length == 0 ? "nothing" : value)}";
    }

    public void Add(LineRow line, SheetRow cells)
    {
        if (!lines.TryAdd(line.Person, line))
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
