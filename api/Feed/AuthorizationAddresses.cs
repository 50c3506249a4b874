using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>What this service calls itself to OAuth clients, and where they find what (RFC 8414).</summary>
internal sealed class AuthorizationAddresses(PublicAddress address)
{
    public string Issuer { get; } = address.Base.ToString().TrimEnd('/');

    public string Token => Issuer + "/oauth/token";

    public string Authorize => Issuer + "/oauth/authorize";

    /// <summary>What an assertion may be meant for.</summary>
    public IReadOnlyList<string> Audiences => [Issuer, Issuer + "/", Token];

    public AuthorizationServer ToBody() => new(Issuer, Authorize, Token, Scopes.All, ["code"], ["query"], ["authorization_code", "client_credentials", "refresh_token"],
        ["client_secret_basic", "client_secret_post", "private_key_jwt"], KeySet.Algorithms, ["S256"], true);
}
