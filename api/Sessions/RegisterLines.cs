using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>Lines of any number of registers, written in one statement.</summary>
internal static class RegisterLines
{
    public static Task<int> Insert(Work work, IReadOnlyList<(Guid Session, Line Line)> lines) => work.Run("""
        insert into register_line (programme_id, session_id, person_id, standing, attendance, minutes, mode, presented, followed_up, follow_up_of)
        select @Programme, * from unnest(@session, @person, @standing, @attendance, @minutes, @mode, @presented, @followedUp, @followUpOf)
        """, new
    {
        work.Programme,
        session = lines.Select(of => of.Session).ToArray(),
        person = lines.Select(of => of.Line.PersonId).ToArray(),
        standing = lines.Select(of => of.Line.Standing).ToArray(),
        attendance = lines.Select(of => of.Line.Attendance).ToArray(),
        minutes = lines.Select(of => (short)of.Line.Minutes).ToArray(),
        mode = lines.Select(of => of.Line.Mode).ToArray(),
        presented = lines.Select(of => of.Line.Presented).ToArray(),
        followedUp = lines.Select(of => of.Line.FollowedUp).ToArray(),
        followUpOf = lines.Select(of => of.Line.FollowUpOf).ToArray(),
    });
}
