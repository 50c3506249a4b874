using Portfolio.Api.Assessments;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Privacy;

// How somebody was judged, and what was signed about them.
internal static partial class PersonExportParts
{
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
        new("panel-notes", """
            select id, evidence_pack_id, rule, kind, says, made_by, noted_at
            from panel_note where programme_id = @Programme and person_id = @person order by noted_at, id
            """, new SealedColumn("says", PanelNotes.SaysPlace)),
        new("upload-packs", """
            select u.id, p.name as platform, u.evidence_pack_id, u.from_on, u.until_on, u.content, u.made_at, u.uploaded_on, u.said_at, u.made_by
            from upload_pack u join platform p on p.programme_id = u.programme_id and p.id = u.platform_id
            where u.programme_id = @Programme and u.person_id = @person order by u.made_at, u.id
            """, new SealedColumn("content", UploadPacks.ContentPlace)),
        new("session-queries", """
            select id, session_id, says, asked_at, passed_on_at, answer, answered_by, answered_at
            from session_query where programme_id = @Programme and person_id = @person order by asked_at, id
            """, new SealedColumn("says", SessionQueries.SaysPlace), new SealedColumn("answer", SessionQueries.AnswerPlace)),
        new("calendar-address", "select given_at, ended_at from calendar_address where programme_id = @Programme and person_id = @person"),
        new("check-ins", """
            select session_id, checked_in_at, visiting from check_in where programme_id = @Programme and person_id = @person order by checked_in_at, session_id
            """),
        new("log-entries", """
            select e.position, e.kind, e.subject_id as record_id, e.number as version, e.digests, e.logged_at
            from record r join log_entry e on e.programme_id = r.programme_id and e.subject_id = r.id
            where r.programme_id = @Programme and r.person_id = @person order by e.position
            """),
        new("own-keys", """
            select id, public_key, from_at, until_at, lost_from from leader_key where programme_id = @Programme and person_id = @person order by from_at, id
            """),
    ];
}
