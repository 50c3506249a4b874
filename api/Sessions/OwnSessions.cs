using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>A session as one person finds it.</summary>
/// <param name="Attendance">What the register says of them; nothing where it has no line for them.</param>
/// <param name="There">For how many minutes it says they were there.</param>
/// <param name="Visiting">Whether they were there from another group.</param>
/// <param name="Queried">Whether they say that it is not right, and nobody has corrected or answered it.</param>
internal sealed record OwnSession(
    Guid Id, Guid GroupId, string Group, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string State, string? CancelledFor, string? Attendance, int? There, bool Presented,
    bool FollowedUp, bool Visiting, bool Queried);

internal static class OwnSessions
{
    /// <summary>The sessions of somebody's groups while they belonged to them, and those whose register has a line for them, oldest first.</summary>
    public static Task<List<OwnSession>> Of(Work work, Guid person) => work.Rows<OwnSession>($"""
        select s.id, s.group_id, g.name as "group", s.held_on, s.starts_at, s.minutes::int, s.state, s.cancelled_for, l.attendance, l.minutes::int as there,
               coalesce(l.presented, false) as presented, coalesce(l.followed_up, false) as followed_up, coalesce(l.standing = 'visiting-member', false) as visiting,
               exists (select 1 from session_query q where q.programme_id = s.programme_id and q.session_id = s.id and q.person_id = @person and {SessionQueries.IsOpen}) as queried
        from session s
        join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        left join register_line l on l.programme_id = s.programme_id and l.session_id = s.id and l.person_id = @person
        where s.programme_id = @Programme
          and (l.person_id is not null or exists (select 1 from membership m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
                                                    and in_force(m.from_on, m.until_on, s.held_on)))
        order by s.held_on, s.starts_at, s.id
        """, new { work.Programme, person });
}
