using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Portfolio.Api.Http;

namespace Portfolio.Tests.Architecture;

/// <summary>Every race has a constraint, and every constraint that a request can run into has a refusal.</summary>
public sealed partial class ConstraintTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    // Constraints that no request can violate, and why.
    private static readonly Dictionary<string, string> OutOfReach = new()
    {
        ["confirmation_programme_id_person_id_fkey"] = "The person is held first.",
        ["confirmation_programme_id_confirmed_by_fkey"] = "Whoever confirms is signed in.",
        ["confirmation_programme_id_reversed_by_fkey"] = "Whoever reverses is signed in.",
        ["confirmation_reversal_is_whole"] = "The one statement that reverses sets all of it.",
        ["confirmation_says_which_step"] = "A step has its passage and number, progress has neither.",
        ["confirmation_verifies_by_record"] = "What verifies is issued as a record first.",
        ["confirmation_round_end_is_whole"] = "The one statement that ends a passage sets all of it.",
        ["confirmation_round_one_open"] = "The insert does nothing on this conflict.",
        ["confirmation_round_programme_id_person_id_fkey"] = "A policy has looked the trainee up.",
        ["confirmation_round_programme_id_ended_by_fkey"] = "Whoever ends a passage is signed in.",
        ["confirmation_question_answer_is_whole"] = "The one statement that answers sets all of it.",
        ["confirmation_question_programme_id_person_id_fkey"] = "A policy has looked the trainee up.",
        ["confirmation_question_programme_id_answers_fkey"] = "Whoever must answer was found to take part.",
        ["confirmation_question_programme_id_answered_by_fkey"] = "Whoever answers is signed in.",
        ["evidence_pack_programme_id_person_id_fkey"] = "The person is held first.",
        ["panel_note_programme_id_person_id_fkey"] = "The evidence pack was just read.",
        ["panel_note_says_something"] = "A tick says nothing, and whatever else is noted has its words.",
        ["upload_pack_programme_id_person_id_fkey"] = "A policy has looked the trainee up.",
        ["upload_pack_days"] = "UploadPacks refuses it first.",
        ["upload_pack_said_is_whole"] = "The one statement that says so sets both.",
        ["session_query_passed_on_later"] = "The one statement that passes it on looks for what was said before.",
        ["calendar_address_by_hash"] = "32 random bytes are not drawn twice.",
        ["calendar_address_programme_id_person_id_fkey"] = "An address is made by its own person.",
        ["session_query_answer_is_whole"] = "The one statement that answers sets all of it.",
        ["session_query_programme_id_person_id_fkey"] = "Whoever says it is signed in.",
        ["session_query_programme_id_answered_by_fkey"] = "Whoever answers is signed in.",
        ["lti_course_once"] = "The insert updates on this conflict.",
        ["lti_course_link_is_whole"] = "The one statement that links sets all of it.",
        ["lti_course_scores_are_whole"] = "The one statement that says where scores go sets both.",
        ["sign_in_of_platform"] = "The one statement that adds a platform's account names the platform, and no other does.",
        ["check_in_programme_id_person_id_fkey"] = "Whoever checks in is signed in.",
        ["linked_device_by_hash"] = "32 random bytes are not drawn twice.",
        ["linked_device_programme_id_person_id_fkey"] = "A device is remembered for the leader whose link was just opened.",
        ["register_link_by_hash"] = "32 random bytes are not drawn twice.",
        ["register_link_end_says_why"] = "The one statement that ends a link says why.",
        ["register_link_programme_id_person_id_fkey"] = "A link is sent to somebody whose address was just read.",
        ["register_link_use_lists"] = "Whoever reviews, signs or corrects hands the list in.",
        ["agreement_acceptance_programme_id_person_id_fkey"] = "Whoever accepts is signed in.",
        ["meeting_programme_id_person_id_fkey"] = "A meeting is written down by its own person.",
        ["access_token_one_bearer"] = "A token is issued to an actor, who is one or the other.",
        ["access_token_permission_is_whole"] = "A platform's token is issued with a permission and its scope, or with neither.",
        ["programme_sandbox_is_made_up"] = "The verb that makes a sandbox refuses it first.",
        ["access_token_programme_id_person_id_fkey"] = "A token is issued to a person who was just read.",
        ["access_token_session_has_person"] = "A token for a session is a leader's.",
        ["address_programme_id_person_id_fkey"] = "An address is added by its own person.",
        ["assessment_countersigned_by_another"] = "AssessmentDrafts refuses it first.",
        ["assessment_programme_id_assessor_id_fkey"] = "Whoever assesses is signed in.",
        ["assessment_programme_id_countersigned_by_fkey"] = "Whoever countersigns is signed in.",
        ["assessment_programme_id_withdrawn_by_fkey"] = "Whoever withdraws is signed in.",
        ["assessment_signed_is_whole"] = "The one statement that signs sets all of it.",
        ["recorded_elsewhere_confirmed_is_signed"] = "The one statement that confirms names the record.",
        ["recorded_elsewhere_days_in_order"] = "ElsewhereEntries refuses it first.",
        ["recorded_elsewhere_programme_id_decided_by_fkey"] = "Whoever decides is signed in.",
        ["recorded_elsewhere_programme_id_person_id_fkey"] = "The person's key was just read.",
        ["authorization_code_programme_id_person_id_fkey"] = "A code is made for whoever is signed in.",
        ["platform_keys_one_way"] = "Setting keys sets both columns, one of them to nothing.",
        ["connection_programme_id_person_id_fkey"] = "A connection is made by its own trainee.",
        ["export_order_programme_id_person_id_fkey"] = "An order is for somebody who was just read.",
        ["delivery_attempt_ended"] = "An attempt's end sets both.",
        ["delivery_due"] = "The ledger sets both.",
        ["delivery_once"] = "The ledger's inserts do nothing, or update, on this conflict.",
        ["delivery_reason"] = "The ledger sets both.",
        ["delivery_withdrawn"] = "The ledger sets both.",
        ["outward_place_id"] = "The server's own id, from random bytes.",
        ["outward_place_needs"] = "The ledger sets both.",
        ["outward_place_programme_id_person_id_fkey"] = "A place is of somebody who permitted something.",
        ["platform_key_one_in_use"] = "The insert does nothing on this conflict.",
        ["export_order_secret_once"] = "32 random bytes do not come twice.",
        ["feed_entry_names_a_record"] = "The filler knows which changes have a record.",
        ["feed_entry_once"] = "Fillers of one feed wait for each other at its head.",
        ["invitation_programme_id_person_id_fkey"] = "An invitation is made for somebody who was just read.",
        ["leader_key_programme_id_person_id_fkey"] = "A leader's key is made for somebody with a mandate.",
        ["leader_key_one_in_use"] = "The insert does nothing on this conflict.",
        ["letter_gone_once_sent"] = "Sending a letter drops its content.",
        ["letter_programme_id_person_id_fkey"] = "A letter is to somebody whose key was just read.",
        ["legal_hold_programme_id_lifted_by_fkey"] = "Whoever lifts a hold is signed in.",
        ["legal_hold_programme_id_person_id_fkey"] = "The person is locked first.",
        ["digest_programme_id_person_id_fkey"] = "A letter is to somebody who was just read.",
        ["digest_setting_programme_id_person_id_fkey"] = "Whoever switches their letters is signed in.",
        ["digest_state_of_progress"] = "The worker sets both.",
        ["paper_name_programme_id_person_id_fkey"] = "PaperSheets finds the person first.",
        ["paper_sheet_check_is_whole"] = "The one statement that checks sets both.",
        ["paper_sheet_confirmed_when_checked"] = "The one statement that confirms sets all of it, for sheets that are checked.",
        ["paper_sheet_name_one_way"] = "The one statement that matches sets one of them.",
        ["paper_sheet_once"] = "The insert does nothing on this conflict.",
        ["person_key_programme_id_person_id_fkey"] = "A person's key is kept just after the person.",
        ["privacy_setting_programme_id_changed_by_fkey"] = "Whoever sets it is signed in.",
        ["record_of_a_period"] = "The kind says whether a record is of a period.",
        ["record_of_a_session"] = "The kind says whether a record is of a session.",
        ["record_programme_id_person_id_fkey"] = "A record is of somebody on the register.",
        ["register_line_follow_up_of"] = "RegisterReading refuses it first.",
        ["register_line_minutes_fit"] = "RegisterReading refuses or completes it first.",
        ["register_line_presenter_was_there"] = "RegisterReading refuses it first.",
        ["register_version_correction_says_why"] = "A correction's body has a reason.",
        ["register_version_programme_id_signed_by_fkey"] = "Whoever signs is signed in.",
        ["session_cancelled_says_why"] = "Cancelling sets both.",
        ["session_programme_id_leader_id_fkey"] = "A leader needs a mandate, which only a person has.",
        ["session_programme_id_co_leader_id_fkey"] = "A co-leader needs a mandate, which only a person has.",
        ["session_signed_has_leader"] = "WhyNotSign refuses it first.",
        ["session_two_leaders_differ"] = "RegisterReading refuses it first.",
        ["sign_in_live_is_whole"] = "A sign-in is added whole, and forgotten only when it ends.",
        ["sign_in_programme_id_person_id_fkey"] = "A sign-in is of somebody who was just read.",
        ["sign_in_step_programme_id_person_id_fkey"] = "A step is of somebody who was just read.",
        ["signing_key_one_in_use"] = "The insert does nothing on this conflict.",
        ["site_name_once"] = "The insert does nothing on this conflict.",
    };

    [Fact]
    public async Task Every_refusal_of_a_constraint_is_of_one_that_is_there() =>
        Assert.Empty(Problems.OfConstraint.Keys.Except((await Constraints()).Select(constraint => constraint.Name)));

    [Fact]
    public async Task Every_constraint_that_a_request_can_run_into_has_a_refusal()
    {
        var unmapped = (await Constraints()).Where(constraint => constraint.MayBeRunInto && !Problems.OfConstraint.ContainsKey(constraint.Name))
            .Select(constraint => constraint.Name).ToHashSet();

        Assert.Empty(unmapped.Except(OutOfReach.Keys));
        Assert.Empty(OutOfReach.Keys.Except(unmapped));
    }

    // Primary keys conflict into `on conflict do nothing`; what a column may hold is fenced by the body, and tried there;
    // ids of other tables than person are the server's own, or a policy has looked them up.
    private sealed partial record Constraint(string Name, string Kind, string Refers)
    {
        public bool MayBeRunInto => Kind switch
        {
            "p" => false,
            "c" => !UnnamedCheck().IsMatch(Name),
            "f" => Refers == "person",
            _ => true,
        };

        [GeneratedRegex("_check[0-9]*$")]
        private static partial Regex UnnamedCheck();
    }

    private async Task<List<Constraint>> Constraints()
    {
        await using var connection = new NpgsqlConnection(await test.Superuser());
        return (await connection.QueryAsync<Constraint>("""
            select conname::text as name, contype::text as kind, coalesce((select relname from pg_class where oid = confrelid), '')::text as refers
            from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'f', 'c')
            union all
            select c.relname::text, 'i', '' from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace and i.indisunique and not exists (select from pg_constraint where conindid = c.oid)
            """)).AsList();
    }
}
