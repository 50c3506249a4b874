using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Progress;

/// <summary>A version of a record as it stands.</summary>
internal sealed record StandingRecord(
    Guid RecordId, int Number, string Kind, byte[] Digests, string Provenance, int? Minutes, string? Mode, DateTimeOffset ValidFrom, Guid? SessionId, DateOnly? HeldOn,
    string? GroupName, bool Queried)
{
    public bool IsPresentation => Kind is Part.Presentation or Part.FollowUp;
}

internal static class EvidenceStore
{
    // What a verification and an account say rests on the rest: for confirming they are no evidence, for a panel they are worth reading.
    private const string Sums = "'period-account', 'verification'";

    /// <summary>Somebody's records that stand, of sessions up to a day, oldest first.</summary>
    /// <param name="sums">Also what only adds up others.</param>
    public static Task<List<StandingRecord>> Standing(Work work, Guid person, DateOnly asOf, bool sums) => work.Rows<StandingRecord>($"""
        select r.id as record_id, v.number, r.kind, v.digests, v.provenance, v.minutes::int, v.mode, v.valid_from, r.session_id, coalesce(s.held_on, a.assessed_on, e.until_on) as held_on, g.name as group_name,
               exists (select 1 from session_query q where q.programme_id = r.programme_id and q.session_id = r.session_id
                         and {SessionQueries.IsOpen}) as queried
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        left join session s on s.programme_id = r.programme_id and s.id = r.session_id
        left join assessment a on a.programme_id = r.programme_id and a.record_id = r.id
        left join recorded_elsewhere e on e.programme_id = r.programme_id and e.record_id = r.id
        left join discussion_group g on g.programme_id = r.programme_id and g.id = coalesce(s.group_id, r.group_id)
        where r.programme_id = @Programme and r.person_id = @person and (@sums or r.kind not in ({Sums}))
          and coalesce(s.held_on, a.assessed_on, e.until_on, local_date(@Programme, v.valid_from)) <= @asOf
          and not exists (select 1 from record_end x where x.programme_id = v.programme_id and x.record_id = v.record_id and x.number = v.number)
        order by coalesce(s.held_on, a.assessed_on, e.until_on, local_date(@Programme, v.valid_from)), r.id
        """, new { work.Programme, person, asOf, sums });

    /// <summary>Whether somebody led a session that one of these records is of.</summary>
    public static Task<bool> Led(Work work, Guid person, IEnumerable<Guid> records) => work.Any("""
        select 1 from record r join session s on s.programme_id = r.programme_id and s.id = r.session_id
        where r.programme_id = @Programme and r.id = any(@records) and @person in (s.leader_id, s.co_leader_id)
        """, new { work.Programme, person, records = records.ToArray() });
}
