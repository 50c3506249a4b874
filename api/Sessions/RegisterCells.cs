using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>One row of the register sheet as types: first the session, then the person's line in it.</summary>
internal static class RegisterCells
{
    private const int LongestSession = 600;

    private static readonly string[] PersonColumns = ["person_id", "attendance", "minutes_attended", "role", "follow_up_of"];

    public static SessionRow Session(SheetRow row, TimeZoneInfo zone)
    {
        var key = new SessionKey(row.Text("group", Cells.LongestKey), row.Date("session_date"), Start(row, zone));
        var state = row.Code("state", RegisterCode.States);
        // What was never held may have neither; an unreadable state asks for neither.
        var held = state == RegisterCode.Held;
        return new(key, row.Text("site"), row.Whole("minutes", 1, LongestSession),
            held || row["mode"].Length > 0 ? row.Code("mode", RegisterCode.Modes) : null, state,
            held ? row.Key("leader_id") : row.KeyOrNone("leader_id"), CoLeader(row), [], row.Line);
    }

    /// <summary>The person's line in a session as its first row states it; null when it was cancelled or its state is unreadable.</summary>
    public static LineRow? Line(SheetRow row, SessionRow session)
    {
        if (session.Held)
            return HeldLine(row, session);
        if (session.State.Length > 0)
        {
            foreach (var column in PersonColumns)
                row.Empty(column, "a cancelled session has one row and no people");
        }
        return null;
    }

    private static TimeOnly Start(SheetRow row, TimeZoneInfo zone)
    {
        var start = row.Time("start");
        if (DateOnly.TryParseExact(row["session_date"], "yyyy-MM-dd", out var date) && zone.IsInvalidTime(date.ToDateTime(start)))
            row.Wrong("start", $"a time that exists in {zone.Id} on {date:yyyy-MM-dd}: the clocks went forward over this one");
        return start;
    }

    private static string? CoLeader(SheetRow row)
    {
        var coLeader = row.KeyOrNone("co_leader_id");
        if (coLeader is not null && coLeader == row["leader_id"])
            row.Wrong("co_leader_id", "somebody other than the leader, or empty");
        return coLeader;
    }

    private static LineRow HeldLine(SheetRow row, SessionRow session)
    {
        var person = row.Key("person_id");
        if (person.Length > 0 && (person == row["leader_id"] || person == row["co_leader_id"]))
            row.Wrong("person_id", "somebody who did not lead this session: nobody signs for themselves");
        var attendance = row.Code("attendance", RegisterCode.Attendances);
        var minutes = Minutes(row, attendance, session.Minutes);
        var role = row.Code("role", RegisterCode.Roles);
        var wasThere = attendance is "" or RegisterCode.Present or RegisterCode.Partial;
        if (role is RegisterCode.Presenter or RegisterCode.FollowUp && !wasThere)
            row.Wrong("role", $"member: whoever is marked {attendance} presented nothing; or put the attendance right");
        return new(person, attendance, minutes, role, FollowUpOf(row, role, session.Key.Date), row.Line);
    }

    private static int Minutes(SheetRow row, string attendance, int length)
    {
        // Without the session's length or the attendance there is nothing to hold the minutes against.
        if (length == 0 || attendance.Length == 0)
            return 0;
        const string Column = "minutes_attended";
        var minutes = row.WholeOrNone(Column, 0, 9999);
        var wrong = (attendance, minutes) switch
        {
            (_, { } m) when m > length => $"at most {length}, the minutes of the session",
            (RegisterCode.Partial, null or 0) => $"the minutes attended, from 1 to {length - 1}; or mark the person absent",
            (RegisterCode.Partial, { } m) when m == length => $"less than {length}; whoever stayed the whole session is present",
            (RegisterCode.Present, { } m) when m != length =>
                $"{length} or empty: present is the whole session; or mark the person partial",
            (RegisterCode.Present or RegisterCode.Partial, _) => null,
            (_, null or 0) => null,
            _ => $"0 or empty: whoever is marked {attendance} attended no minutes",
        };
        if (wrong is not null)
            row.Wrong(Column, wrong);
        return attendance == RegisterCode.Present ? length : minutes ?? 0;
    }

    private static DateOnly? FollowUpOf(SheetRow row, string role, DateOnly date)
    {
        const string Column = "follow_up_of";
        if (role.Length == 0)
            return null;
        if (role != RegisterCode.FollowUp)
        {
            row.Empty(Column, $"only a follow-up has an earlier date, and the role is {role}");
            return null;
        }
        var earlier = row.Date(Column);
        if (date != default && earlier >= date)
            row.Wrong(Column, $"the day the case was first presented, before {date:yyyy-MM-dd}");
        return earlier;
    }
}
