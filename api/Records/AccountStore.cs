using Portfolio.Api.Database;

namespace Portfolio.Api.Records;

/// <summary>One signed session of the group on a day when the person was a member.</summary>
internal sealed record AccountSession(Guid SessionId, Guid LeaderId, Guid? CoLeaderId, string? Attendance);

/// <summary>A valid record behind the account.</summary>
internal sealed record AccountRecord(Guid RecordId, int Number, Guid SessionId, string Kind, int Minutes);

internal static class AccountStore
{
    public static Task<List<AccountSession>> Sessions(Work work, Guid group, Guid person, DateOnly from, DateOnly until) => work.Rows<AccountSession>("""
        select s.id as session_id, s.leader_id, s.co_leader_id, l.attendance
        from session s
        join membership m on m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
             and in_force(m.from_on, m.until_on, s.held_on) and m.standing in ('member', 'member-without-requirement')
        left join register_line l on l.programme_id = s.programme_id and l.session_id = s.id and l.person_id = @person
        where s.programme_id = @Programme and s.group_id = @group and s.state = 'signed' and s.held_on between @from and @until
        order by s.held_on, s.starts_at
        """, new { work.Programme, group, person, from, until });

    public static Task<List<AccountRecord>> Records(Work work, Guid group, Guid person, DateOnly from, DateOnly until) => work.Rows<AccountRecord>("""
        select r.id as record_id, v.number, r.session_id, r.kind, v.minutes::int
        from record r
        join session s on s.programme_id = r.programme_id and s.id = r.session_id
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        where r.programme_id = @Programme and r.person_id = @person and s.group_id = @group and s.held_on between @from and @until
          and r.kind in ('attendance', 'presentation', 'follow-up')
          and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
        order by s.held_on, s.starts_at, r.kind
        """, new { work.Programme, group, person, from, until });

    public static Task<LatestVersion?> Latest(Work work, Guid group, Guid person, DateOnly from) => work.Row<LatestVersion>("""
        select r.id as record_id, r.session_id, r.person_id, r.kind, v.number, v.digests, v.valid_from, e.why as ended
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
        where r.programme_id = @Programme and r.kind = 'period-account' and r.group_id = @group and r.person_id = @person and r.from_on = @from
        order by v.number desc limit 1
        """, new { work.Programme, group, person, from });
}
