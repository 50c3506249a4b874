using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>A register as it should have been.</summary>
internal sealed record RightRegister(Session Session, IReadOnlyList<Line> Lines);

/// <summary>What withdrawing or amending one record makes of the register it comes from: a record never says what its register does not.</summary>
internal static class RegisterChange
{
    /// <summary>Without the attendance the presentation goes too: whoever was not there did not present.</summary>
    public static Answer<RightRegister> Withdrawn(Session session, IReadOnlyList<Line> lines, LatestVersion record) => record.Kind switch
    {
        Part.Attendance => With(session, lines, record, line =>
            line with { Attendance = "absent", Minutes = 0, Mode = null, Presented = false, FollowedUp = false, FollowUpOf = null }),
        Part.Presentation => With(session, lines, record, line => line with { Presented = false }),
        Part.FollowUp => With(session, lines, record, line => line with { FollowedUp = false, FollowUpOf = null }),
        Part.Leading when session.CoLeaderId == record.PersonId => new RightRegister(session with { CoLeaderId = null }, lines),
        // Somebody led: only whoever corrects the register can say who.
        _ => Problems.CorrectRegisterInstead,
    };

    public static Answer<RightRegister> Amended(Session session, IReadOnlyList<Line> lines, LatestVersion record, Amendment asked)
    {
        if (record.Kind == Part.Leading)
            return Problems.CorrectRegisterInstead;
        if (record.Kind != Part.Attendance)
            return Problems.AmendmentRefused.Because("This record says neither minutes nor mode; amend the attendance.");
        if (asked is { Minutes: null, Mode: null })
            return Problems.AmendmentRefused.Because("Say the minutes or the mode as they should have been.");
        if (asked.Minutes > session.Minutes)
            return Problems.AmendmentRefused.At(new FieldError("$.minutes", $"The session lasted {session.Minutes} minutes; write at most that."));
        return With(session, lines, record, line => Amended(session, line, asked));
    }

    private static Line Amended(Session session, Line line, Amendment asked)
    {
        var mode = asked.Mode ?? line.Mode;
        var right = line with { Mode = mode == session.Mode ? null : mode };
        return asked.Minutes is { } minutes
            ? right with { Minutes = minutes, Attendance = minutes == session.Minutes ? "present" : "partial" }
            : right;
    }

    private static RightRegister With(Session session, IReadOnlyList<Line> lines, LatestVersion record, Func<Line, Line> right) =>
        new(session, [.. lines.Select(line => line.PersonId == record.PersonId ? right(line) : line)]);
}
