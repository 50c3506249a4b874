using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>Something that a portfolio or paper holds, to be told here. It never passes for ours; a requirement pack says whether it counts.</summary>
/// <param name="Type">What it is, as packs name it: the code of a form, <c>sessions</c>, <c>course</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, not after today; the same where it is of one day.</param>
/// <param name="Keeper">Who issued it or where it is kept.</param>
/// <param name="Sessions">How many sessions, where it is a total.</param>
/// <param name="Minutes">How many minutes, where it is a total.</param>
/// <param name="Outcome">The code of its outcome, where it is an assessment.</param>
/// <param name="Original">Where the original lies.</param>
/// <param name="Sha256">SHA-256 of a copy, 64 hexadecimal digits.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewElsewhere(
    [RegularExpression(Fences.Word)] string Type, [LocalDay] DateOnly From, [LocalDay] DateOnly Until, [PlainText(Fences.Name)] string Keeper,
    [Range(1, 10_000)] int? Sessions = null, [Range(1, 1_000_000)] int? Minutes = null, [RegularExpression(Fences.Word)] string? Outcome = null,
    [PlainText(Fences.Name)] string? Original = null, [RegularExpression("^[0-9a-f]{64}$")] string? Sha256 = null, Guid? Id = null);

/// <summary>A signed record of another programme, handed in by or for its holder. Nothing that stands in it is fetched.</summary>
/// <param name="Record">The record as it was issued: a compact JWS, or JSON with an embedded proof, as text.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record HandedInRecord([PlainText(200_000)] string Record, Guid? Id = null);

/// <summary>Why something recorded elsewhere is declined or withdrawn.</summary>
/// <param name="Reason">Why; kept for whom it is about, never signed or sent.</param>
public sealed record ElsewhereReason([PlainText(Fences.Reason)] string Reason);

/// <summary>What was recorded elsewhere, as it was told here.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Type">What it is, as packs name it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Minutes">How many minutes.</param>
/// <param name="Outcome">The code of its outcome.</param>
/// <param name="Provenance"><c>elsewhere</c>; <c>other-programme</c> where our verifier accepted another programme's signed record.</param>
/// <param name="Keeper">Who issued it or where it is kept.</param>
/// <param name="Original">Where the original lies.</param>
/// <param name="Sha256">SHA-256 of a copy, or of the record as it was handed in.</param>
/// <param name="Checks">What our verifier answered when it was handed in.</param>
/// <param name="State"><c>stated</c>, <c>confirmed</c>, <c>declined</c> or <c>withdrawn</c>.</param>
/// <param name="EnteredBy">Who entered it.</param>
/// <param name="EnteredAt">When.</param>
/// <param name="DecidedBy">Who confirmed, declined or withdrew it.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Why it was declined or withdrawn.</param>
/// <param name="RecordId">The record, once it is confirmed.</param>
public sealed record ElsewhereBody(
    Guid Id, Guid PersonId, string Type, DateOnly From, DateOnly Until, int? Sessions, int? Minutes, string? Outcome, string Provenance, string? Keeper, string? Original,
    string? Sha256, IReadOnlyList<CheckBody>? Checks, string State, Guid? EnteredBy, DateTimeOffset EnteredAt, Guid? DecidedBy, DateTimeOffset? DecidedAt, string? Reason,
    Guid? RecordId);

/// <summary>What was recorded elsewhere about somebody.</summary>
/// <param name="Entries">The earliest first.</param>
public sealed record ElsewhereList(IReadOnlyList<ElsewhereBody> Entries);

/// <summary>What an import of evidence added.</summary>
/// <param name="Entries">Entries, each to be confirmed by somebody else than whoever imported it.</param>
public sealed record EvidenceImported(int Entries);
