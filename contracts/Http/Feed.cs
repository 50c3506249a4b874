using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A permission to give: this platform may have one's own records of these kinds, past ones too, until it is ended; with <c>progress</c> it may show how far one is.</summary>
/// <param name="PlatformId">The platform.</param>
/// <param name="Kinds">The kinds of record; accounts of a period, assessments and verifications when left out.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewConnection(
    Guid PlatformId, [MinLength(1), MaxLength(8), Code("attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "progress")] IReadOnlyList<string>? Kinds = null, Guid? Id = null);

/// <summary>The kinds of record that a permission shall be for from now on.</summary>
/// <param name="Kinds">All of them, those that stay too.</param>
public sealed record PermittedKinds([MinLength(1), MaxLength(8), Code("attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "progress")] IReadOnlyList<string> Kinds);

/// <summary>A permission that somebody gave.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PlatformId">The platform.</param>
/// <param name="Platform">The platform's name.</param>
/// <param name="Trainee">How this platform, and no other, knows this person.</param>
/// <param name="Kinds">The kinds of record that it may have.</param>
/// <param name="ConnectedAt">Since when.</param>
/// <param name="EndedAt">When it was ended; absent while it holds.</param>
/// <param name="Receiver">Who receives there, where it is written to; absent where it only pulls.</param>
public sealed record ConnectionBody(
    Guid Id, Guid PlatformId, string Platform, Guid Trainee, IReadOnlyList<string> Kinds, DateTimeOffset ConnectedAt, DateTimeOffset? EndedAt = null,
    ReceiverBody? Receiver = null);

/// <summary>Somebody's own permissions, ended ones too.</summary>
/// <param name="Connections">The permissions, oldest first.</param>
public sealed record ConnectionList(IReadOnlyList<ConnectionBody> Connections);

/// <summary>A page of a platform's own feed.</summary>
/// <param name="Entries">What changed, in order: positions 1, 2, 3 … without gaps.</param>
/// <param name="Next">What to send as <c>after</c> next: always there, and the same as was sent where nothing is new.</param>
public sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, long Next);

/// <summary>One change in a platform's feed. An entry never changes, but what is signed is shown only while its connection holds.</summary>
/// <param name="Position">Its place in this platform's feed.</param>
/// <param name="Change">
/// <c>issued</c>; <c>superseded</c> (the next version follows); <c>withdrawn</c>; or <c>removed</c>: the trainee ended the connection, changed what
/// it is for or was erased, so delete what came of this trainee before; what may still be had follows.
/// </param>
/// <param name="Trainee">How this platform knows the trainee; the same when they connect again.</param>
/// <param name="RecordId">The record's id; absent for <c>removed</c>, as are all below.</param>
/// <param name="Version">The version that was issued or that ended.</param>
/// <param name="Kind"><c>attendance</c>, <c>presentation</c>, <c>follow-up</c> or <c>period-account</c>.</param>
/// <param name="CredentialUrl">The record's URL, which is the credential's <c>id</c> in every version.</param>
/// <param name="Jwt">For <c>issued</c> while the connection holds: the signed form, a compact JWS (VC-JWT).</param>
public sealed record FeedEntry(
    long Position, string Change, Guid Trainee, Guid? RecordId = null, int? Version = null, string? Kind = null, string? CredentialUrl = null,
    string? Jwt = null);
