using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

internal sealed record MetSession(
    Guid SessionId, DateOnly HeldOn, string Kind, int Minutes, string Mode, string Form, Guid? LeaderId, Guid? CoLeaderId);

internal sealed record MetPeer(Guid SessionId, Guid PersonId, string? Profession);

/// <summary>What a formal account is made from, as the tables have it. When somebody presented is in none of it.</summary>
internal static class FormalAccountRows
{
    /// <summary>Records that stand, of having taken part and of having led.</summary>
    public static Task<List<MetSession>> Signed(Work work, Guid person, DateOnly from, DateOnly until) => work.Rows<MetSession>("""
        select s.id as session_id, s.held_on, r.kind, coalesce(v.minutes, s.minutes)::int as minutes, coalesce(v.mode, s.mode) as mode, g.form, s.leader_id, s.co_leader_id
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        join session s on s.programme_id = r.programme_id and s.id = r.session_id
        join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        where r.programme_id = @Programme and r.person_id = @person and r.kind in ('attendance', 'leading') and s.held_on between @from and @until
          and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
        order by s.held_on, s.starts_at, s.id
        """, new { work.Programme, person, from, until });

    /// <summary>Signed registers of what they led, where no record of that stands: nobody else has vouched for it.</summary>
    public static Task<List<MetSession>> Unvouched(Work work, Guid person, DateOnly from, DateOnly until) => work.Rows<MetSession>("""
        select s.id as session_id, s.held_on, 'leading' as kind, s.minutes::int as minutes, s.mode, g.form, s.leader_id, s.co_leader_id
        from session s
        join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        where s.programme_id = @Programme and s.state = 'signed' and @person in (s.leader_id, s.co_leader_id) and s.held_on between @from and @until
          and not exists (
            select 1 from record r
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            where r.programme_id = s.programme_id and r.session_id = s.id and r.person_id = @person and r.kind = 'leading' and e.number is null)
        order by s.held_on, s.starts_at, s.id
        """, new { work.Programme, person, from, until });

    /// <summary>Whoever else took part in these sessions, with their profession on that day.</summary>
    public static Task<List<MetPeer>> Peers(Work work, Guid person, Guid[] sessions) => work.Rows<MetPeer>("""
        select l.session_id, l.person_id, p.code as profession
        from register_line l
        join session s on s.programme_id = l.programme_id and s.id = l.session_id
        left join profession p on p.programme_id = l.programme_id and p.person_id = l.person_id and in_force(p.from_on, p.until_on, s.held_on)
        where l.programme_id = @Programme and l.session_id = any(@sessions) and l.person_id <> @person and l.attendance in ('present', 'partial')
          and l.standing in ('member', 'visiting-member', 'member-without-requirement')
        """, new { work.Programme, person, sessions });
}
