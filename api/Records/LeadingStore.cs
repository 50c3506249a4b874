using Portfolio.Api.Database;

namespace Portfolio.Api.Records;

/// <summary>A signed session that somebody led, and the record that says so.</summary>
/// <param name="Together">Whether somebody else led with them.</param>
/// <param name="RecordId">The record; nothing while nobody else has signed that they led.</param>
/// <param name="SignedAt">When its newest version was signed.</param>
/// <param name="Ended">Why that does not stand any more.</param>
internal sealed record LedSession(Guid SessionId, Guid GroupId, string Group, DateOnly HeldOn, int Minutes, string Mode, bool Together, Guid? RecordId, DateTimeOffset? SignedAt, string? Ended)
{
    public bool Stands => RecordId is not null && Ended is null;
}

/// <summary>Somebody's own record of leading.</summary>
internal static class LeadingStore
{
    /// <summary>The sessions that somebody led and that were signed, the newest first.</summary>
    public static Task<List<LedSession>> Of(Work work, Guid person) => work.Rows<LedSession>("""
        select s.id as session_id, g.id as group_id, g.name as "group", s.held_on, s.minutes::int, s.mode, s.co_leader_id is not null as together, r.id as record_id, v.valid_from as signed_at, e.why as ended
        from session s
        join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        left join record r on r.programme_id = s.programme_id and r.session_id = s.id and r.person_id = @person and r.kind = 'leading'
        left join lateral (select n.number, n.valid_from from record_version n where n.programme_id = r.programme_id and n.record_id = r.id order by n.number desc limit 1) v on true
        left join record_end e on e.programme_id = r.programme_id and e.record_id = r.id and e.number = v.number
        where s.programme_id = @Programme and s.state = 'signed' and @person in (s.leader_id, s.co_leader_id)
        order by s.held_on desc, s.starts_at desc
        """, new { work.Programme, person });
}
