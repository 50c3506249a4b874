using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>How far a trainee is towards a requirement, as of a day.</summary>
/// <param name="Trainee">The person's id; where the command line answers, the id of the programme's own sheets when there is one.</param>
/// <param name="State">The worst state of the rules.</param>
/// <param name="Rules">Each rule of the requirement pack, in its order.</param>
/// <param name="AsOf">The local day that is answered for: what came later is left out.</param>
/// <param name="Pack">The id of the requirement pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="Deadline">The next deadline, or the last one where all have passed; absent where none can be told.</param>
/// <param name="DeadlineEstimated">Whether it is worked out from an earlier grade, since the placement it hangs on is not known yet.</param>
/// <param name="ChangesOn">The first day on which the state is worse if nothing more happens; absent where it cannot be.</param>
/// <param name="Presented">How many times the trainee presented a case.</param>
/// <param name="FollowedUp">How many times the trainee followed up a case presented earlier.</param>
/// <param name="PackTitle">Its title, in the language of the answer.</param>
/// <param name="Language">The language of every text here: the one that was asked for where the pack has it, else the pack's own.</param>
/// <param name="EvidenceCutOff">The day by which evidence for that deadline must be signed; absent where the pack or the programme sets none.</param>
/// <param name="MetOn">The day on which the last of the rules was met; absent until all are.</param>
/// <param name="Attendance">What the trainee's groups held, and what the trainee attended of it.</param>
/// <param name="Unlocks">What completion lets the trainee do; absent where the pack names nothing.</param>
/// <param name="Credits">What the scheme credits: empty until every rule is met.</param>
/// <param name="NotCounted">The records that no rule of the pack looks at. Every other record stands with the rules that do.</param>
public sealed record TraineeProgress(
    string Trainee,
    ProgressState State,
    IReadOnlyList<RuleProgress> Rules,
    DateOnly AsOf,
    string Pack,
    int PackVersion,
    DateOnly? Deadline,
    bool DeadlineEstimated,
    DateOnly? ChangesOn,
    int Presented,
    int FollowedUp,
    string PackTitle,
    string Language,
    DateOnly? EvidenceCutOff,
    DateOnly? MetOn,
    AttendanceFigures Attendance,
    string? Unlocks,
    IReadOnlyList<CreditEarned> Credits,
    IReadOnlyList<NotCounted> NotCounted);

/// <summary>How far a trainee is towards one rule.</summary>
/// <param name="Id">The rule's id in the pack.</param>
/// <param name="Have">How many count, to hundredths, rounded down.</param>
/// <param name="Need">How many are asked for, as scaled for part-time work where the pack scales it.</param>
/// <param name="Met">Whether that is enough, in person too, and every rule that must be met first is.</param>
/// <param name="Counted">The ids of the records that count, oldest first.</param>
/// <param name="NotCounted">The records that do not, each with its reason.</param>
/// <param name="StillNeeded">How many more are needed; more evidence never makes it rise.</param>
/// <param name="State">Where this rule stands, no better than the rules that must be met first.</param>
/// <param name="MetOn">The day on which it was met.</param>
/// <param name="BehindOn">The first day on which the trainee is behind if nothing more happens.</param>
/// <param name="NotPossibleOn">The first day on which it can no longer be met if nothing more happens.</param>
/// <param name="SessionsLeft">Sessions still to come before the next deadline; absent where the rule does not hang on sessions.</param>
/// <param name="SessionsLeftEstimated">How many of those are not planned yet, or lie beyond the leader's mandate, but follow from the rhythm.</param>
/// <param name="Unconfirmed">The rule's numbers that no public source confirms.</param>
/// <param name="Kind">What it asks for: <c>sessions</c>, <c>presentations</c>, <c>span</c>, <c>assessments</c> or <c>elsewhere</c>.</param>
/// <param name="Title">Its title, in the language of the answer; its id where the pack gives it none.</param>
/// <param name="Unit">
/// What <c>have</c>, <c>need</c>, <c>stillNeeded</c> and <c>inPerson</c> count: <c>session</c>, <c>minute</c>, <c>hour60</c> (60 minutes),
/// <c>unit45</c> (45 minutes), <c>double-hour90</c> (90 minutes), <c>presentation</c>, <c>month</c> (from the first session to the last) or
/// <c>assessment</c>.
/// </param>
/// <param name="NextDue">The last day for the next assessment; absent for other rules, and where none is needed any more.</param>
/// <param name="InPerson">How much of it was in person, and must be; absent where the pack does not ask.</param>
/// <param name="Expected">How many sessions the scheme expects beyond the minimum; absent where it says nothing.</param>
/// <param name="Lacks">What it lacks beside the amount, such as another rule that must be met first.</param>
public sealed record RuleProgress(
    string Id,
    decimal Have,
    decimal Need,
    bool Met,
    IReadOnlyList<string> Counted,
    IReadOnlyList<NotCounted> NotCounted,
    decimal StillNeeded,
    ProgressState State,
    DateOnly? MetOn,
    DateOnly? BehindOn,
    DateOnly? NotPossibleOn,
    int? SessionsLeft,
    int? SessionsLeftEstimated,
    IReadOnlyList<string> Unconfirmed,
    string Kind,
    string Title,
    string Unit,
    DateOnly? NextDue,
    InPersonFigures? InPerson,
    int? Expected,
    IReadOnlyList<Lack> Lacks);

/// <summary>A record that does not count.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Code">Why not, as a stable code, such as <c>minutes-too-few</c>.</param>
/// <param name="Why">Why not, in words.</param>
public sealed record NotCounted(string Record, string Code, string Why);

/// <summary>What a rule lacks though enough may count.</summary>
/// <param name="Code">What, as a stable code, such as <c>requires-other-rule</c> or <c>in-person-too-few</c>.</param>
/// <param name="Why">The same in words.</param>
public sealed record Lack(string Code, string Why);

/// <summary>The part that must be in person, in the rule's unit.</summary>
/// <param name="Have">How much was, to hundredths, rounded down.</param>
/// <param name="Need">How much must be.</param>
public sealed record InPersonFigures(decimal Have, decimal Need);

/// <summary>The sessions of a person's groups up to the day, while they belonged to them.</summary>
/// <param name="Offered">Held and cancelled ones together: what cancelled ones are a part of.</param>
/// <param name="Held">Those that were held.</param>
/// <param name="Cancelled">Those that were cancelled. Nobody missed them.</param>
/// <param name="Expected">The held ones that the person was expected at or came to.</param>
/// <param name="NotExpected">The held ones on a day not worked or inside a period that stops the clock, and not attended. Nobody missed them.</param>
/// <param name="Attended">The expected ones that were attended, for however long.</param>
/// <param name="Visited">Sessions attended in groups of others, beside all the above.</param>
public sealed record AttendanceFigures(int Offered, int Held, int Cancelled, int Expected, int NotExpected, int Attended, int Visited);

/// <summary>What a scheme credits for a requirement that is met.</summary>
/// <param name="Name">For what, in the language of the answer.</param>
/// <param name="Minutes">How much, in minutes.</param>
public sealed record CreditEarned(string Name, int Minutes);

/// <summary>What a member without a requirement did in a period: no bar, no state.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Sessions">How many sessions were attended.</param>
/// <param name="Hours">How long in all, in hours of 60 minutes, to hundredths, rounded down.</param>
/// <param name="Groups">The same for each group, in order of the first session.</param>
public sealed record MemberAttendance(
    string Person, DateOnly From, DateOnly Until, int Sessions, decimal Hours, IReadOnlyList<GroupAttendance> Groups);

/// <summary>What a member did in one group.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Sessions">How many of its sessions were attended.</param>
/// <param name="Hours">How long in all, in hours of 60 minutes, to hundredths, rounded down.</param>
/// <param name="Dates">The local days of those sessions, oldest first.</param>
public sealed record GroupAttendance(Guid Group, int Sessions, decimal Hours, IReadOnlyList<DateOnly> Dates);

/// <summary>Where a requirement or one of its rules stands, from best to worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgressState>))]
public enum ProgressState
{
    /// <summary>There is enough.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>At the rate so far there will be enough in time.</summary>
    [JsonStringEnumMemberName("on-track")]
    OnTrack,

    /// <summary>At the rate so far there will not, or the first deadline has passed.</summary>
    [JsonStringEnumMemberName("behind")]
    Behind,

    /// <summary>Too few sessions are left, or the last deadline has passed.</summary>
    [JsonStringEnumMemberName("not-possible")]
    NotPossible,
}

/// <summary>The requirement packs that progress can be asked for.</summary>
/// <param name="Packs">The packs, by id.</param>
public sealed record RequirementPackList(IReadOnlyList<RequirementPackBody> Packs);

/// <summary>A requirement pack, in short.</summary>
/// <param name="Id">What to send as <c>pack</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Whose requirement it is.</param>
/// <param name="Sources">The public pages that confirm its other numbers.</param>
/// <param name="Unconfirmed">The numbers that no public source confirms: local choices, and what was read second hand.</param>
public sealed record RequirementPackBody(
    string Id, int Version, string Title, IReadOnlyList<string> Sources, IReadOnlyList<UnconfirmedNumber> Unconfirmed);

/// <summary>A number or a choice of a pack that no public source confirms.</summary>
/// <param name="At">Where it stands in the pack, such as <c>$.rules[0].minimumMinutes</c>.</param>
/// <param name="Value">The value, as the pack has it.</param>
/// <param name="Source">Where it was read, where it was read anywhere.</param>
/// <param name="Note">Why it is what it is.</param>
public sealed record UnconfirmedNumber(string At, JsonElement Value, string? Source, string? Note);
