namespace Portfolio.Api.Http;

/// <summary>Every refusal of the service, once. The description and `/problems/{code}` are made from this list.</summary>
internal static class Problems
{
    public static readonly Problem NotFound = new("not-found", 404, "There is nothing here that you may see.");
    public static readonly Problem SignInNeeded = new("sign-in-needed", 401, "Sign in first: the request carries no valid token.");
    public static readonly Problem SignInUnknown = new("sign-in-unknown", 401,
        "This account is not known in this programme: ask its tutor or administrator to invite you, and add the account from the invitation.");
    public static readonly Problem SignInFailed = new("sign-in-failed", 400, "The sign-in could not be completed; begin it again.");
    public static readonly Problem SignInNotRecent = new("sign-in-not-recent", 403, "Adding a way to sign in needs a sign-in of the last ten minutes: sign in again first.");
    public static readonly Problem SignInTaken = new("sign-in-taken", 409, "This account or passkey signs in somebody already.");
    public static readonly Problem ProviderUnavailable = new("provider-unavailable", 503, "The sign-in provider cannot be reached just now; nothing was changed.");
    public static readonly Problem FormTokenNeeded = new("form-token-needed", 403,
        "A browser's request that changes something carries the token of the page it came from; load the page again.");
    public static readonly Problem ScopeMissing = new("scope-missing", 403, "This token is not good for that.");
    public static readonly Problem InvalidBody = new("invalid-body", 400, "The body cannot be taken as it is.");
    public static readonly Problem InvalidRequest = new("invalid-request", 400, "The request cannot be taken as it is.");
    public static readonly Problem BodyTooLarge = new("body-too-large", 413, "The body is larger than this path takes.");
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "This path does not take a body of that type.");
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "These were too many requests; wait as long as Retry-After says.");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "This path does not take that method.");
    public static readonly Problem NotAcceptable = new("not-acceptable", 406, "This cannot be had in any of the types that were asked for.");
    public static readonly Problem WrongHost = new("wrong-host", 421, "This service does not answer to that name.");
    public static readonly Problem HttpsNeeded = new("https-needed", 400, "Come by https: whatever this request carried may have been read on its way.");
    public static readonly Problem DatabaseUnavailable = new("database-unavailable", 503, "The database cannot be reached just now; nothing was changed.");
    public static readonly Problem Unexpected = new("unexpected", 500, "Something went wrong here; nothing was changed.");
    public static readonly Problem Conflict = new("conflict", 409, "Somebody else changed this at the same moment; read it again.");

    public static readonly Problem IdTaken = new("id-taken", 409, "This id was used before, with another body.");
    public static readonly Problem VersionNeeded = new("version-needed", 428, "Say in If-Match which version you saw.");
    public static readonly Problem VersionStale = new("version-stale", 412, "It has changed since the version you saw; read it again.");

    public static readonly Problem ProgrammeKeyTaken = new("programme-key-taken", 409, "A programme with this key is there already.");
    public static readonly Problem SandboxOnly = new("sandbox-only", 409, "That is for a sandbox: `api/start sandbox --programme KEY` makes one of a demonstration programme.");
    public static readonly Problem NothingToPush = new("nothing-to-push", 409, "There is nothing to push: no trainee permits this platform a record, or it receives no signed webhooks.");
    public static readonly Problem DemonstrationOnly = new("demonstration-only", 409, "Over HTTP only a demonstration programme can be made.");
    public static readonly Problem NothingRealUnsigned = new("public-address-needed", 409,
        "Nothing real is signed while the public address is missing, loopback or not https.");
    public static readonly Problem PersonExists = new("person-exists", 409, "A person with this sheet id or professional number is there already.");
    public static readonly Problem PersonUnknown = new("person-unknown", 422, "There is no such person in this programme.");
    public static readonly Problem DatesOverlap = new("dates-overlap", 409, "Another one holds on some of these days.");
    public static readonly Problem DatesReversed = new("dates-reversed", 422, "The last day is before the first.");
    public static readonly Problem CutOffAfterReview = new("cut-off-after-review", 422, "The last day for evidence is after the review it is for.");
    public static readonly Problem SupervisesThemselves = new("supervises-themselves", 422, "Nobody supervises themselves.");
    public static readonly Problem SiteNotYours = new("site-not-yours", 403, "You look after other sites than this one.");
    public static readonly Problem OfficeHasNoSite = new("office-has-no-site", 422, "Only tutors and administrators are appointed for a site.");
    public static readonly Problem OfficeNeedsLastDay = new("office-needs-last-day", 422, "A panel member is appointed until a day.");
    public static readonly Problem OwnOffice = new("own-office", 409, "Nobody gives an office to themselves.");
    public static readonly Problem SheetRefused = new("sheet-refused", 422, "The sheet has findings; nothing of it was stored.");
    public static readonly Problem PaperSheetUnfinished = new("paper-sheet-unfinished", 409, "The sheet has names that are not matched, or other findings; put them right first.");
    public static readonly Problem PaperSheetOwnCheck = new("paper-sheet-own-check", 409, "Whoever transcribed a sheet does not check it: somebody else holds it against the paper.");
    public static readonly Problem PaperSheetConfirmed = new("paper-sheet-confirmed", 409, "The sheet is confirmed; correct its registers instead.");
    public static readonly Problem NoSheetWaits = new("no-sheet-waits", 409, "No checked sheet of the group waits to be confirmed.");
    public static readonly Problem AddressMissing = new("address-missing", 422, "There is no e-mail address on record for this person, so no letter can reach them.");
    public static readonly Problem AddressTaken = new("address-taken", 409, "This address is somebody's already.");
    public static readonly Problem TooManyAddresses = new("too-many-addresses", 409, "There are five addresses already; end one first.");
    public static readonly Problem CodeWrong = new("code-wrong", 422, "That is not the code, or it is no longer good; ask for another one.");
    public static readonly Problem CodeOver = new("code-over", 409, "No code is waited for here: it is over, was used, or was wrong five times.");
    public static readonly Problem AddressFresh = new("address-fresh", 409,
        "The address on record is a new one, and this person signs in already: wait until it has stood for seven days, so that they can speak up.");
    public static readonly Problem OfficeHolder = new("office-holder", 403, "Whoever holds an office is invited by somebody who may give one.");
    public static readonly Problem OwnInvitation = new("own-invitation", 409, "Nobody invites themselves: add a way to sign in on the page of your account.");

    public static readonly Problem FrameworkRefused = new("framework-refused", 422, "The framework cannot be taken as it is; nothing of it was stored.");
    public static readonly Problem FrameworkUnknown = new("framework-unknown", 404, "There is no competency framework of that id, or no such version of it.");
    public static readonly Problem FrameworkVersionTaken = new("framework-version-taken", 409, "This version of the framework is there already, with other content: name a new version.");
    public static readonly Problem FrameworkNotInForce = new("framework-not-in-force", 422, "The framework does not apply on that day.");
    public static readonly Problem FrameworkChangeMidYear = new("framework-change-mid-year", 422, "A trainee changes to another framework only where a training year begins.");

    public static readonly Problem GroupKeyTaken = new("group-key-taken", 409, "A group with this key is there already.");
    public static readonly Problem MeetingFormKeyTaken = new("meeting-form-key-taken", 409, "A form of meeting with this key is there already.");
    public static readonly Problem MeetingFormUnknown = new("meeting-form-unknown", 422, "There is no such form of meeting in this programme.");
    public static readonly Problem SizeReversed = new("size-reversed", 422, "The largest size is below the smallest.");
    public static readonly Problem ScheduleRefused = new("schedule-refused", 422, "Sessions cannot be planned like that.");
    public static readonly Problem MeetingWithOneself = new("meeting-with-oneself", 422, "Nobody meets themselves.");
    public static readonly Problem MeetingRefused = new("meeting-refused", 422, "The meeting cannot be right as it is.");
    public static readonly Problem MeetingConfirmed = new("meeting-confirmed", 409, "The other person has confirmed it, so it stays as it is; delete it if it is wrong.");

    public static readonly Problem SessionExists = new("session-exists", 409, "The group has a session at that time already.");
    public static readonly Problem NoSuchLocalTime = new("no-such-local-time", 422, "The clocks skip that time on that day in the programme's time zone.");
    public static readonly Problem LeaderWithoutMandate = new("leader-without-mandate", 422, "The leader has no mandate for the group on that day.");
    public static readonly Problem RegisterRefused = new("register-refused", 422, "The register cannot be right as it is.");
    public static readonly Problem SessionSigned = new("session-signed", 409, "The session is signed: correct it instead.");
    public static readonly Problem SessionCancelled = new("session-cancelled", 409, "The session is cancelled.");
    public static readonly Problem SessionNotSigned = new("session-not-signed", 409, "The session is not signed, so change its register instead.");
    public static readonly Problem SessionAhead = new("session-ahead", 409, "The session has not begun, so there is nothing to sign.");
    public static readonly Problem RegisterEmpty = new("register-empty", 409, "The register says nobody was there; cancel the session, or fill it.");
    public static readonly Problem RegisterIncomplete = new("register-incomplete", 409, "The register has no leader or no mode yet.");
    public static readonly Problem ListChanged = new("list-changed", 409, "What would be signed is no longer what you saw; ask for the list again.");
    public static readonly Problem NotYoursToSign = new("not-yours-to-sign", 403, "Only a leader with a mandate on that day can sign.");
    public static readonly Problem OwnRecord = new("own-record", 409, "The list holds a record of your own, and nobody signs for themselves.");
    public static readonly Problem LeaderCanSign = new("leader-can-sign", 409, "A leader of that day can still sign, so it is not for the tutor to attest.");
    public static readonly Problem NothingToAccountFor = new("nothing-to-account-for", 422,
        "The group held no signed session in that period while this person was a member.");
    public static readonly Problem NothingToCorrect = new("nothing-to-correct", 409, "The corrected register is the same as the signed one.");

    public static readonly Problem LinksSwitchedOff = new("links-switched-off", 409, "This programme does not let leaders in by a link.");
    public static readonly Problem CodeTooSoon = new("code-too-soon", 429, "A code was sent a moment ago; wait before you ask for another.");

    public static readonly Problem CheckInOff = new("check-in-off", 409, "This group does not check in: its leader takes the register.");
    public static readonly Problem CheckInEarly = new("check-in-early", 409, "It is too early to check in.");
    public static readonly Problem CheckInLate = new("check-in-late", 409, "It is too late to check in: tell the leader that you were there.");
    public static readonly Problem CheckInCodeWrong = new("check-in-code-wrong", 422, "That is not the code of this session: look again at what the leader shows.");
    public static readonly Problem CheckInCodeOver = new("check-in-code-over", 422, "That code is over: each is good for a minute at most. Look at the one that the leader shows now.");
    public static readonly Problem CheckInOtherGroup = new("check-in-other-group", 409, "You are not in this group. If you visit it today, say so.");
    public static readonly Problem CheckInByLeader = new("check-in-by-leader", 409, "You may lead this group, and nobody who leads checks in.");

    public static readonly Problem FormRefused = new("form-refused", 422, "The form cannot be used as it is.");
    public static readonly Problem FormVersionTaken = new("form-version-taken", 409, "This version of the form is there already, and a version never changes: load another version.");
    public static readonly Problem AssessmentFormUnknown = new("assessment-form-unknown", 422, "There is no such assessment form or version of it.");
    public static readonly Problem RatingsRefused = new("ratings-refused", 422, "The ratings do not fit the form.");
    public static readonly Problem OwnAssessment = new("own-assessment", 409, "Nobody assesses themselves.");
    public static readonly Problem AssessmentDate = new("assessment-date", 422, "An assessment is of a day on which the group met for this person, and not ahead.");
    public static readonly Problem NotAssessed = new("not-assessed", 422, "Only a member with a requirement is assessed; others in the group get no assessment.");
    public static readonly Problem NotYoursToAssess = new("not-yours-to-assess", 403, "The form is for somebody else to fill in.");
    public static readonly Problem AssessmentExists = new("assessment-exists", 409, "This person has an assessment on this form and of this day already.");
    public static readonly Problem NamesAnotherMember = new("names-another-member", 422, "The text names another member of the group.");
    public static readonly Problem AssessmentNotReleased = new("assessment-not-released", 409, "The assessment is not shown to whom it is about; show it first.");
    public static readonly Problem AssessmentUnread = new("assessment-unread", 409, "Whom it is about has not read it yet.");
    public static readonly Problem AssessmentSigned = new("assessment-signed", 409, "The assessment is signed: withdraw it, and write another.");
    public static readonly Problem AssessmentNotSigned = new("assessment-not-signed", 409, "The assessment is not signed, so there is nothing to countersign.");
    public static readonly Problem AssessmentOver = new("assessment-over", 409, "The assessment was withdrawn, or is countersigned already.");
    public static readonly Problem NotYoursToCountersign = new("not-yours-to-countersign", 403, "The form asks for another countersignature, or for none.");

    public static readonly Problem ElsewhereExists = new("elsewhere-exists", 409, "The same thing is told here already: the same copy, or the same type and days of the same keeper.");
    public static readonly Problem ElsewhereDecided = new("elsewhere-decided", 409, "This entry was confirmed, declined or withdrawn already.");
    public static readonly Problem OwnStatement = new("own-statement", 409, "Neither whom it is about nor whoever entered it confirms it.");
    public static readonly Problem RecordNotAccepted = new("record-not-accepted", 422, "Our verifier does not accept this record; what it says can be told as an entry, with where the original lies.");
    public static readonly Problem RecordNotTheirs = new("record-not-theirs", 422, "The record is about somebody else, or its holder cannot be told to be this person.");
    public static readonly Problem RecordNotTaken = new("record-not-taken", 422, "A record of this kind or of this programme is not handed in.");

    public static readonly Problem AmendmentRefused = new("amendment-refused", 422, "The record cannot be amended like that.");
    public static readonly Problem CorrectRegisterInstead = new("correct-register-instead", 409,
        "This record follows from the register as a whole: correct that instead.");
    public static readonly Problem OnlyAccountsShared = new("only-accounts-shared", 409, "Only a period account is shared with a clinical supervisor.");
    public static readonly Problem RecordErased = new("record-erased", 410, "The bytes of this version were erased; its place in the log is still there.");
    public static readonly Problem RecordWithdrawn = new("record-withdrawn", 409, "The record is withdrawn; correct the register to bring it back.");

    public static readonly Problem PackUnknown = new("pack-unknown", 404, "There is no requirement pack of that name.");
    public static readonly Problem OwnRequirement = new("own-requirement", 409, "Nobody confirms their own requirement.");
    public static readonly Problem NotYoursToConfirm = new("not-yours-to-confirm", 403, "The requirement gives this step to others.");
    public static readonly Problem NotIndependent = new("not-independent", 409,
        "This step is for somebody who took none of the steps before and led none of the sessions that count.");
    public static readonly Problem StepUnknown = new("step-unknown", 422, "The requirement has no such step.");
    public static readonly Problem StepOutOfOrder = new("step-out-of-order", 409, "Another step comes first, or this one was taken.");
    public static readonly Problem RequirementNotMet = new("requirement-not-met", 409, "The requirement is not met: verify progress as of a day, ask back, or decline.");
    public static readonly Problem QuestionOpen = new("question-open", 409, "A question about this requirement waits for its answer.");
    public static readonly Problem NotYoursToAnswer = new("not-yours-to-answer", 403, "The question was put to somebody else.");
    public static readonly Problem TickedAlready = new("ticked-already", 409, "You have ticked this rule already.");
    public static readonly Problem NothingAsked = new("nothing-asked", 409, "Nobody asks anything about this rule, or it was answered.");
    public static readonly Problem AnsweredAlready = new("answered-already", 409, "It was answered already.");
    public static readonly Problem ReversedAlready = new("reversed-already", 409, "This confirmation was reversed already.");
    public static readonly Problem PaperFontMissing = new("paper-font-missing", 503,
        "The font for evidence packs on paper is missing here. This installs it: sudo apt-get install -y fonts-dejavu-core");
    public static readonly Problem NoRequirement = new("no-requirement", 404, "This person has no requirement, so there is no progress towards one.");
    public static readonly Problem PackRefused = new("pack-refused", 422, "The requirement pack cannot be taken as it is.");
    public static readonly Problem PackVersionTaken = new("pack-version-taken", 409, "This version of the pack is there already, with another content: publish the next one.");
    public static readonly Problem PackNotValid = new("pack-not-valid", 422, "The requirement pack is not valid on that day.");
    public static readonly Problem TrialChanged = new("trial-changed", 409, "The dry run would answer otherwise now than when you saw it: look at it again, then move.");
    public static readonly Problem SessionsTogetherFirst = new("sessions-together-first", 422, "The requirement asks for more sessions together before an assessment.");
    public static readonly Problem TwoRequirements = new("two-requirements", 409, "Two requirement packs would be valid on one day for one person.");
    public static readonly Problem WithoutRequirement = new("without-requirement", 422, "This person takes part without a requirement on that day, so none is given to them.");

    public static readonly Problem ProgressNotPermitted = new("progress-not-permitted", 409, "The trainee permits this platform something, but not to show their year.");
    public static readonly Problem EmbedTokenOver = new("embed-token-over", 401, "This is no token for a year, or its ten minutes are over: the platform's server asks for another.");
    public static readonly Problem EmbedEnded = new("embed-ended", 403, "The trainee no longer permits that their year is shown there.");
    public static readonly Problem JsonOnly = new("json-only", 501, "Only JSON is answered here: leave `format` out, or send `json`.");
    public static readonly Problem ConnectionLive = new("connection-live", 409, "This platform is connected already; end that connection first.");
    public static readonly Problem DeliveryNotAsked = new("delivery-not-asked", 409, "Nobody needs to be asked about this delivery: see its state.");
    public static readonly Problem ConnectionEnded = new("connection-ended", 409, "The permission has ended; give a new one.");
    public static readonly Problem PlatformEnded = new("platform-ended", 409, "The platform was removed for good.");
    public static readonly Problem SecretsLive = new("secrets-live", 409, "Two secrets hold already; end one first.");
    public static readonly Problem PlatformUnknown = new("platform-unknown", 422, "There is no such platform in this programme.");

    public static readonly Problem ReceiverForbidden = new("receiver-forbidden", 409, "This programme lets nothing go to that receiver.");
    public static readonly Problem AdapterStays = new("adapter-stays", 409, "The platform is written to by another adapter, and that stays: what is there could not be taken back otherwise.");
    public static readonly Problem NotWrittenTo = new("not-written-to", 409, "Nothing is written to this platform: it pulls, or it is not set up yet.");
    public static readonly Problem NoSignInThere = new("no-sign-in-there", 409, "Nobody signs in at this platform: what it needs stands in the settings.");
    public static readonly Problem PlatformNotReady = new("platform-not-ready", 409, "The platform could not be asked for its sign-in.");
    public static readonly Problem NoUploadPlatform = new("no-upload-platform", 422, "There is no such platform in this programme that trainees upload to themselves.");

    public static readonly Problem LtiRegistered = new("lti-registered", 409, "This client of this issuer is registered already.");
    public static readonly Problem LtiRegistrationEnded = new("lti-registration-ended", 409, "The registration was ended; register the platform anew.");

    public static readonly Problem LtiCourseUnknown = new("lti-course-unknown", 422, "There is no such course in this programme.");
    public static readonly Problem LtiNoRoster = new("lti-no-roster", 409, "The group is linked to no course whose members can be read.");
    public static readonly Problem LtiRosterNotRead = new("lti-roster-not-read", 409, "The course's platform did not give its members out.");
    public static readonly Problem LtiNoScores = new("lti-no-scores", 409, "The course takes no scores, as its platform told.");

    public static readonly Problem Held = new("held", 409, "A legal hold keeps what is held about this person; lift it first.");
    public static readonly Problem PersonErased = new("person-erased", 409, "What was held about this person is erased.");
    public static readonly Problem ErasureListNeeded = new("erasure-list-needed", 409,
        "Nothing is erased while no erasure list is kept: a restored backup would bring it back. Set Portfolio:ErasureList.");

    public static IReadOnlyList<Problem> All { get; } =
        [.. typeof(Problems).GetFields().Select(field => field.GetValue(null)).OfType<Problem>().OrderBy(problem => problem.Code, StringComparer.Ordinal)];

    /// <summary>What a violated constraint means, by its name: a race that ends in a refusal, never in a 500.</summary>
    public static IReadOnlyDictionary<string, Problem> OfConstraint { get; } = new Dictionary<string, Problem>
    {
        ["programme_key_key"] = ProgrammeKeyTaken,
        ["person_key_once"] = PersonExists,
        ["person_number_once"] = PersonExists,
        ["placement_programme_id_person_id_fkey"] = PersonUnknown,
        ["placement_one_a_day"] = DatesOverlap,
        ["placement_cut_off_before_review"] = CutOffAfterReview,
        ["clock_stop_programme_id_person_id_fkey"] = PersonUnknown,
        ["clock_stop_no_overlap"] = DatesOverlap,
        ["supervision_programme_id_trainee_id_fkey"] = PersonUnknown,
        ["supervision_programme_id_supervisor_id_fkey"] = PersonUnknown,
        ["supervision_not_of_oneself"] = SupervisesThemselves,
        ["appointment_programme_id_person_id_fkey"] = PersonUnknown,
        ["appointment_site_fits"] = OfficeHasNoSite,
        ["appointment_panel_ends"] = OfficeNeedsLastDay,
        ["appointment_not_by_oneself"] = OwnOffice,
        ["requirement_programme_id_person_id_fkey"] = PersonUnknown,
        ["requirement_one_a_day"] = TwoRequirements,
        ["membership_programme_id_person_id_fkey"] = PersonUnknown,
        ["membership_one_a_day"] = DatesOverlap,
        ["mandate_programme_id_person_id_fkey"] = PersonUnknown,
        ["mandate_one_a_day"] = DatesOverlap,
        ["framework_version_once"] = FrameworkVersionTaken,
        ["framework_version_number_once"] = Conflict,
        ["discussion_group_key_once"] = GroupKeyTaken,
        ["meeting_form_key_once"] = MeetingFormKeyTaken,
        ["group_detail_one_a_day"] = DatesOverlap,
        ["agreement_number_once"] = Conflict,
        ["qualification_programme_id_person_id_fkey"] = PersonUnknown,
        ["qualification_one_a_day"] = DatesOverlap,
        ["profession_programme_id_person_id_fkey"] = PersonUnknown,
        ["profession_one_a_day"] = DatesOverlap,
        ["meeting_programme_id_with_id_fkey"] = PersonUnknown,
        ["meeting_not_with_oneself"] = MeetingWithOneself,
        ["session_once"] = SessionExists,
        ["paper_sheet_checked_by_another"] = PaperSheetOwnCheck,
        ["paper_sheet_name_programme_id_person_id_fkey"] = PersonUnknown,
        ["register_line_programme_id_person_id_fkey"] = PersonUnknown,
        ["register_link_one_live"] = Conflict,
        ["record_once"] = Conflict,
        ["record_account_once"] = Conflict,
        ["record_version_status_once"] = Conflict,
        ["assessment_once_a_day"] = AssessmentExists,
        ["assessment_not_of_oneself"] = OwnAssessment,
        ["assessment_programme_id_person_id_fkey"] = PersonUnknown,
        ["recorded_elsewhere_once"] = ElsewhereExists,
        ["recorded_elsewhere_copy_once"] = ElsewhereExists,
        ["recorded_elsewhere_confirmed_by_another"] = OwnStatement,
        ["record_version_pkey"] = Conflict,
        ["record_end_pkey"] = Conflict,
        ["connection_one_live"] = ConnectionLive,
        ["sign_in_one_person"] = SignInTaken,
        ["address_one_person"] = AddressTaken,
        ["invitation_one_live"] = Conflict,
        ["lti_registration_one_live"] = LtiRegistered,
        ["platform_secret_two_live"] = SecretsLive,
        ["confirmation_once"] = StepOutOfOrder,
        ["confirmation_in_order"] = StepOutOfOrder,
        ["confirmation_not_of_oneself"] = OwnRequirement,
        ["confirmation_round_not_of_oneself"] = OwnRequirement,
        ["confirmation_progress_once"] = Conflict,
        ["confirmation_question_one_open"] = QuestionOpen,
        ["panel_note_ticked_once"] = TickedAlready,
    };
}
