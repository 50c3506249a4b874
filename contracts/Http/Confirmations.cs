using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Portfolio.Contracts.Http;

/// <summary>A step to confirm, or progress to verify.</summary>
/// <param name="Step">The id of the step, as the requirement names it; leave it out to verify progress as of a day.</param>
/// <param name="Pack">The requirement pack; the person's own when left out.</param>
/// <param name="Version">Its version.</param>
/// <param name="AsOf">The day as of which; today when left out.</param>
/// <param name="Alignments">The curriculum items that whoever verifies confirms, among those of the pack: at most four. All of them when left out.</param>
/// <param name="ListHash">The hash of what was seen; leave it out to see it first.</param>
public sealed record NewConfirmation(
    [PlainText(64)] string? Step = null, [PlainText(100)] string? Pack = null, [Range(1, 100000)] int? Version = null, [LocalDay] DateOnly? AsOf = null,
    [MaxLength(4), NoneMissing] IReadOnlyList<ItemOfFramework>? Alignments = null, [RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>What would be confirmed, or was.</summary>
/// <param name="Confirms">Exactly what is confirmed.</param>
/// <param name="Hash">SHA-256 of it, 64 hexadecimal digits: what whoever confirms sends back.</param>
/// <param name="ConfirmationId">The confirmation, once it is given.</param>
/// <param name="RecordId">The record that says so, where the step verifies.</param>
public sealed record ConfirmationSeen(ConfirmationToSign Confirms, string Hash, Guid? ConfirmationId = null, Guid? RecordId = null);

/// <summary>Exactly what a confirmation confirms.</summary>
/// <param name="Scope"><c>requirement</c>, or <c>progress</c> as of a day.</param>
/// <param name="Step">The step; <c>progress</c> where none is taken.</param>
/// <param name="Act"><c>agrees</c>, <c>checks</c> or <c>verifies</c>.</param>
/// <param name="State"><c>met</c>, or how far and how: <c>18-of-25.on-track</c>.</param>
/// <param name="Alignments">The curriculum items that a verification will name.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record ConfirmationToSign(
    string Scope, string Step, string Act, string State, IReadOnlyList<ItemOfFramework> Alignments, EvidenceBody Evidence);

/// <summary>What is known towards a requirement as of a day: first what stands out, then the numbers, then every record by its address.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Name">Their name.</param>
/// <param name="Pack">The requirement pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="PackHash">SHA-256 of the pack's document.</param>
/// <param name="Title">Whose requirement it is.</param>
/// <param name="AsOf">The day as of which.</param>
/// <param name="Exceptions">What whoever confirms should look at first.</param>
/// <param name="Progress">The numbers. When somebody presented is not in them, only how often.</param>
/// <param name="Presentations">How often they presented.</param>
/// <param name="Records">The records, oldest first.</param>
public sealed record EvidenceBody(
    Guid PersonId, string Name, string Pack, int PackVersion, string PackHash, string Title, DateOnly AsOf, IReadOnlyList<EvidenceNotice> Exceptions,
    TraineeProgress Progress, EvidencePresentations Presentations, IReadOnlyList<EvidenceRecord> Records);

/// <summary>Something about the evidence that is not as it mostly is.</summary>
/// <param name="Code">
/// <c>not-met</c>, <c>estimated</c>, <c>attested</c>, <c>imported</c>, <c>elsewhere</c>, <c>queried</c>, <c>unsigned</c> or <c>unconfirmed</c>; what a rule lacks; or why records do
/// not count, such as <c>minutes-too-few</c>.
/// </param>
/// <param name="Says">What it is, in words.</param>
/// <param name="Rule">The rule that it concerns, where it concerns one.</param>
/// <param name="Records">The records that it concerns, by their addresses.</param>
public sealed record EvidenceNotice(string Code, string Says, string? Rule, IReadOnlyList<string> Records);

/// <summary>A record as it stood.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Url">Its address.</param>
/// <param name="Version">The version that stood.</param>
/// <param name="Digests">SHA-256 of each form as issued, the JWT's first.</param>
/// <param name="Kind">What it is a record of.</param>
/// <param name="Date">The day of its session; absent where it is of none.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Minutes">Minutes attended.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Provenance"><c>contemporaneous</c>, <c>attested</c> or <c>imported</c>.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Counts">The rules that it counts for.</param>
public sealed record EvidenceRecord(
    Guid RecordId, string Url, int Version, IReadOnlyList<string> Digests, string Kind, DateOnly? Date, string? Group, int? Minutes, string? Mode,
    string Provenance, DateTimeOffset SignedAt, IReadOnlyList<string> Counts);

/// <summary>How often somebody presented, and a digest by which a change shows. When it was is not told.</summary>
/// <param name="Presented">Cases presented.</param>
/// <param name="FollowedUp">Cases followed up.</param>
/// <param name="Digest">SHA-256 over the records of it.</param>
public sealed record EvidencePresentations(int Presented, int FollowedUp, string Digest);

/// <summary>What was confirmed of somebody's requirement, and what waits.</summary>
/// <param name="Evidence">What is known now.</param>
/// <param name="Hash">SHA-256 of it.</param>
/// <param name="Round">Which passage through the steps this is: the next one begins when a step is declined or reversed.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Given">Everything that was ever confirmed, newest first.</param>
/// <param name="Ended">Passages that ended.</param>
/// <param name="Questions">What was asked back, newest first.</param>
/// <param name="Unlocked">What it lets the person do, and from when.</param>
public sealed record ConfirmationsBody(
    EvidenceBody Evidence, string Hash, int Round, IReadOnlyList<StepBody> Steps, IReadOnlyList<ConfirmationBody> Given, IReadOnlyList<EndedRound> Ended,
    IReadOnlyList<QuestionBody> Questions, IReadOnlyList<UnlockedBody> Unlocked);

/// <summary>A step of confirming.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Act"><c>agrees</c>, <c>checks</c> or <c>verifies</c>.</param>
/// <param name="By">Who may take it: <c>leader</c>, <c>tutor</c>, <c>educational-supervisor</c>, <c>director</c> or <c>panel-member</c>.</param>
/// <param name="Independent">Whether it is for somebody who took none of the steps before and led none of the sessions that count.</param>
/// <param name="State"><c>taken</c>, <c>waits</c>, <c>later</c>, <c>asked-back</c>, or <c>not-yet</c> while the requirement is not met.</param>
/// <param name="ConfirmationId">The confirmation, where it is taken.</param>
/// <param name="Confirmed">Whether a public source confirms who may take it.</param>
public sealed record StepBody(string Step, string Act, IReadOnlyList<string> By, bool Independent, string State, Guid? ConfirmationId, bool Confirmed);

/// <summary>A confirmation that was given.</summary>
/// <param name="Id">The confirmation.</param>
/// <param name="Scope"><c>requirement</c> or <c>progress</c>.</param>
/// <param name="Round">Which passage through the steps; absent for progress.</param>
/// <param name="Step">The step.</param>
/// <param name="Act"><c>agrees</c>, <c>checks</c> or <c>verifies</c>.</param>
/// <param name="AsOf">The day as of which.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
/// <param name="Hash">SHA-256 of what was confirmed.</param>
/// <param name="RecordId">The record that says so.</param>
/// <param name="ReversedAt">When it was reversed.</param>
/// <param name="Reversal">Why it was reversed.</param>
public sealed record ConfirmationBody(
    Guid Id, string Scope, int? Round, string Step, string Act, DateOnly AsOf, Guid By, DateTimeOffset At, string Hash, Guid? RecordId, DateTimeOffset? ReversedAt,
    string? Reversal);

/// <summary>A confirmation with what it froze.</summary>
/// <param name="Confirmation">The confirmation.</param>
/// <param name="Confirms">Exactly what was confirmed, as it was seen: what <c>confirms</c> of the answer was then.</param>
public sealed record FrozenConfirmation(ConfirmationBody Confirmation, JsonElement Confirms);

/// <summary>A passage through the steps that ended.</summary>
/// <param name="Round">Which.</param>
/// <param name="For"><c>declined</c> or <c>reversed</c>.</param>
/// <param name="Step">At which step.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record EndedRound(int Round, string For, string Step, Guid By, DateTimeOffset At, string Reason);

/// <summary>What is open to somebody once a step, or all of them, are taken.</summary>
/// <param name="What">What it is.</param>
/// <param name="Step">The step that opens it; absent where all of them do.</param>
/// <param name="From">Since when; absent while it is not open yet.</param>
/// <param name="Confirmed">Whether a public source confirms it.</param>
public sealed record UnlockedBody(string What, string? Step, DateOnly? From, bool Confirmed);

/// <summary>A step sent back with a question.</summary>
/// <param name="Step">The step.</param>
/// <param name="Question">The question, kept sealed and never signed or sent on.</param>
/// <param name="Answers">Who must answer: the person themselves, or somebody who took an earlier step or leads a group of theirs.</param>
/// <param name="Pack">The requirement pack; the person's own when left out.</param>
/// <param name="Version">Its version.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewQuestion(
    [PlainText(64)] string Step, [PlainText(Fences.Reason)] string Question, Guid Answers, [PlainText(100)] string? Pack = null, [Range(1, 100000)] int? Version = null, Guid? Id = null);

/// <summary>The answer to a question.</summary>
/// <param name="Answer">What is answered.</param>
public sealed record NewAnswer([PlainText(Fences.Reason)] string Answer);

/// <summary>A question about a step, and its answer.</summary>
/// <param name="Id">The question.</param>
/// <param name="Step">The step.</param>
/// <param name="Question">What was asked.</param>
/// <param name="AskedBy">By whom.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Answers">Who must answer.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="AnsweredBy">By whom.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record QuestionBody(
    Guid Id, string Step, string Question, Guid? AskedBy, DateTimeOffset AskedAt, Guid Answers, string? Answer, Guid? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <summary>A step that is declined: the passage ends, and the next one begins at the first step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Reason">Why.</param>
/// <param name="Pack">The requirement pack; the person's own when left out.</param>
/// <param name="Version">Its version.</param>
public sealed record NewDecline([PlainText(64)] string Step, [PlainText(Fences.Reason)] string Reason, [PlainText(100)] string? Pack = null, [Range(1, 100000)] int? Version = null);

/// <summary>The reversal of a confirmation.</summary>
/// <param name="Reason">Why; kept sealed, never signed or sent.</param>
public sealed record NewReversal([PlainText(Fences.Reason)] string Reason);

/// <summary>What waits on whoever asks.</summary>
/// <param name="Waiting">Longest first.</param>
public sealed record WaitingList(IReadOnlyList<WaitingBody> Waiting);

/// <summary>Something that waits on whoever asks.</summary>
/// <param name="PersonId">Whose requirement it is.</param>
/// <param name="Name">Their name.</param>
/// <param name="Pack">The requirement pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="Step">The step.</param>
/// <param name="Act"><c>agrees</c>, <c>checks</c>, <c>verifies</c>, or <c>answers</c> for a question that came back.</param>
/// <param name="Since">Since when.</param>
/// <param name="QuestionId">The question, where it is one.</param>
public sealed record WaitingBody(Guid PersonId, string Name, string Pack, int PackVersion, string Step, string Act, DateTimeOffset Since, Guid? QuestionId);
