namespace Portfolio.Api.Privacy;

// Who somebody is, where they meet, and by which links they came.
internal static partial class PersonExportParts
{
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
            """, new SealedColumn("detail", "sign_in.detail", "label", "subject", "number")),
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
        new("paper-sheets", """
            select n.sheet_id, s.from_on, s.until_on, n.written, array_to_string(n.marks, ' ') as marks, s.transcribed_by, s.checked_by, s.confirmed_by, s.confirmed_at
            from paper_sheet_name n join paper_sheet s on s.programme_id = n.programme_id and s.id = n.sheet_id
            where n.programme_id = @Programme and n.person_id = @person order by s.from_on, n.sheet_id, n.number
            """, new SealedColumn("written", "paper_sheet_name.written")),
        new("paper-names", "select matched_by, matched_at from paper_name where programme_id = @Programme and person_id = @person order by matched_at"),
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
}
