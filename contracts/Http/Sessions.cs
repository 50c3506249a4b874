using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A session of a group: when it meets.</summary>
/// <param name="HeldOn">The local date.</param>
/// <param name="StartsAt">The local time at which it starts.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewSession([LocalDay] DateOnly HeldOn, TimeOnly StartsAt, [Range(1, Fences.SessionMinutes)] int Minutes, Guid? Id = null);

/// <summary>The register: the attendance sheet of one session, as a whole.</summary>
/// <param name="Mode"><c>in-person</c> or <c>online</c>, for the session.</param>
/// <param name="LeaderId">Who led that day.</param>
/// <param name="Lines">One line for each person; who has none was not recorded.</param>
/// <param name="CoLeaderId">Who led with them, where somebody did.</param>
public sealed record Register(
    [Code("in-person", "online")] string Mode, Guid LeaderId, [MaxLength(Fences.RegisterLines), NoneMissing] IReadOnlyList<RegisterLine> Lines, Guid? CoLeaderId = null);

/// <summary>One person on the register. Why somebody was away is never asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Attendance"><c>present</c>, <c>partial</c> (with minutes), <c>apologies</c>, <c>not-expected</c> or <c>absent</c>.</param>
/// <param name="Minutes">The minutes attended: given for <c>partial</c>, the whole session for <c>present</c>.</param>
/// <param name="Mode">Where it differs from the session's.</param>
/// <param name="Presented">Whether they presented a case. Not shown to who neither led nor leads; left out by them it stays as it is, by a leader it is <c>false</c>.</param>
/// <param name="FollowedUp">Whether they followed up a case presented earlier; shown and left out likewise.</param>
/// <param name="FollowUpOf">The date of that earlier case: for the presenter and the leaders only, never signed or sent.</param>
/// <param name="Visiting">Whether they are here as a member of another group, or as a guest.</param>
public sealed record RegisterLine(
    Guid PersonId, [Code("present", "partial", "apologies", "not-expected", "absent")] string Attendance, [Range(1, Fences.SessionMinutes)] int? Minutes = null,
    [Code("in-person", "online")] string? Mode = null, bool? Presented = null, bool? FollowedUp = null, [LocalDay] DateOnly? FollowUpOf = null,
    bool Visiting = false);

/// <summary>A session that did not take place.</summary>
/// <param name="Reason"><c>leader-unavailable</c>, <c>industrial-action</c>, <c>holiday</c> or <c>other</c>.</param>
public sealed record Cancellation([Code("leader-unavailable", "industrial-action", "holiday", "other")] string Reason);

/// <summary>A session with its register. Its <c>ETag</c> is its version.</summary>
/// <param name="Id">The id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="HeldOn">The local date.</param>
/// <param name="StartsAt">The local time at which it starts.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="State"><c>open</c>, <c>signed</c> or <c>cancelled</c>.</param>
/// <param name="Version">Moves with every change; send it in <c>If-Match</c>.</param>
/// <param name="CancelledFor">Why it did not take place.</param>
/// <param name="Register">The register, once it is filled.</param>
/// <param name="Unlisted">Members on that day who have no line yet.</param>
public sealed record SessionBody(
    Guid Id, Guid GroupId, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string State, int Version, string? CancelledFor, Register? Register,
    IReadOnlyList<PersonOnRegister> Unlisted);

/// <summary>Somebody who could be on the register.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Standing">What they are in the group.</param>
public sealed record PersonOnRegister(Guid PersonId, string Name, string Standing);

/// <summary>One session in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="HeldOn">The local date.</param>
/// <param name="StartsAt">The local time at which it starts.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="State"><c>open</c>, <c>signed</c> or <c>cancelled</c>.</param>
/// <param name="CancelledFor">Why it did not take place.</param>
public sealed record SessionSummary(Guid Id, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string State, string? CancelledFor);

/// <summary>A page of a group's sessions, oldest first.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent on the last.</param>
public sealed record SessionPage(IReadOnlyList<SessionSummary> Sessions, Guid? Next = null);

/// <summary>Exactly what a signature would sign, in the order in which it is signed.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Version">The version of the session that this list was made from; of the record, where <c>recordId</c> says that one record was asked about.</param>
/// <param name="Group">The group's name.</param>
/// <param name="HeldOn">The local date.</param>
/// <param name="StartsAt">The local time at which it started.</param>
/// <param name="Leaders">The names of those who led.</param>
/// <param name="Provenance"><c>contemporaneous</c>, <c>attested</c> where the tutor closes it, or <c>imported</c> where it came from paper.</param>
/// <param name="Records">The records that will be issued, changed or withdrawn.</param>
/// <param name="RecordId">The one record that is to be withdrawn or amended, where it is one.</param>
public sealed record SignOffList(
    Guid SessionId, int Version, string Group, DateOnly HeldOn, TimeOnly StartsAt, IReadOnlyList<string> Leaders, string Provenance, IReadOnlyList<RecordToSign> Records,
    Guid? RecordId = null);

/// <summary>One record on the list.</summary>
/// <param name="PersonId">Whose record it is.</param>
/// <param name="Name">Their name as it will be signed.</param>
/// <param name="Kind"><c>attendance</c>, <c>presentation</c>, <c>follow-up</c> or <c>leading</c>.</param>
/// <param name="Minutes">The minutes attended.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Change"><c>issue</c>; for having led <c>vouch</c>: issued by whoever else signs, never by its holder; in a correction also <c>replace</c> or
/// <c>withdraw</c>.</param>
public sealed record RecordToSign(Guid PersonId, string Name, string Kind, int Minutes, string Mode, string Change);

/// <summary>The list and its hash, which whoever signs sends back.</summary>
/// <param name="List">What will be signed.</param>
/// <param name="Hash">SHA-256 of the list, 64 hexadecimal digits.</param>
public sealed record SignOffListBody(SignOffList List, string Hash);

/// <summary>The signature: the hash of the list that was seen.</summary>
/// <param name="ListHash">The hash that came with the list.</param>
public sealed record SignOff([RegularExpression("^[0-9a-f]{64}$")] string ListHash);

/// <summary>A correction of a signed register.</summary>
/// <param name="Register">The register as it should have been, as a whole.</param>
/// <param name="Reason">Why; kept with the register, never signed or sent.</param>
/// <param name="ListHash">The hash of the difference that was seen; leave it out to see the difference first.</param>
public sealed record Correction(Register Register, [PlainText(Fences.Reason)] string Reason, [RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>A signature on what is missing.</summary>
/// <param name="ListHash">The hash of the list that was seen; leave it out to see the list first.</param>
public sealed record Vouching([RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>What a signature made.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="RegisterVersion">1 for the sign-off, more after corrections.</param>
/// <param name="SignedAt">When it was signed, truly.</param>
/// <param name="Records">The records of the session that stand now.</param>
public sealed record SignedRegister(Guid SessionId, int RegisterVersion, DateTimeOffset SignedAt, IReadOnlyList<SignedRecord> Records);

/// <summary>One record that a register gave.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Kind"><c>attendance</c>, <c>presentation</c>, <c>follow-up</c> or <c>leading</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="State"><c>valid</c> or <c>withdrawn</c>.</param>
public sealed record SignedRecord(Guid Id, Guid PersonId, string Kind, int Version, string State);
