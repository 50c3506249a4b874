using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

internal sealed record PlacementRow(
    Guid PersonId, DateOnly FromOn, DateOnly? UntilOn, string Role, string Grade, decimal WholeTime, string WorkingDays, DateOnly? GradeExpectedTo, DateOnly? ReviewOn,
    DateOnly? EvidenceCutOff);

internal sealed record RecordRow(Guid PersonId, Guid Id, string Kind, Guid SessionId, int? Minutes, string? Mode, string Provenance, DateTimeOffset ValidFrom);

internal sealed record HeldRow(
    Guid Id, Guid GroupId, DateOnly HeldOn, int Minutes, string? Mode, string State, DateOnly? CancelledOn, Guid? LeaderId, Guid? CoLeaderId, int? Size);

internal sealed record MembershipRow(Guid PersonId, Guid GroupId, string Standing, DateOnly FromOn, DateOnly? UntilOn);

internal sealed record ClockStopRow(Guid PersonId, DateOnly FromOn, DateOnly UntilOn);

internal sealed record SupervisionRow(Guid TraineeId, Guid SupervisorId, DateOnly FromOn, DateOnly? UntilOn);

internal sealed record QualifiedRow(Guid PersonId, string Code, DateOnly FromOn, DateOnly? UntilOn);

internal sealed record NotExpectedRow(Guid PersonId, Guid SessionId);

internal sealed record LedUntilRow(Guid GroupId, DateOnly? Last);

internal sealed record GroupRow(Guid Id, string Form, bool Closed, DateOnly? FromOn, DateOnly? UntilOn);

internal sealed record FormRow(string Key, string MemberDoes, string LeaderDoes);

internal sealed record AssessedRow(Guid PersonId, Guid RecordId, DateOnly AssessedOn, string FormType, string Outcome, string Provenance, DateTimeOffset SignedAt, Guid AssessorId);

internal sealed record ElsewhereRow(
    Guid PersonId, Guid Id, string Type, DateOnly FromOn, DateOnly UntilOn, int? Sessions, int? Minutes, string? Outcome, string Provenance, bool Confirmed, DateTimeOffset SignedAt);

/// <summary>What progress is judged by, as the tables have it: one statement for each kind of fact, however many people there are.</summary>
internal static class ProgressRows
{
    private const string Stands = """
        (@knownAt::timestamptz is null or v.valid_from <= @knownAt)
          and not exists (select 1 from record_end d where d.programme_id = v.programme_id and d.record_id = v.record_id and d.number = v.number
                            and (@knownAt::timestamptz is null or d.ended_at <= @knownAt))
        """;

    public static Task<List<PlacementRow>> Placements(Work work, Guid[] people) => work.Rows<PlacementRow>("""
        select person_id, from_on, until_on, role, coalesce(grade, '') as grade, whole_time, array_to_string(working_days, ' ') as working_days, grade_expected_to,
               review_on, evidence_cut_off
        from placement where programme_id = @Programme and person_id = any(@people)
        """, new { work.Programme, people });

    // Of each record the version that stood then: it was issued, and was neither superseded nor withdrawn.
    public static Task<List<RecordRow>> Records(Work work, Guid[] people, DateTimeOffset? knownAt) => work.Rows<RecordRow>($"""
        select r.person_id, r.id, r.kind, r.session_id, v.minutes::int, v.mode, v.provenance, v.valid_from
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        where r.programme_id = @Programme and r.person_id = any(@people) and r.kind in ('attendance', 'presentation', 'follow-up', 'leading') and {Stands}
        """, new { work.Programme, people, knownAt });

    // One that waits for its countersignature is not complete.
    public static Task<List<AssessedRow>> Assessments(Work work, Guid[] people, DateTimeOffset? knownAt) => work.Rows<AssessedRow>($"""
        select a.person_id, a.record_id, a.assessed_on, a.form_type, a.outcome, v.provenance, v.valid_from as signed_at, a.assessor_id
        from assessment a
        join record_version v on v.programme_id = a.programme_id and v.record_id = a.record_id
        where a.programme_id = @Programme and a.person_id = any(@people) and (not a.countersign or a.countersigned_at is not null) and {Stands}
        """, new { work.Programme, people, knownAt });

    // What somebody only stated is told too, as not confirmed; what was declined or withdrawn is not.
    public static Task<List<ElsewhereRow>> Elsewhere(Work work, Guid[] people, DateTimeOffset? knownAt) => work.Rows<ElsewhereRow>($"""
        select e.person_id, coalesce(e.record_id, e.id) as id, e.type, e.from_on, e.until_on, e.sessions, e.minutes, e.outcome, e.provenance,
               v.record_id is not null as confirmed, coalesce(v.valid_from, e.made_at) as signed_at
        from recorded_elsewhere e
        left join record_version v on v.programme_id = e.programme_id and v.record_id = e.record_id and {Stands}
        where e.programme_id = @Programme and e.person_id = any(@people) and (v.record_id is not null or e.state = 'stated')
          and (@knownAt::timestamptz is null or e.made_at <= @knownAt)
        """, new { work.Programme, people, knownAt });

    // Whoever is there to learn of the work or to look on is no member of the group, so is not counted in its size.
    public static Task<List<HeldRow>> Sessions(Work work, Guid[] groups, Guid[] sessions) => work.Rows<HeldRow>("""
        select s.id, s.group_id, s.held_on, s.minutes::int, s.mode, s.state, s.cancelled_on, s.leader_id, s.co_leader_id, l.size::int
        from session s
        left join (select session_id, count(*) as size from register_line
                   where programme_id = @Programme and attendance in ('present', 'partial') and standing in ('member', 'visiting-member', 'member-without-requirement')
                   group by session_id) l on l.session_id = s.id
        where s.programme_id = @Programme and (s.group_id = any(@groups) or s.id = any(@sessions))
        """, new { work.Programme, groups, sessions });

    public static Task<List<MembershipRow>> Memberships(Work work, Guid[] people) => work.Rows<MembershipRow>("""
        select person_id, group_id, standing, from_on, until_on from membership
        where programme_id = @Programme and person_id = any(@people) and standing in ('member', 'member-without-requirement')
        """, new { work.Programme, people });

    public static Task<List<ClockStopRow>> ClockStops(Work work, Guid[] people) => work.Rows<ClockStopRow>("""
        select person_id, from_on, until_on from clock_stop where programme_id = @Programme and person_id = any(@people)
        """, new { work.Programme, people });

    public static Task<List<NotExpectedRow>> NotExpected(Work work, Guid[] people) => work.Rows<NotExpectedRow>("""
        select person_id, session_id from register_line
        where programme_id = @Programme and person_id = any(@people) and attendance = 'not-expected'
        """, new { work.Programme, people });

    public static Task<List<SupervisionRow>> Supervisions(Work work, Guid[] people) => work.Rows<SupervisionRow>("""
        select trainee_id, supervisor_id, from_on, until_on from supervision where programme_id = @Programme and trainee_id = any(@people)
        """, new { work.Programme, people });

    public static Task<List<QualifiedRow>> Qualifications(Work work, Guid[] leaders) => work.Rows<QualifiedRow>("""
        select person_id, code, from_on, until_on from qualification where programme_id = @Programme and person_id = any(@leaders) order by code
        """, new { work.Programme, leaders });

    // A deputy stands in for somebody: the group is led until its own leaders' last day.
    public static Task<List<LedUntilRow>> LedUntil(Work work) => work.Rows<LedUntilRow>("""
        select group_id, case when bool_or(until_on is null) then null else max(until_on) end as last
        from mandate where programme_id = @Programme and kind in ('leader', 'co-leader') group by group_id
        """, new { work.Programme });

    public static Task<List<GroupRow>> Groups(Work work) => work.Rows<GroupRow>("""
        select g.id, g.form, coalesce(d.closed, false) as closed, d.from_on, d.until_on
        from discussion_group g left join group_detail d on d.programme_id = g.programme_id and d.group_id = g.id
        where g.programme_id = @Programme
        """, new { work.Programme });

    public static Task<List<FormRow>> Forms(Work work) =>
        work.Rows<FormRow>("select key, member_does, leader_does from meeting_form where programme_id = @Programme", new { work.Programme });

    /// <summary>Everybody who is or was a trainee, or was given a requirement.</summary>
    public static Task<List<Guid>> People(Work work) => work.Rows<Guid>("""
        select person_id from placement where programme_id = @Programme and role = 'trainee'
        union
        select person_id from requirement where programme_id = @Programme
        """, new { work.Programme });

    /// <summary>Whether somebody is or was a trainee, or was given a requirement.</summary>
    public static Task<bool> HasRequirement(Work work, Guid person) => work.Any("""
        select 1 from placement where programme_id = @Programme and person_id = @person and role = 'trainee'
        union all
        select 1 from requirement where programme_id = @Programme and person_id = @person
        """, new { work.Programme, person });
}
