using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>A platform to let in: an e-portfolio that pulls the records of trainees who connect it.</summary>
/// <param name="Name">The name by which trainees know it.</param>
/// <param name="Id">A UUID of the client's own, so that a repeated request makes one platform.</param>
public sealed record NewPlatform([PlainText(Fences.Name)] string Name, Guid? Id = null);

/// <summary>A platform.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name by which trainees know it.</param>
/// <param name="ClientId">The <c>client_id</c> with which it asks for tokens.</param>
/// <param name="Secret">The <c>client_secret</c>: shown once, when the platform is made; only a hash of it is kept.</param>
public sealed record PlatformBody(Guid Id, string Name, string ClientId, string? Secret = null);

/// <summary>Platforms.</summary>
/// <param name="Platforms">The platforms, by name.</param>
public sealed record PlatformList(IReadOnlyList<PlatformBody> Platforms);

/// <summary>A permission to give: this platform may have one's own records of these kinds, past ones too, until it is ended.</summary>
/// <param name="PlatformId">The platform.</param>
/// <param name="Kinds">The kinds of record: <c>attendance</c>, <c>presentation</c>, <c>follow-up</c>.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewConnection(
    Guid PlatformId, [MinLength(1), MaxLength(3), Code("attendance", "presentation", "follow-up")] IReadOnlyList<string> Kinds, Guid? Id = null);

/// <summary>A permission that somebody gave.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PlatformId">The platform.</param>
/// <param name="Platform">The platform's name.</param>
/// <param name="Trainee">How this platform, and no other, knows this person.</param>
/// <param name="Kinds">The kinds of record that it may have.</param>
/// <param name="ConnectedAt">Since when.</param>
/// <param name="EndedAt">When it was ended; absent while it holds.</param>
public sealed record ConnectionBody(
    Guid Id, Guid PlatformId, string Platform, Guid Trainee, IReadOnlyList<string> Kinds, DateTimeOffset ConnectedAt, DateTimeOffset? EndedAt = null);

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
/// <c>issued</c>; <c>superseded</c> (the next version follows); <c>withdrawn</c>; or <c>removed</c>: the trainee ended the connection or was erased,
/// so delete what came of this trainee before.
/// </param>
/// <param name="Trainee">How this platform knows the trainee; the same when they connect again.</param>
/// <param name="RecordId">The record's id; absent for <c>removed</c>, as are all below.</param>
/// <param name="Version">The version that was issued or that ended.</param>
/// <param name="Kind"><c>attendance</c>, <c>presentation</c> or <c>follow-up</c>.</param>
/// <param name="CredentialUrl">The record's URL, which is the credential's <c>id</c> in every version.</param>
/// <param name="Jwt">For <c>issued</c> while the connection holds: the signed form, a compact JWS (VC-JWT).</param>
public sealed record FeedEntry(
    long Position, string Change, Guid Trainee, Guid? RecordId = null, int? Version = null, string? Kind = null, string? CredentialUrl = null,
    string? Jwt = null);

/// <summary>A platform's request for a token (RFC 6749, section 4.4). HTTP Basic may carry the credentials instead.</summary>
/// <param name="GrantType"><c>client_credentials</c>.</param>
/// <param name="ClientId">The platform's client id.</param>
/// <param name="ClientSecret">Its secret.</param>
public sealed record TokenRequest(
    [property: JsonPropertyName("grant_type")] string GrantType, [property: JsonPropertyName("client_id")] string? ClientId = null,
    [property: JsonPropertyName("client_secret")] string? ClientSecret = null);

/// <summary>A token for a platform (RFC 6749, section 5.1).</summary>
/// <param name="AccessToken">The token, opaque.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">For how many seconds it holds.</param>
/// <param name="Scope">What it is good for: <c>feed</c>, whatever was asked for.</param>
public sealed record TokenBody(
    [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn, [property: JsonPropertyName("scope")] string Scope);

/// <summary>Why there is no token (RFC 6749, section 5.2).</summary>
/// <param name="Error"><c>invalid_request</c>, <c>invalid_client</c> or <c>unsupported_grant_type</c>.</param>
/// <param name="ErrorDescription">What to put right.</param>
public sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string ErrorDescription);
