using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>An assessment form, one version of it.</summary>
/// <param name="Id">Its id, the same in every version.</param>
/// <param name="Version">Which version: 1 is the first.</param>
/// <param name="Type">What requirement packs count by.</param>
/// <param name="Title">Its title, by language.</param>
/// <param name="Items">What is judged.</param>
/// <param name="Scale">The levels, the lowest first.</param>
/// <param name="Pass">When it is passed.</param>
/// <param name="Outcomes">The outcome of having passed, then that of not having.</param>
/// <param name="FilledInBy">Who may fill it in: <c>leader</c>, <c>co-leader</c>, <c>deputy</c>, <c>educational-supervisor</c>.</param>
/// <param name="CountersignedBy">Who may countersign, where somebody must: <c>leader</c>, <c>educational-supervisor</c>, <c>tutor</c>.</param>
/// <param name="Confirmed">Whether a public source says that the form is like this.</param>
/// <param name="Source">The source.</param>
/// <param name="Note">What else is to be known of it.</param>
public sealed record AssessmentFormBody(
    string Id, int Version, string Type, IReadOnlyDictionary<string, string> Title, IReadOnlyList<FormItemBody> Items, IReadOnlyList<FormCodeBody> Scale, FormPassBody Pass,
    IReadOnlyList<FormCodeBody> Outcomes, IReadOnlyList<string> FilledInBy, IReadOnlyList<string>? CountersignedBy, bool Confirmed, string? Source, string? Note);

/// <summary>An item of a form.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Text">What is judged, by language.</param>
/// <param name="Optional">Whether it may be left out.</param>
public sealed record FormItemBody(string Code, IReadOnlyDictionary<string, string> Text, bool Optional);

/// <summary>A level or an outcome of a form.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">What it is called, by language.</param>
public sealed record FormCodeBody(string Code, IReadOnlyDictionary<string, string> Label);

/// <summary>When a form is passed: one item, or so many, at this level or higher.</summary>
/// <param name="AtLeast">The level.</param>
/// <param name="Item">The item that decides.</param>
/// <param name="Items">How many items, where no single one decides.</param>
public sealed record FormPassBody(string AtLeast, string? Item, int? Items);

/// <summary>Forms.</summary>
/// <param name="Forms">Every version, by id.</param>
public sealed record AssessmentFormList(IReadOnlyList<AssessmentFormBody> Forms);

/// <summary>An assessment to open, as a draft that its assessor alone sees.</summary>
/// <param name="PersonId">Whom it is about: a member of the group with a requirement.</param>
/// <param name="Form">The form's id.</param>
/// <param name="Date">The day of which it is.</param>
/// <param name="Ratings">A level for each item.</param>
/// <param name="FormVersion">The form's version; the newest where it is left out.</param>
/// <param name="Note">Words for whom it is about; in no record. It names no other member and says nothing of what was disclosed.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewAssessment(
    Guid PersonId, [PlainText(64)] string Form, [LocalDay] DateOnly Date, [MinLength(1), MaxLength(40), NoneMissing] IReadOnlyList<ItemRating> Ratings,
    [Range(1, 1_000_000)] int? FormVersion = null, [PlainText(Fences.Note)] string? Note = null, Guid? Id = null);

/// <summary>A level given to an item.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Level">The level's code.</param>
public sealed record ItemRating([PlainText(32)] string Item, [PlainText(32)] string Level);

/// <summary>An assessment as it should be instead, before it is signed. What was shown is a draft again.</summary>
/// <param name="Date">The day of which it is.</param>
/// <param name="Ratings">A level for each item.</param>
/// <param name="Note">Words for whom it is about; none where it is left out.</param>
public sealed record ChangedAssessment(
    [LocalDay] DateOnly Date, [MinLength(1), MaxLength(40), NoneMissing] IReadOnlyList<ItemRating> Ratings, [PlainText(Fences.Note)] string? Note = null);

/// <summary>That whom it is about has read it, and what they say to it.</summary>
/// <param name="Comment">What they say; in no record. None where it is left out.</param>
public sealed record AssessmentComment([PlainText(Fences.Note)] string? Comment = null);

/// <summary>The signature of an assessment.</summary>
/// <param name="Alignments">The curriculum items that whoever signs confirms it evidences: at most four.</param>
/// <param name="Hash">The hash of what was seen; leave it out to see it first.</param>
public sealed record AssessmentSignature(
    [MaxLength(4), NoneMissing] IReadOnlyList<ItemOfFramework>? Alignments = null, [RegularExpression("^[0-9a-f]{64}$")] string? Hash = null);

/// <summary>A countersignature of what an assessor signed.</summary>
/// <param name="Hash">The hash that was signed.</param>
public sealed record Countersignature([RegularExpression("^[0-9a-f]{64}$")] string Hash);

/// <summary>The withdrawal of an assessment.</summary>
/// <param name="Reason">Why; kept for whom it is about, never signed or sent.</param>
public sealed record AssessmentWithdrawal([PlainText(Fences.Reason)] string Reason);

/// <summary>An assessment.</summary>
/// <param name="Id">The id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Name">Their name.</param>
/// <param name="AssessorId">Who wrote it.</param>
/// <param name="Assessor">Their name.</param>
/// <param name="AssessedAs">What they were: <c>leader</c>, <c>co-leader</c>, <c>deputy</c> or <c>educational-supervisor</c>.</param>
/// <param name="Form">The form's id.</param>
/// <param name="FormVersion">The form's version.</param>
/// <param name="Type">What requirement packs count by.</param>
/// <param name="Date">The day of which it is.</param>
/// <param name="State"><c>draft</c>, <c>released</c>, <c>signed</c> or <c>withdrawn</c>.</param>
/// <param name="Ratings">A level for each item.</param>
/// <param name="Outcome">The outcome that the ratings give.</param>
/// <param name="SessionsTogether">Signed sessions up to that day that the one led and the other attended.</param>
/// <param name="Note">Words for whom it is about, for them, their educational supervisor and the assessor.</param>
/// <param name="Comment">What they said to it, for the same.</param>
/// <param name="ReleasedAt">When it was shown to them.</param>
/// <param name="ReadAt">When they read it.</param>
/// <param name="SignableFrom">From when it can be signed unread.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Hash">The hash of what was signed, which a countersignature sends back.</param>
/// <param name="RecordId">The record.</param>
/// <param name="NeedsCountersignature">Whether it counts only once it is countersigned.</param>
/// <param name="CountersignedBy">Who countersigned it.</param>
/// <param name="CountersignedAt">When.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="Version">What a change sends back in `If-Match`.</param>
public sealed record AssessmentBody(
    Guid Id, Guid GroupId, Guid PersonId, string Name, Guid AssessorId, string Assessor, string AssessedAs, string Form, int FormVersion, string Type, DateOnly Date, string State,
    IReadOnlyList<ItemRating> Ratings, string? Outcome, int SessionsTogether, string? Note, string? Comment, DateTimeOffset? ReleasedAt, DateTimeOffset? ReadAt,
    DateTimeOffset? SignableFrom, DateTimeOffset? SignedAt, string? Hash, Guid? RecordId, bool NeedsCountersignature, Guid? CountersignedBy, DateTimeOffset? CountersignedAt,
    DateTimeOffset? WithdrawnAt, int Version);

/// <summary>Assessments.</summary>
/// <param name="Assessments">The newest day first.</param>
public sealed record AssessmentList(IReadOnlyList<AssessmentBody> Assessments);

/// <summary>Exactly what a signature on an assessment would sign.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Name">Their name as it will be signed.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Date">The day of which it is.</param>
/// <param name="Form">The form's type.</param>
/// <param name="FormVersion">The form's id and version.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Ratings">The level of each item, in the form's own words.</param>
/// <param name="Assessor">Who signs, by name.</param>
/// <param name="Alignments">The curriculum items it will name.</param>
public sealed record AssessmentToSign(
    Guid AssessmentId, Guid PersonId, string Name, string Group, DateOnly Date, string Form, string FormVersion, string Outcome, IReadOnlyList<ItemRating> Ratings,
    string Assessor, IReadOnlyList<ItemOfFramework> Alignments);

/// <summary>An assessment before or after it was signed.</summary>
/// <param name="Assessment">What will be, or was, signed.</param>
/// <param name="Hash">SHA-256 of it, 64 hexadecimal digits: what whoever signs sends back.</param>
/// <param name="RecordId">The record, once it is signed.</param>
public sealed record SignedAssessment(AssessmentToSign Assessment, string Hash, Guid? RecordId = null);
