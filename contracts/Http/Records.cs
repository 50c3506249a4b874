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

/// <summary>Somebody's records, each in its newest version, oldest first.</summary>
/// <param name="Records">The records.</param>
public sealed record RecordList(IReadOnlyList<RecordBody> Records);

/// <summary>What checking a record showed.</summary>
/// <param name="Accepted">No check said no, and format, key and signature were checked and hold.</param>
/// <param name="Id">The record's URL, where it could be read.</param>
/// <param name="Version">Its version, where it could be read.</param>
/// <param name="Checks">Every check, once, in order.</param>
public sealed record VerificationBody(bool Accepted, string? Id, int? Version, IReadOnlyList<CheckBody> Checks);

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
