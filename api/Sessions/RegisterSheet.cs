using System.Globalization;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>
/// The paper registers of a programme, put together by session and ordered by date. <c>Rows</c> counts the sheet's rows; nothing follows
/// from what is missing in a sheet that is not <c>Complete</c>, where a row could not be read.
/// </summary>
internal sealed record RegisterSheet(string File, IReadOnlyList<SessionRow> Sessions, int Rows, bool Complete)
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "group", "site", "session_date", "start", "minutes", "mode", "state", "leader_id", "co_leader_id",
        "person_id", "attendance", "minutes_attended", "role", "follow_up_of",
    ];

    /// <summary>Reads and checks the sheet by itself; dates and times are local to the programme's time zone.</summary>
    public static async Task<RegisterSheet> Read(
        Stream content, string file, TimeZoneInfo zone, Findings findings, CancellationToken stop)
    {
        var sheet = await Sheet.Open(content, file, Columns, findings, stop);
        var sessions = new Dictionary<SessionKey, RegisterRows>();
        var (rows, complete) = (0, true);
        foreach (var cells in sheet.Rows())
        {
            rows++;
            AddRow(cells, zone, sessions);
            complete &= cells.Sound;
        }
        SessionRow[] inOrder = [.. sessions.Values.Select(s => s.Session())
            .OrderBy(s => s.Key.Date).ThenBy(s => s.Key.Start).ThenBy(s => s.Key.Group, StringComparer.Ordinal)];
        RefuseTwoAtOnce(inOrder, file, findings);
        return new(file, inOrder, rows, complete && sheet.Complete);
    }

    private static void AddRow(SheetRow cells, TimeZoneInfo zone, Dictionary<SessionKey, RegisterRows> sessions)
    {
        var row = RegisterCells.Session(cells, zone);
        if (!cells.Sound)
        {
            RegisterCells.Line(cells, row);
            return;
        }
        if (!sessions.TryGetValue(row.Key, out var session))
            sessions.Add(row.Key, session = new(row));
        if (session.Agrees(row, cells) && RegisterCells.Line(cells, session.First) is { } line && cells.Sound)
            session.Add(line, cells);
    }

    // A start mistyped in one row would otherwise make a second session of the same afternoon.
    private static void RefuseTwoAtOnce(IEnumerable<SessionRow> sessions, string file, Findings findings)
    {
        foreach (var day in sessions.Where(s => s.Held).GroupBy(s => (s.Key.Group, s.Key.Date)))
        {
            SessionRow? last = null;
            foreach (var session in day)
            {
                if (last is not null && last.OverlapsWith(session.Key))
                {
                    var (later, earlier) = session.Line > last.Line ? (session, last) : (last, session);
                    findings.Add(file, later.Line, "start", later.Key.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
                        $"{earlier.Key.Start:HH:mm} as in line {earlier.Line}, or a time when that session of {earlier.Key.Group} is over");
                }
                last = session;
            }
        }
    }
}
