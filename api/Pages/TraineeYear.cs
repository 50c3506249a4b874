using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>What a session is on the picture of the year.</summary>
internal enum Mark { Presented, Attended, Partly, NotThere, NotExpected, Unsigned, Cancelled, ToCome }

/// <summary>A session of somebody's, with its mark and the words for it.</summary>
internal sealed record MarkedSession(OwnSession Of, Mark Mark, string Words);

/// <summary>A month of the picture.</summary>
internal sealed record MarkedMonth(DateOnly First, IReadOnlyList<MarkedSession> Sessions);

/// <summary>Somebody's sessions as a picture: the twelve months up to now with all that is to come, and what was before.</summary>
internal sealed record TraineeYear(IReadOnlyList<MarkedMonth> Now, IReadOnlyList<MarkedMonth> Before, IReadOnlyList<MarkedSession> All)
{
    /// <param name="facts">By which it is told whether anybody expected them.</param>
    /// <param name="own">Whether when they presented is shown.</param>
    public static TraineeYear Of(IReadOnlyList<OwnSession> sessions, TraineeFacts facts, DateOnly today, bool own)
    {
        var unexpected = facts.Sessions.Where(session => !facts.Expects(session)).Select(session => session.Session).ToHashSet();
        List<MarkedSession> all = [.. sessions.Select(session => Marked(session, unexpected.Contains(session.Id), today, own))];
        List<MarkedMonth> months =
        [
            .. all.GroupBy(session => new DateOnly(session.Of.HeldOn.Year, session.Of.HeldOn.Month, 1)).OrderBy(month => month.Key).Select(month => new MarkedMonth(month.Key, [.. month])),
        ];
        var since = new DateOnly(today.Year, today.Month, 1).AddMonths(-12);
        return new([.. months.Where(month => month.First > since)], [.. months.Where(month => month.First <= since)], all);
    }

    /// <summary>Every mark with what it means, in the order in which a key names them.</summary>
    public static IReadOnlyList<(Mark Mark, string Words)> Kinds { get; } =
    [
        (Mark.Presented, "presented or followed a case up"), (Mark.Attended, "attended"), (Mark.Partly, "attended a part"), (Mark.NotThere, "not there"),
        (Mark.NotExpected, "not expected"), (Mark.Unsigned, "not signed yet"), (Mark.Cancelled, "cancelled"), (Mark.ToCome, "to come"),
    ];

    /// <summary>The marks that are there.</summary>
    public IReadOnlyList<(Mark Mark, string Words)> Key => [.. Kinds.Where(kind => Count(kind.Mark) > 0)];

    /// <summary>12 attended, 2 not there: the picture in words.</summary>
    public string Said => string.Join(", ", Key.Select(kind => $"{Count(kind.Mark)} {kind.Words}"));

    public int Count(Mark mark) => All.Count(session => session.Mark == mark);

    private static MarkedSession Marked(OwnSession session, bool unexpected, DateOnly today, bool own)
    {
        var mark = session switch
        {
            { State: Session.Cancelled } => Mark.Cancelled,
            { State: Session.Open } when session.HeldOn >= today => Mark.ToCome,
            { State: Session.Open } => Mark.Unsigned,
            { Attendance: "present" or "partial", Presented: true } when own => Mark.Presented,
            { Attendance: "present" or "partial", FollowedUp: true } when own => Mark.Presented,
            { Attendance: "partial" } => Mark.Partly,
            { Attendance: "present" } => Mark.Attended,
            { Attendance: "not-expected" } => Mark.NotExpected,
            _ => unexpected ? Mark.NotExpected : Mark.NotThere,
        };
        return new(session, mark, Words(session, mark, own));
    }

    private static string Words(OwnSession session, Mark mark, bool own) => mark switch
    {
        Mark.Cancelled => "Cancelled: " + Why(session.CancelledFor),
        Mark.ToCome => "To come",
        Mark.Unsigned when session.Attendance is null => "Not signed yet",
        Mark.Unsigned => "Not signed yet. The register says: " + Register(session, own),
        Mark.NotExpected => "Not expected",
        Mark.NotThere when session.Attendance is null => "Not there: not on the register",
        _ => Wording(Register(session, own)),
    };

    private static string Register(OwnSession session, bool own) => session.Attendance switch
    {
        "present" => "attended" + Did(session, own),
        "partial" => $"attended for {session.There} of {session.Minutes} minutes" + Did(session, own),
        "apologies" => "not there, with apologies",
        "not-expected" => "not expected",
        _ => "not there",
    };

    private static string Did(OwnSession session, bool own) => (own, session.Presented, session.FollowedUp) switch
    {
        (true, true, true) => ", presented a case and followed one up",
        (true, true, _) => ", presented a case",
        (true, _, true) => ", followed a case up",
        _ => "",
    };

    private static string Wording(string words) => People.Wording.First(words);

    /// <summary>Why a session did not take place, as a code tells it.</summary>
    public static string Why(string? code) => code switch
    {
        "leader-unavailable" => "nobody could lead it",
        "industrial-action" => "industrial action",
        "holiday" => "holiday",
        _ => "for another reason",
    };
}
