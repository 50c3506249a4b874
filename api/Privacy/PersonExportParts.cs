using Portfolio.Api.Assessments;
using Portfolio.Api.Audit;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Privacy;

/// <summary>
/// Everything that is held about a person, table by table. A test walks the database: each table with a column that names a person stands in one of these,
/// or in <see cref="NotExported"/> with the reason.
/// </summary>
internal static class PersonExportParts
{
    /// <summary>Tables that say something about a person and are not exported, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotExported { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sign_in_step"] = "A step of signing in that is under way, kept for minutes: handing it out would let somebody else finish it.",
        ["person_key"] = "The key under which the person's data is sealed: handing it out would open what was copied from elsewhere.",
    };

    public static IReadOnlyList<ExportPart> All { get; } = [.. People, .. Groups, .. Links, .. Assessments, .. Records, .. Sent, .. Watched, .. Doings];

    private static IEnumerable<ExportPart> People =>
    [
        new("person", "select id, identity, made_at from person where programme_id = @Programme and id = @person",
            new SealedColumn("identity", "person.identity", "name", "key", "email", "body", "number")),
        new("placements", """
            select p.id, s.name as site, p.role, p.grade, p.whole_time, p.working_days, p.from_on, p.until_on, p.grade_expected_to, p.review_on, p.evidence_cut_off, p.made_by
            from placement p join site s on s.programme_id = p.programme_id and s.id = p.site_id
            where p.programme_id = @Programme and p.person_id = @person order by p.from_on, p.id
            """),
        new("clock-stops", "select id, from_on, until_on, made_by from clock_stop where programme_id = @Programme and person_id = @person order by from_on, id"),
        new("supervisions", """
            select id, kind, trainee_id, supervisor_id, from_on, until_on, made_by from supervision
            where programme_id = @Programme and (trainee_id = @person or supervisor_id = @person) order by from_on, id
            """),
        new("requirements", """
            select id, pack, pack_version, from_on, until_on, made_by from requirement where programme_id = @Programme and person_id = @person order by from_on, id
            """),
        new("appointments", """
            select a.id, a.office, s.name as site, a.from_on, a.until_on, a.made_by
            from appointment a left join site s on s.programme_id = a.programme_id and s.id = a.site_id
            where a.programme_id = @Programme and a.person_id = @person order by a.from_on, a.id
            """),
        new("signed-in", """
            select issued_at, expires_at, idle_until, sign_in_id, session_id from access_token where programme_id = @Programme and person_id = @person order by expires_at
            """),
        new("sign-ins", """
            select id, kind, detail, added_at, added_by, used_at, ended_at from sign_in where programme_id = @Programme and person_id = @person order by added_at, id
            """, new SealedColumn("detail", "sign_in.detail", "label")),
        new("invitations", """
            select id, made_by, made_at, expires_at, accepted_at, ended_at, wrong_words from invitation where programme_id = @Programme and person_id = @person order by made_at, id
            """),
        new("addresses", """
            select id, content as address, made_by, made_at, confirmed_at, ended_at from address where programme_id = @Programme and person_id = @person order by made_at, id
            """, new SealedColumn("address", "address.content")),
    ];

    private static IEnumerable<ExportPart> Groups =>
    [
        new("memberships", """
            select m.id, g.name as "group", m.standing, m.from_on, m.until_on, m.made_by
            from membership m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
            where m.programme_id = @Programme and m.person_id = @person order by m.from_on, m.id
            """),
        new("mandates", """
            select m.id, g.name as "group", m.kind, m.from_on, m.until_on, m.made_by
            from mandate m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
            where m.programme_id = @Programme and m.person_id = @person order by m.from_on, m.id
            """),
        new("qualifications", "select id, code, issuer, from_on, until_on, made_by from qualification where programme_id = @Programme and person_id = @person order by from_on, id"),
        new("professions", "select id, code, from_on, until_on, made_by from profession where programme_id = @Programme and person_id = @person order by from_on, id"),
        new("agreements-accepted", """
            select a.id, g.name as "group", a.number, c.accepted_at
            from agreement_acceptance c
            join agreement a on a.programme_id = c.programme_id and a.id = c.agreement_id
            join discussion_group g on g.programme_id = a.programme_id and g.id = a.group_id
            where c.programme_id = @Programme and c.person_id = @person order by c.accepted_at, a.id
            """),
        new("meetings", """
            select id, held_on, minutes, form, mode, did, with_id, peers, partner, confirmed_at, made_at
            from meeting where programme_id = @Programme and person_id = @person order by held_on, id
            """, new SealedColumn("partner", "meeting.partner")),
        // As somebody else wrote it; whom else they met is theirs.
        new("meetings-of-others", """
            select id, person_id as written_by, held_on, minutes, form, mode, did, confirmed_at
            from meeting where programme_id = @Programme and with_id = @person order by held_on, id
            """),
        // Own lines alone: who else was there is theirs.
        new("register-lines", """
            select l.session_id, g.name as "group", s.held_on, s.starts_at, s.state, s.leader_id, s.co_leader_id,
                   l.standing, l.attendance, l.minutes, coalesce(l.mode, s.mode) as mode, l.presented, l.followed_up, l.follow_up_of
            from register_line l
            join session s on s.programme_id = l.programme_id and s.id = l.session_id
            join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
            where l.programme_id = @Programme and l.person_id = @person order by s.held_on, s.starts_at, s.id
            """),
        new("register-lines-as-signed", """
            select v.session_id, v.number, v.provenance, v.signed_by, v.signed_at, line ->> 'standing' as standing, line ->> 'attendance' as attendance,
                   (line ->> 'minutes')::int as minutes, line ->> 'mode' as mode, (line ->> 'presented')::boolean as presented,
                   (line ->> 'followedUp')::boolean as followed_up, line ->> 'followUpOf' as follow_up_of
            from register_version v, jsonb_array_elements(v.lines) as line
            where v.programme_id = @Programme and line ->> 'personId' = @person::text order by v.signed_at, v.session_id, v.number
            """),
        new("sessions-led", """
            select s.id, g.name as "group", s.held_on, s.starts_at, s.minutes, s.mode, s.state, s.cancelled_for, s.cancelled_on, s.leader_id, s.co_leader_id
            from session s join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
            where s.programme_id = @Programme and (s.leader_id = @person or s.co_leader_id = @person) order by s.held_on, s.starts_at, s.id
            """),
        new("registers-signed", """
            select session_id, number, provenance, signed_at, list_hash, reason
            from register_version where programme_id = @Programme and signed_by = @person order by signed_at, session_id, number
            """, new SealedColumn("reason", "register_version.reason")),
    ];

    private static IEnumerable<ExportPart> Links =>
    [
        new("links", """
            select id, session_id, made_by, made_at, until_on, ended_at, ended_for, codes_sent from register_link where programme_id = @Programme and person_id = @person order by made_at, id
            """),
        new("link-codes", """
            select l.id as link_id, c.expires_at, c.tries, c.used_at from register_link l join register_link_code c on c.programme_id = l.programme_id and c.link_id = l.id
            where l.programme_id = @Programme and l.person_id = @person order by c.expires_at
            """),
        new("link-uses", """
            select u.link_id, u.what, u.list_hash, u.by_person, u.used_at from register_link l join register_link_use u on u.programme_id = l.programme_id and u.link_id = l.id
            where l.programme_id = @Programme and (l.person_id = @person or u.by_person = @person) order by u.used_at, u.id
            """),
        new("devices", """
            select id, label, made_at, used_at, until_at, ended_at from linked_device where programme_id = @Programme and person_id = @person order by made_at, id
            """, new SealedColumn("label", "linked_device.label")),
        new("handovers", """
            select m.id as mandate_id, h.until_on, h.unsigned, h.told_at from mandate m join handover h on h.programme_id = m.programme_id and h.mandate_id = m.id
            where m.programme_id = @Programme and m.person_id = @person order by h.told_at, m.id
            """),
    ];

    private static IEnumerable<ExportPart> Assessments =>
    [
        // A draft that was not shown yet is theirs all the same.
        new("assessments", """
            select a.id, g.name as "group", a.assessor_id, a.assessed_as, a.form_key, a.form_version, a.form_type, a.assessed_on, a.state, a.ratings, a.feedback, a.comment, a.released_at,
                   a.read_at, a.outcome, a.signed_at, a.record_id, a.countersigned_by, a.countersigned_at, a.withdrawn_by, a.withdrawn_at, a.reason
            from assessment a join discussion_group g on g.programme_id = a.programme_id and g.id = a.group_id
            where a.programme_id = @Programme and a.person_id = @person order by a.assessed_on, a.id
            """, new SealedColumn("ratings", AssessmentStore.RatingsPlace), new SealedColumn("feedback", AssessmentStore.NotePlace),
            new SealedColumn("comment", AssessmentStore.CommentPlace), new SealedColumn("reason", AssessmentStore.ReasonPlace)),
        // Of what they wrote about others, that they did: the words and levels are about somebody else.
        new("assessments-written", """
            select id, group_id, assessed_on, form_key, form_version, state, signed_at from assessment where programme_id = @Programme and assessor_id = @person order by assessed_on, id
            """),
        new("assessments-countersigned", """
            select id, countersigned_at from assessment where programme_id = @Programme and countersigned_by = @person order by countersigned_at, id
            """),
        new("assessments-withdrawn", """
            select id, withdrawn_at from assessment where programme_id = @Programme and withdrawn_by = @person order by withdrawn_at, id
            """),
        new("recorded-elsewhere", """
            select id, type, from_on, until_on, sessions, minutes, outcome, provenance, detail, copy_hash as copy_digest, checks::text as checks, state, decided_by, decided_at, reason,
                   record_id, made_by, made_at
            from recorded_elsewhere where programme_id = @Programme and person_id = @person order by from_on, id
            """, new SealedColumn("detail", ElsewhereStore.DetailPlace, "keeper", "original"), new SealedColumn("reason", ElsewhereStore.ReasonPlace)),
        new("recorded-elsewhere-decided", """
            select id, state, decided_at from recorded_elsewhere where programme_id = @Programme and decided_by = @person order by decided_at, id
            """),
    ];

    private static IEnumerable<ExportPart> Records =>
    [
        new("records", """
            select r.id, r.kind, r.session_id, g.name as "group", r.from_on, v.number as version, v.valid_from, v.provenance, v.minutes, v.mode, v.digests, v.key_id,
                   v.status_list, v.status_index, e.why as ended, e.ended_at
            from record r
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            left join discussion_group g on g.programme_id = r.programme_id and g.id = r.group_id
            where r.programme_id = @Programme and r.person_id = @person order by r.id, v.number
            """),
        new("signed-forms", """
            select v.record_id, v.number as version, v.jwt, v.embedded
            from record r join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            where r.programme_id = @Programme and r.person_id = @person and v.jwt is not null order by v.record_id, v.number
            """, new SealedColumn("jwt", Issuing.JwtPlace), new SealedColumn("embedded", Issuing.EmbeddedPlace)) { AreFiles = true },
        new("shared-accounts", """
            select s.record_id, s.shared_at from record r join record_share s on s.programme_id = r.programme_id and s.record_id = r.id
            where r.programme_id = @Programme and r.person_id = @person order by s.shared_at, s.record_id
            """),
        new("confirmation-rounds", """
            select pack, pack_version, number, begun_at, ended_at, ended_for, ended_step, ended_by, reason
            from confirmation_round where programme_id = @Programme and person_id = @person order by begun_at, pack, pack_version, number
            """, new SealedColumn("reason", ConfirmationEnds.ReasonPlace)),
        new("confirmations", """
            select id, pack, pack_version, scope, round, step, step_id, act, as_of, evidence, evidence_hash as evidence_digest, record_id, confirmed_by, confirmed_at, reversed_at, reversed_by, reversal
            from confirmation where programme_id = @Programme and person_id = @person order by confirmed_at, id
            """, new SealedColumn("evidence", Confirmations.EvidencePlace), new SealedColumn("reversal", ConfirmationEnds.ReversalPlace)),
        new("confirmation-questions", """
            select id, pack, pack_version, round, step_id, question, made_by, asked_at, answers, answer, answered_by, answered_at
            from confirmation_question where programme_id = @Programme and person_id = @person order by asked_at, id
            """, new SealedColumn("question", ConfirmationQuestions.QuestionPlace), new SealedColumn("answer", ConfirmationQuestions.AnswerPlace)),
        // Paper and file are fetched at their own addresses; the file says all that the paper says.
        new("evidence-packs", """
            select id, pack, pack_version, as_of, frozen_at, file, file_hash as file_digest, paper_hash as paper_digest, made_by
            from evidence_pack where programme_id = @Programme and person_id = @person order by frozen_at, id
            """, new SealedColumn("file", EvidencePacks.FilePlace)),
        new("session-queries", """
            select id, session_id, says, asked_at, answer, answered_by, answered_at
            from session_query where programme_id = @Programme and person_id = @person order by asked_at, id
            """, new SealedColumn("says", SessionQueries.SaysPlace), new SealedColumn("answer", SessionQueries.AnswerPlace)),
        new("log-entries", """
            select e.position, e.kind, e.subject_id as record_id, e.number as version, e.digests, e.logged_at
            from record r join log_entry e on e.programme_id = r.programme_id and e.subject_id = r.id
            where r.programme_id = @Programme and r.person_id = @person order by e.position
            """),
        new("own-keys", """
            select id, public_key, from_at, until_at, lost_from from leader_key where programme_id = @Programme and person_id = @person order by from_at, id
            """),
    ];

    private static IEnumerable<ExportPart> Sent =>
    [
        new("connections", """
            select c.id, p.name as platform, c.pairwise_id, c.kinds, c.connected_at, c.ended_at, c.feed
            from connection c join platform p on p.programme_id = c.programme_id and p.id = c.platform_id
            where c.programme_id = @Programme and c.person_id = @person order by c.connected_at, c.id
            """),
        new("sent-to-platforms", """
            select p.name as platform, f.position, f.change, f.connection_id, f.record_id, f.number as version
            from connection c
            join feed_entry f on f.programme_id = c.programme_id and f.connection_id = c.id
            join platform p on p.programme_id = c.programme_id and p.id = c.platform_id
            where c.programme_id = @Programme and c.person_id = @person order by p.name, f.position
            """),
        new("permissions-under-way", """
            select p.name as platform, a.kinds, a.expires_at, a.used_at, a.connection_id
            from authorization_code a join platform p on p.programme_id = a.programme_id and p.id = a.platform_id
            where a.programme_id = @Programme and a.person_id = @person order by a.expires_at, p.name
            """),
        new("letters", """
            select id, kind, due_at, tries, sent_at, failed_with, content from letter where programme_id = @Programme and person_id = @person order by due_at, id
            """, new SealedColumn("content", "letter.content", "to", "subject", "text")),
        // That there is one, and not why: a claim may be somebody else's.
        new("holds", "select id, placed_at, lifted_at, made_by, lifted_by from legal_hold where programme_id = @Programme and person_id = @person order by placed_at, id"),
        new("export-orders", """
            select id, made_by, made_at, until_at, taken_at from export_order where programme_id = @Programme and person_id = @person order by made_at, id
            """),
    ];

    private static IEnumerable<ExportPart> Watched =>
    [
        new("audit", $"""
            with about (id) as ({AuditStore.About})
            select e.position, e.at, e.kind, e.action, e.person_id as by_person, e.platform_id as by_platform, e.as_role, e.subject_kind, e.subject_id, e.made_kind, e.made_id,
                   e.status, e.times, case when e.person_id = @person then e.from_where end as from_where
            from audit_entry e
            where e.programme_id = @Programme and (e.person_id = @person or e.subject_id in (select id from about) or e.made_id in (select id from about)) order by e.position
            """, new SealedColumn("from_where", AuditTrail.Place)),
    ];

    /// <summary>What the person did to what is somebody else's or nobody's, by its id.</summary>
    private static IEnumerable<ExportPart> Doings =>
    [
        new("made", """
            select what, id from (
                select 'programme' as what, id from programme where id = @Programme and made_by = @person
                union all select 'person', id from person where programme_id = @Programme and made_by = @person
                union all select 'placement', id from placement where programme_id = @Programme and made_by = @person
                union all select 'clock-stop', id from clock_stop where programme_id = @Programme and made_by = @person
                union all select 'supervision', id from supervision where programme_id = @Programme and made_by = @person
                union all select 'appointment', id from appointment where programme_id = @Programme and made_by = @person
                union all select 'requirement', id from requirement where programme_id = @Programme and made_by = @person
                union all select 'requirement-pack ' || key || ' ' || version, programme_id from requirement_pack where programme_id = @Programme and made_by = @person
                union all select 'framework-version', id from framework_version where programme_id = @Programme and made_by = @person
                union all select 'group', id from discussion_group where programme_id = @Programme and made_by = @person
                union all select 'membership', id from membership where programme_id = @Programme and made_by = @person
                union all select 'mandate', id from mandate where programme_id = @Programme and made_by = @person
                union all select 'meeting-form', id from meeting_form where programme_id = @Programme and made_by = @person
                union all select 'group-detail', id from group_detail where programme_id = @Programme and made_by = @person
                union all select 'group-schedule', id from group_schedule where programme_id = @Programme and made_by = @person
                union all select 'agreement', id from agreement where programme_id = @Programme and made_by = @person
                union all select 'qualification', id from qualification where programme_id = @Programme and made_by = @person
                union all select 'profession', id from profession where programme_id = @Programme and made_by = @person
                union all select 'meeting', id from meeting where programme_id = @Programme and made_by = @person
                union all select 'invitation', id from invitation where programme_id = @Programme and made_by = @person
                union all select 'address', id from address where programme_id = @Programme and made_by = @person
                union all select 'sign-in', id from sign_in where programme_id = @Programme and added_by = @person
                union all select 'session', id from session where programme_id = @Programme and made_by = @person
                union all select 'platform', id from platform where programme_id = @Programme and made_by = @person
                union all select 'platform-secret', id from platform_secret where programme_id = @Programme and made_by = @person
                union all select 'link', id from register_link where programme_id = @Programme and made_by = @person
                union all select 'leader-links-setting', programme_id from link_setting where programme_id = @Programme and set_by = @person
                union all select 'assessment-form-' || key || '-' || version, programme_id from assessment_form where programme_id = @Programme and made_by = @person
                union all select 'assessment', id from assessment where programme_id = @Programme and made_by = @person
                union all select 'recorded-elsewhere', id from recorded_elsewhere where programme_id = @Programme and made_by = @person
                union all select 'connection', id from connection where programme_id = @Programme and made_by = @person
                union all select 'confirmation', id from confirmation where programme_id = @Programme and confirmed_by = @person
                union all select 'reversal', id from confirmation where programme_id = @Programme and reversed_by = @person
                union all select 'question', id from confirmation_question where programme_id = @Programme and made_by = @person
                union all select 'answer', id from confirmation_question where programme_id = @Programme and answered_by = @person
                union all select 'question-to-answer', id from confirmation_question where programme_id = @Programme and answers = @person
                union all select 'ended-confirmation-of', person_id from confirmation_round where programme_id = @Programme and ended_by = @person
                union all select 'evidence-pack', id from evidence_pack where programme_id = @Programme and made_by = @person
                union all select 'answered-query', id from session_query where programme_id = @Programme and answered_by = @person
                union all select 'export-order', id from export_order where programme_id = @Programme and made_by = @person
                union all select 'hold', id from legal_hold where programme_id = @Programme and made_by = @person
                union all select 'lifted-hold', id from legal_hold where programme_id = @Programme and lifted_by = @person
                union all select 'privacy-settings', programme_id from privacy_setting where programme_id = @Programme and changed_by = @person
            ) as made order by what, id
            """),
    ];
}
