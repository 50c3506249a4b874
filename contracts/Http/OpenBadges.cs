using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>A trainee's records as Open Badges 3.0 has them, a page of them (<c>GetOpenBadgeCredentialsResponse</c>).</summary>
/// <param name="Credential">Credentials that are no JWT. Always empty: every record of this service can be had as one.</param>
/// <param name="CompactJwsString">Each record's newest version as it was signed (VC-JWT, <c>RS256</c>), in the order in which they were first issued.</param>
public sealed record OpenBadgesCredentials(
    [property: JsonPropertyName("credential")] IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Credential, [property: JsonPropertyName("compactJwsString")] IReadOnlyList<string> CompactJwsString);

/// <summary>Who permitted a platform to have their records (<c>Profile</c>).</summary>
/// <param name="Context">What the members mean.</param>
/// <param name="Id">As the <c>credentialSubject</c> of their records has it.</param>
/// <param name="Type"><c>Profile</c>.</param>
/// <param name="Name">Their name.</param>
public sealed record OpenBadgesProfile(
    [property: JsonPropertyName("@context")] IReadOnlyList<string> Context, [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] IReadOnlyList<string> Type, [property: JsonPropertyName("name")] string Name);

/// <summary>What this service offers of Open Badges 3.0: its service description, an OpenAPI 3.0 document in 1EdTech's profile.</summary>
/// <param name="OpenApi">The version of OpenAPI.</param>
/// <param name="Info">What it describes.</param>
/// <param name="Servers">Where it is.</param>
/// <param name="Tags">How the paths are grouped.</param>
/// <param name="Paths">Its paths.</param>
/// <param name="Components">How a platform registers, and how it asks a trainee: <c>securitySchemes.OAuth2ACG</c>.</param>
public sealed record OpenBadgesDiscovery(
    [property: JsonPropertyName("openapi")] string OpenApi, [property: JsonPropertyName("info")] JsonElement Info, [property: JsonPropertyName("servers")] JsonElement Servers,
    [property: JsonPropertyName("tags")] JsonElement Tags, [property: JsonPropertyName("paths")] JsonElement Paths, [property: JsonPropertyName("components")] JsonElement Components);

/// <summary>A platform that registered itself (RFC 7591, section 3.2.1). Nothing flows before somebody of the programme lets it in and a trainee permits it.</summary>
/// <param name="ClientId">Its <c>client_id</c>.</param>
/// <param name="ClientSecret">Its <c>client_secret</c>: shown in this one answer; only a hash of it is kept.</param>
/// <param name="ClientIdIssuedAt">Seconds since 1970.</param>
/// <param name="ClientSecretExpiresAt">0: it does not expire.</param>
/// <param name="ClientName">The name by which trainees will know it.</param>
/// <param name="RedirectUris">Where it may have trainees sent back to.</param>
/// <param name="TokenEndpointAuthMethod"><c>client_secret_basic</c>; <c>client_secret_post</c> is taken as well.</param>
/// <param name="GrantTypes">What it may show for a token.</param>
/// <param name="ResponseTypes"><c>code</c>.</param>
/// <param name="Scope">What it may ask for: of what it wrote, that which is offered here.</param>
public sealed record RegisteredClient(
    [property: JsonPropertyName("client_id")] string ClientId, [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("client_id_issued_at")] long ClientIdIssuedAt, [property: JsonPropertyName("client_secret_expires_at")] long ClientSecretExpiresAt,
    [property: JsonPropertyName("client_name")] string ClientName, [property: JsonPropertyName("redirect_uris")] IReadOnlyList<string> RedirectUris,
    [property: JsonPropertyName("token_endpoint_auth_method")] string TokenEndpointAuthMethod, [property: JsonPropertyName("grant_types")] IReadOnlyList<string> GrantTypes,
    [property: JsonPropertyName("response_types")] IReadOnlyList<string> ResponseTypes, [property: JsonPropertyName("scope")] string Scope);

/// <summary>Why a platform could not register (RFC 7591, section 3.2.2).</summary>
/// <param name="Error"><c>invalid_redirect_uri</c> or <c>invalid_client_metadata</c>.</param>
/// <param name="ErrorDescription">What to put right.</param>
public sealed record RegistrationRefusal(
    [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string ErrorDescription);

/// <summary>Why Open Badges answers nothing, in 1EdTech's own body (<c>Imsx_StatusInfo</c>).</summary>
/// <param name="CodeMajor"><c>failure</c>.</param>
/// <param name="Severity"><c>error</c>.</param>
/// <param name="Description">What to put right.</param>
/// <param name="CodeMinor">The code.</param>
public sealed record OpenBadgesRefusal(
    [property: JsonPropertyName("imsx_codeMajor")] string CodeMajor, [property: JsonPropertyName("imsx_severity")] string Severity,
    [property: JsonPropertyName("imsx_description")] string Description, [property: JsonPropertyName("imsx_codeMinor")] OpenBadgesCodes CodeMinor);

/// <summary>The codes of a refusal in Open Badges.</summary>
/// <param name="Fields">One.</param>
public sealed record OpenBadgesCodes([property: JsonPropertyName("imsx_codeMinorField")] IReadOnlyList<OpenBadgesCode> Fields);

/// <summary>One code of a refusal in Open Badges.</summary>
/// <param name="Name">Whose it is: <c>TargetEndSystem</c>.</param>
/// <param name="Value">
/// <c>unauthorizedrequest</c>, <c>forbidden</c>, <c>not_found</c>, <c>not_allowed</c>, <c>invalid_query_parameter</c>, <c>invalid_data</c>, <c>server_busy</c>,
/// <c>internal_server_error</c> or <c>unknown</c>.
/// </param>
public sealed record OpenBadgesCode([property: JsonPropertyName("imsx_codeMinorFieldName")] string Name, [property: JsonPropertyName("imsx_codeMinorFieldValue")] string Value);
