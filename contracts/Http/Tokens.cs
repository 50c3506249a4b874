using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>
/// A platform's request for a token (RFC 6749, sections 4.1.3, 4.4 and 6). It proves itself by HTTP Basic, by its secret here, or by an assertion that it
/// signed (RFC 7523): <c>iss</c> and <c>sub</c> its client id, <c>aud</c> the issuer or the token endpoint, <c>exp</c> at most five minutes ahead, a <c>jti</c> of its own.
/// </summary>
/// <param name="GrantType"><c>client_credentials</c>, <c>authorization_code</c> or <c>refresh_token</c>.</param>
/// <param name="ClientId">The platform's client id.</param>
/// <param name="ClientSecret">Its secret.</param>
/// <param name="ClientAssertionType"><c>urn:ietf:params:oauth:client-assertion-type:jwt-bearer</c>, with an assertion.</param>
/// <param name="ClientAssertion">The assertion, a compact JWS.</param>
/// <param name="Scope"><c>feed</c>; with a code or a refresh token what was permitted, or less. When it is left out, all of it.</param>
/// <param name="Code">The authorization code, for that grant: once, and within a minute.</param>
/// <param name="RedirectUri">Where the code was sent to.</param>
/// <param name="CodeVerifier">What the challenge was made from (RFC 7636).</param>
/// <param name="RefreshToken">The refresh token, for that grant: it stays the same until the trainee ends the permission, or nobody used it for 180 days.</param>
public sealed record TokenRequest(
    [property: JsonPropertyName("grant_type")] string GrantType, [property: JsonPropertyName("client_id")] string? ClientId = null,
    [property: JsonPropertyName("client_secret")] string? ClientSecret = null,
    [property: JsonPropertyName("client_assertion_type")] string? ClientAssertionType = null,
    [property: JsonPropertyName("client_assertion")] string? ClientAssertion = null,
    [property: JsonPropertyName("scope")] string? Scope = null, [property: JsonPropertyName("code")] string? Code = null,
    [property: JsonPropertyName("redirect_uri")] string? RedirectUri = null, [property: JsonPropertyName("code_verifier")] string? CodeVerifier = null,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken = null);

/// <summary>A token for a platform (RFC 6749, section 5.1).</summary>
/// <param name="AccessToken">The token, opaque.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">For how many seconds it holds.</param>
/// <param name="Scope">What it is good for.</param>
/// <param name="Sub">For an authorization code: how this platform, and no other, knows the trainee who permitted it; <c>trainee</c> in the feed.</param>
/// <param name="RefreshToken">What brings the next token, where <c>offline_access</c> was asked for and permitted.</param>
public sealed record TokenBody(
    [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn, [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("sub")] Guid? Sub = null,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken = null);

/// <summary>Why there is no token (RFC 6749, section 5.2).</summary>
/// <param name="Error">
/// <c>invalid_request</c>, <c>invalid_client</c>, <c>invalid_grant</c>, <c>invalid_scope</c>, <c>unauthorized_client</c> or <c>unsupported_grant_type</c>.
/// </param>
/// <param name="ErrorDescription">What to put right.</param>
public sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string ErrorDescription);

/// <summary>What an OAuth client needs to know of this service (RFC 8414, section 2).</summary>
/// <param name="Issuer">What it calls itself.</param>
/// <param name="AuthorizationEndpoint">Where a platform sends a trainee to.</param>
/// <param name="TokenEndpoint">Where a platform asks for tokens.</param>
/// <param name="ScopesSupported">What a token can be good for.</param>
/// <param name="ResponseTypesSupported">What comes back with the trainee.</param>
/// <param name="ResponseModesSupported">How it comes back.</param>
/// <param name="GrantTypesSupported">What a token is given for.</param>
/// <param name="TokenEndpointAuthMethodsSupported">How a platform proves itself.</param>
/// <param name="TokenEndpointAuthSigningAlgValuesSupported">By which algorithms, where it signs.</param>
/// <param name="CodeChallengeMethodsSupported">How a challenge is made; it is needed.</param>
/// <param name="AuthorizationResponseIssParameterSupported">That the issuer comes back with the trainee (RFC 9207).</param>
public sealed record AuthorizationServer(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string AuthorizationEndpoint,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string> ScopesSupported,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypesSupported,
    [property: JsonPropertyName("response_modes_supported")] IReadOnlyList<string> ResponseModesSupported,
    [property: JsonPropertyName("grant_types_supported")] IReadOnlyList<string> GrantTypesSupported,
    [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string> TokenEndpointAuthMethodsSupported,
    [property: JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")] IReadOnlyList<string> TokenEndpointAuthSigningAlgValuesSupported,
    [property: JsonPropertyName("code_challenge_methods_supported")] IReadOnlyList<string> CodeChallengeMethodsSupported,
    [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool AuthorizationResponseIssParameterSupported);
