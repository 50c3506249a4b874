using Portfolio.Api.Audit;

namespace Portfolio.Api.Privacy;

// What was sent to somebody, what they did, and who looked.
internal static partial class PersonExportParts
{
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
        // What opens the place there is not handed out: whoever got hold of the export could write into the portfolio.
        new("places-at-platforms", """
            select p.name as platform, o.adapter, o.receiver, o.country, o.agreement, l.settings is not null as set_up, l.notes is not null as signed_in, l.needs, l.needs_since, l.told_at
            from outward_place l
            join outward_platform o on o.programme_id = l.programme_id and o.platform_id = l.platform_id
            join platform p on p.programme_id = l.programme_id and p.id = l.platform_id
            where l.programme_id = @Programme and l.person_id = @person order by p.name
            """),
        new("deliveries", """
            select d.id, p.name as platform, d.record_id, d.number as version, d.wanted, d.state, d.reason, d.doubt, d.since, d.due_at, d.accepted_at, d.withdrawn_at
            from delivery d join platform p on p.programme_id = d.programme_id and p.id = d.platform_id
            where d.programme_id = @Programme and d.person_id = @person order by d.since, d.id
            """),
        new("delivery-attempts", """
            select a.delivery_id, a.number, a.act, a.started_at, a.ended_at, a.outcome, a.code, a.said
            from delivery d join delivery_attempt a on a.programme_id = d.programme_id and a.delivery_id = d.id
            where d.programme_id = @Programme and d.person_id = @person order by a.started_at, a.delivery_id, a.number
            """),
        new("permissions-under-way", """
            select p.name as platform, a.kinds, a.expires_at, a.used_at, a.connection_id
            from authorization_code a join platform p on p.programme_id = a.programme_id and p.id = a.platform_id
            where a.programme_id = @Programme and a.person_id = @person order by a.expires_at, p.name
            """),
        new("letters", """
            select id, kind, due_at, tries, sent_at, failed_with, content from letter where programme_id = @Programme and person_id = @person order by due_at, id
            """, new SealedColumn("content", "letter.content", "to", "subject", "text")),
        new("weekly-letters", "select weekly, set_at from digest_setting where programme_id = @Programme and person_id = @person"),
        new("weekly-letters-told", """
            select week, about, state, told, noted_at from digest where programme_id = @Programme and person_id = @person order by week, about
            """),
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
                union all select 'lti-registration', id from lti_registration where programme_id = @Programme and made_by = @person
                union all select 'lti-link', programme_id from lti_offer where programme_id = @Programme and made_by = @person
                union all select 'lti-course', id from lti_course where programme_id = @Programme and linked_by = @person
                union all select 'link', id from register_link where programme_id = @Programme and made_by = @person
                union all select 'words', programme_id from programme_words where programme_id = @Programme and set_by = @person
                union all select 'leader-links-setting', programme_id from link_setting where programme_id = @Programme and set_by = @person
                union all select 'check-in-setting', group_id from check_in_setting where programme_id = @Programme and set_by = @person
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
                union all select 'panel-note', id from panel_note where programme_id = @Programme and made_by = @person
                union all select 'upload-pack', id from upload_pack where programme_id = @Programme and made_by = @person
                union all select 'transcribed-sheet', id from paper_sheet where programme_id = @Programme and transcribed_by = @person
                union all select 'checked-sheet', id from paper_sheet where programme_id = @Programme and checked_by = @person
                union all select 'confirmed-sheet', id from paper_sheet where programme_id = @Programme and confirmed_by = @person
                union all select 'matched-name-of', person_id from paper_name where programme_id = @Programme and matched_by = @person
                union all select 'answered-query', id from session_query where programme_id = @Programme and answered_by = @person
                union all select 'export-order', id from export_order where programme_id = @Programme and made_by = @person
                union all select 'hold', id from legal_hold where programme_id = @Programme and made_by = @person
                union all select 'lifted-hold', id from legal_hold where programme_id = @Programme and lifted_by = @person
                union all select 'privacy-settings', programme_id from privacy_setting where programme_id = @Programme and changed_by = @person
            ) as made order by what, id
            """),
    ];
}
