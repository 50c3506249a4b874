using static Portfolio.Api.Access.Role;

namespace Portfolio.Api.Access;

/// <summary>
/// Who may do what to what: the one table. Endpoints name a line of it and what it is asked about; the stage that owns that thing answers who somebody is to it.
/// The description, `/rights` and a programme's privacy page are written from it, and a test runs every endpoint as every role against it.
/// </summary>
internal static class Rights
{
    // The programme as a whole, and what is everybody's in it.
    public static readonly Right SeeProgramme = new("see the programme, its requirement packs, its platforms and the head of its log", Participant);
    public static readonly Right SeeOwnGroups = new("list the groups they lead, belong to or look after", Participant);
    public static readonly Right Appoint = new("give and end an office, never to themselves", Tutor, Director);
    public static readonly Right SeeOffices = new("see who holds which office", Tutor, Administrator, Director, DataProtectionOfficer);
    public static readonly Right Import = new("import sheets of people, registers and evidence", Tutor, Administrator, Director);
    public static readonly Right StageSheets = new("hand in sheets of a group's paper registers, say whom the names on them mean, and take a sheet back", Tutor, Administrator, Director);
    public static readonly Right CheckSheets = new("see sheets of a group's paper registers, and say that one agrees with the paper where somebody else transcribed it", Leader, Tutor, Administrator, Director);
    public static readonly Right ConfirmSheets = new("bring a group's checked sheets in with one signature", Leader);
    public static readonly Right KeepPlatforms = new("let platforms in, renew their secrets, set how they are written to, forbid receivers, pause and remove them", Tutor, Director);
    public static readonly Right Set = new("change the programme's settings", Tutor, Director);
    public static readonly Right SeeFrameworks = new("see the competency frameworks that can be used in the programme", Participant);
    public static readonly Right LoadFrameworks = new("load competency frameworks, publish them and take that back", Tutor, Director);

    // People.
    public static readonly Right KeepPeople = new("add people, and list those of their sites", Tutor, Administrator, Director);
    public static readonly Right ReadPerson = new("see who somebody is", Oneself, EducationalSupervisor, ClinicalSupervisor, Tutor, Administrator, Director);
    public static readonly Right KeepFacts = new("add and end dated facts about somebody", Tutor, Administrator, Director);
    public static readonly Right Invite = new("send somebody a link with which they choose how they sign in", Tutor, Administrator, Director);
    public static readonly Right EndSignIns = new("end all ways in which somebody signs in, so that they are invited anew", Tutor, Administrator, Director);
    public static readonly Right KeepSignIns = new("see and end the ways in which they sign in, and keep their addresses", Oneself);
    public static readonly Right SwitchLetters = new("switch their weekly letters off or on", Oneself);

    // Groups and sessions. When somebody presented is for the trainee and the leaders: others see a register without it, unless they must sign it.
    public static readonly Right SetUpGroups = new("set up a group at their site", Tutor, Administrator, Director);
    public static readonly Right ReadGroup = new("see a group, its members and its leaders", Leader, Tutor, Administrator, Director);
    public static readonly Right KeepPlaces = new("add and end memberships and mandates", Tutor, Administrator, Director);
    public static readonly Right KeepMeetingForms = new("name forms of meeting of the programme's own", Tutor, Director);
    public static readonly Right SeeHowGroupMeets = new("see how a group meets and what its members agreed on; who accepted it for whoever leads or looks after it", Member, Leader, Tutor, Administrator, Director);
    public static readonly Right KeepGroup = new("say how a group meets, and what its members are to agree on", Leader, Tutor, Administrator, Director);
    public static readonly Right AcceptAgreement = new("accept a group's agreement", Member, Leader);
    public static readonly Right PlanSessions = new("list and add a group's sessions", Leader, Tutor, Administrator, Director);
    public static readonly Right ReadSession = new("see a session and its register", Leader, LeaderThatDay, LinkedLeader, Tutor, Administrator, Director);
    public static readonly Right SeePresentations = new("see when somebody presented or followed up", Oneself, Leader, LeaderThatDay, LinkedLeader);
    public static readonly Right KeepRegister = new("fill a register, or cancel its session", Leader, LeaderThatDay, LinkedLeader, Tutor);
    public static readonly Right SignRegister = new("sign a register, and correct a signed one; a tutor where no leader of that day can", Leader, LeaderThatDay, LinkedLeader, Tutor);
    public static readonly Right QueryRegister = new("say that a session is not right, signed or not, and see what they said", Oneself, Leader, LeaderThatDay, Tutor);
    public static readonly Right KeepCalendar = new("have an address of their own from which a calendar reads when their groups meet", Participant);
    public static readonly Right AnswerQuery = new("see all that is said not to be right with a session, and answer it", Leader, LeaderThatDay, Tutor);
    public static readonly Right ShowCheckIn = new("show the code with which those in the room check in", Leader, LeaderThatDay, LinkedLeader);
    public static readonly Right CheckIn = new("check in to a session with the code that its leader shows", Participant);
    public static readonly Right VouchForLeading = new("sign that somebody else led", Leader, LeaderThatDay, Tutor);
    public static readonly Right SendLink = new("send a leader a link to a register", Tutor, Administrator, Director);
    public static readonly Right KeepLinks = new("see what was done by a link to a register, and end it", Leader, LeaderThatDay, Tutor, Administrator, Director);
    public static readonly Right KeepDevices = new("see and forget the devices on which somebody's links need no code", Oneself, Tutor, Administrator);

    // Assessments and what was recorded elsewhere. A draft is its assessor's alone; whom it is about reads it before it is signed.
    public static readonly Right SeeForms = new("see the assessment forms", Participant);
    public static readonly Right KeepAssessmentForms = new("load assessment forms", Tutor, Director);
    public static readonly Right OpenAssessment = new("assess a member on a day of theirs, as the form allows, and list what they wrote", Leader, LeaderThatDay, EducationalSupervisor);
    public static readonly Right ReadAssessment = new("read an assessment: once it is shown, its person; once it is signed, the others", Oneself, Assessor, Leader, EducationalSupervisor, Tutor, Director);
    public static readonly Right WriteAssessment = new("change an assessment, show it to whom it is about, and sign it", Assessor);
    public static readonly Right AnswerAssessment = new("say that they have read an assessment, and comment on it", Oneself);
    public static readonly Right CountersignAssessment = new("countersign an assessment, as its form asks", Leader, EducationalSupervisor, Tutor);
    public static readonly Right WithdrawAssessment = new("withdraw an assessment, never one of their own", Assessor, Leader, Tutor);
    public static readonly Right ListAssessments = new("list somebody's assessments", Oneself, EducationalSupervisor, Tutor, Director);
    public static readonly Right SeeElsewhere = new("see what was recorded elsewhere about somebody", Oneself, Leader, EducationalSupervisor, Tutor, Director);
    public static readonly Right StateElsewhere = new("state what was recorded elsewhere, and withdraw what they stated", Oneself, Leader);
    public static readonly Right ConfirmElsewhere = new("confirm or decline what somebody else stated was recorded elsewhere, never about themselves", Leader, EducationalSupervisor, Tutor);
    // What nobody led is written down by whoever took part, and is never signed.
    public static readonly Right KeepMeetings = new("write down meetings that nobody led, and see those that others wrote down with them", Oneself);
    public static readonly Right ChangeMeeting = new("change or delete a meeting that they wrote down", Oneself);
    public static readonly Right ConfirmMeeting = new("confirm a meeting that somebody wrote down with them", OtherPerson);

    // Records and progress.
    public static readonly Right ReadRecord = new("see a record; a clinical supervisor a period account that was shared", Oneself, Leader, LeaderThatDay, EducationalSupervisor, ClinicalSupervisor, Tutor, Director);
    public static readonly Right ListRecords = new("list somebody's records, presentations for themselves alone", Oneself, EducationalSupervisor, ClinicalSupervisor, Tutor, Director);
    public static readonly Right ShareRecord = new("share a period account with their clinical supervisor, or end that", Oneself);
    public static readonly Right ChangeRecord = new("withdraw or amend a record, never their own", Leader, LeaderThatDay, Tutor);
    public static readonly Right SignAccount = new("sign the account of a member's period in the group", Leader, Tutor);
    public static readonly Right PublishPacks = new("publish a version of a requirement pack", Tutor, Director);
    public static readonly Right MoveRequirements = new("see whose answer another version of a requirement would change, and move them to it", Tutor, Director);
    public static readonly Right SeeDueAssessments = new("see which assessments the members of the group still need", Leader, Tutor);
    public static readonly Right SeeCohort = new("see where the trainees of their sites stand, which registers wait and how groups are covered", Tutor, Administrator, Director);
    public static readonly Right ReadProgress = new("see how far somebody is, with counts of presentations", Oneself, EducationalSupervisor, Tutor, Administrator, Director);
    public static readonly Right ReadConfirmations = new("see what was confirmed of somebody's requirement and what waits; a leader where the requirement gives one a step",
        Oneself, Leader, EducationalSupervisor, Tutor, Director);
    public static readonly Right Confirm = new("confirm a step, ask back, decline and reverse, where the requirement gives it to them; verify progress",
        Leader, EducationalSupervisor, Tutor, Director, PanelMember);
    public static readonly Right AnswerQuestion = new("answer a question that came back to them", Oneself, Leader, EducationalSupervisor, Tutor, Director, PanelMember);
    public static readonly Right FreezeEvidence = new("freeze an evidence pack", Oneself, EducationalSupervisor, Tutor, Director);
    public static readonly Right ReadEvidence = new("see frozen evidence packs and what changed since", Oneself, EducationalSupervisor, Tutor, Director, PanelMember);
    public static readonly Right SeePanel = new("see who is before a panel, as their newest frozen evidence shows them", Tutor, Director, PanelMember);
    public static readonly Right NotePanel = new("tick the rules of a frozen evidence pack, and ask about them", PanelMember);
    public static readonly Right AnswerPanel = new("answer what a panel asks about a frozen evidence pack", Oneself, EducationalSupervisor, Tutor, Director);
    public static readonly Right ReadPeriods = new("see the periods that somebody's accounts can be of", Oneself, Leader, EducationalSupervisor, Tutor, Director);
    public static readonly Right SeeWaiting = new("see what waits on them", Participant);
    public static readonly Right ReadFormalAccount = new("have the formal account of somebody's meetings: how often, how and with whom", Oneself, EducationalSupervisor, Tutor, Director);

    // Platforms.
    public static readonly Right Connect = new("permit a platform to have their own records, and see their permissions", Participant);
    public static readonly Right KeepConnection = new("see, change, set up and end their permission", Oneself);
    public static readonly Right SeeOwnDeliveries = new("see where their own records went", Oneself);
    public static readonly Right SeeDeliveries = new("see where the programme's records went, what is parked and why", Tutor, Director);
    public static readonly Right ReadDelivery = new("see the attempts to deliver a record, and have it tried again", Oneself, Tutor, Director);
    public static readonly Right TellDelivery = new("say whether a record is in their portfolio", Oneself);
    public static readonly Right ReadFeed = new("read their own feed", Platform);
    public static readonly Right EmbedProgress = new("show the year of a trainee who permits it", Platform);

    // Deliveries. Whoever supervises sees that something was uploaded; what is in it they read as records and evidence packs.
    public static readonly Right UploadThemselves = new("make packs for portfolios without an interface, and say that one was uploaded", Oneself);
    public static readonly Right SeeUploads = new("see which upload packs there are of somebody and whether they were uploaded", Oneself, EducationalSupervisor, Tutor, Director);
    public static readonly Right TakeRecords = new("take all of their own records with them as one file", Oneself);

    // Privacy. The data protection officer sees that things are there, and no content.
    public static readonly Right ExportOneself = new("have everything that is held about them", Oneself);
    public static readonly Right OrderExport = new("send somebody what is held about them, without seeing it", DataProtectionOfficer);
    public static readonly Right AnswerRequests = new("have ready answers to those who ask what is held, with counts", DataProtectionOfficer);
    public static readonly Right ReadPrivacySettings = new("see what the programme says of how it handles data", Tutor, Administrator, Director, DataProtectionOfficer);
    public static readonly Right SetPrivacy = new("say who answers for the data, on what basis, where and how long", Director);
    public static readonly Right CorrectIdentity = new("put right who somebody is", Tutor, Administrator, Director);
    public static readonly Right Erase = new("erase somebody", DataProtectionOfficer);
    public static readonly Right KeepHolds = new("place, see and lift legal holds", DataProtectionOfficer);
    public static readonly Right SeeRetention = new("see how long the programme keeps what", Participant);
    // Privacy: an officer sees who did what, and nothing of what it was about.
    public static readonly Right ReadAuditOfPerson = new("see what was done by and about somebody", Oneself, DataProtectionOfficer);
    public static readonly Right ReadAudit = new("see everything that was done in the programme, and from where", DataProtectionOfficer);

    /// <summary>The table, by the names of its lines.</summary>
    public static IReadOnlyList<(string Name, Right Right)> All { get; } =
        [.. typeof(Rights).GetFields().Where(field => field.FieldType == typeof(Right)).Select(field => (field.Name, (Right)field.GetValue(null)!))];
}
