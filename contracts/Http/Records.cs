using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>One version of a record, as JSON that a program can read without a credential library.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Url">The record's URL, the same in every version.</param>
/// <param name="Version">Which version this is.</param>
/// <param name="State"><c>valid</c>, <c>superseded</c> or <c>withdrawn</c>.</param>
/// <param name="Kind"><c>attendance</c>, <c>presentation</c>, <c>follow-up</c>, <c>leading</c> or <c>period-account</c>.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="SessionId">The session it comes from, where it comes from one.</param>
/// <param name="SignedAt">When this version was signed, truly.</param>
/// <param name="EndedAt">When it was superseded or withdrawn.</param>
/// <param name="Jwt">The signed form: a compact JWS (VC-JWT).</param>
public sealed record RecordBody(
    Guid Id, string Url, int Version, string State, string Kind, Guid PersonId, Guid? SessionId, DateTimeOffset SignedAt, DateTimeOffset? EndedAt, string Jwt);

/// <summary>The withdrawal of a record: it was wrong, and does not count any more. A presentation goes with its attendance.</summary>
/// <param name="Reason">Why; kept with the register, never signed or sent.</param>
/// <param name="ListHash">The hash of the list that was seen; leave it out to see the list first.</param>
public sealed record Withdrawal([PlainText(Fences.Reason)] string Reason, [RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>An amendment of an attendance record: its next version says what should have been said, and replaces the one before.</summary>
/// <param name="Reason">Why; kept with the register, never signed or sent.</param>
/// <param name="Minutes">The minutes attended, where they were wrong: at most as many as the session had.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>, where it was wrong.</param>
/// <param name="ListHash">The hash of the list that was seen; leave it out to see the list first.</param>
public sealed record Amendment(
    [PlainText(Fences.Reason)] string Reason, [Range(1, Fences.SessionMinutes)] int? Minutes = null, [Code("in-person", "online")] string? Mode = null,
    [RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>Somebody's records, each in its newest version, oldest first.</summary>
/// <param name="Records">The records.</param>
public sealed record RecordList(IReadOnlyList<RecordBody> Records);

/// <summary>What checking a record, or an evidence pack, showed.</summary>
/// <param name="Accepted">No check said no, and format, key and signature were checked and hold.</param>
/// <param name="Id">Its URL, where it could be read.</param>
/// <param name="Version">A record's version, where it could be read.</param>
/// <param name="Checks">Every check, once, in order.</param>
/// <param name="What"><c>record</c> or <c>evidence-pack</c>: what was handed in.</param>
public sealed record VerificationBody(bool Accepted, string? Id, int? Version, IReadOnlyList<CheckBody> Checks, string What = "record");

/// <summary>One question asked of a record.</summary>
/// <param name="Name">The check's stable name.</param>
/// <param name="Answer"><c>yes</c>, <c>no</c> or <c>not-checked</c>.</param>
/// <param name="Why">The reason, in plain words.</param>
public sealed record CheckBody(string Name, string Answer, string Why);

/// <summary>The log's head as the programme signed it.</summary>
/// <param name="Position">The last position.</param>
/// <param name="Chain">The chain hash there, hexadecimal.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Signature">A compact JWS over programme, position, chain and time.</param>
public sealed record CheckpointBody(long Position, string Chain, DateTimeOffset SignedAt, string Signature);

/// <summary>Where one version of a record stands in the programme's log: the <c>log.json</c> of a downloaded record.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="RecordId">The record's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Position">The position in the log, from 1, without gaps.</param>
/// <param name="Kind">What the entry says: <c>record-issued</c>.</param>
/// <param name="Digests">SHA-256 of each form as it was issued, hexadecimal: the JWT's, then the embedded form's where there is one.</param>
/// <param name="LoggedAt">When it was logged.</param>
/// <param name="Before">The chain hash of the position before, hexadecimal; zeros before the first.</param>
/// <param name="Chain">The chain hash at this position, hexadecimal: SHA-256 of the one before and of the entry.</param>
/// <param name="Checkpoint">The log's signed head that came with it or next after it.</param>
public sealed record LogPlace(
    Guid Programme, Guid RecordId, int Version, long Position, string Kind, IReadOnlyList<string> Digests, DateTimeOffset LoggedAt, string Before, string Chain,
    CheckpointBody Checkpoint);
