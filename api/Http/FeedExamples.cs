using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class FeedExamples
{
    private static readonly Guid Pairwise = Examples.Id(42);
    private static readonly string Url = $"https://{Examples.Host}/v1/programmes/{Examples.Programme}/records/{Examples.Record}";
    private static readonly string ClientId = $"{Examples.Programme:N}.{Examples.Id(40):N}";
    private static readonly PlatformBody Platform = new(Examples.Id(40), "Riverside e-portfolio", ClientId, "made-up-secret-shown-once");
    private static readonly ConnectionBody Connection = new(Examples.Id(41), Platform.Id, Platform.Name, Pairwise, ["attendance", "presentation"], Examples.Signed);

    private static readonly PlatformSecretBody Secret = new(Examples.Id(44), Examples.Signed);
    private const string Issuer = "https://portfolio.example.org";

    public static readonly TokenRefusal WrongGrant = new("unsupported_grant_type", "Only client_credentials and authorization_code are supported.");

    public static IEnumerable<object> All =>
    [
        new NewPlatform(Platform.Name, Platform.Id),
        Platform,
        new PlatformList([Platform with { Secret = null }]),
        new PlatformSettings(Platform.Id, Platform.Name, ClientId, "live", ["https://eportfolio.example.org/connected"], [Secret], ["2025-05"]),
        new NewPlatformSecret(Secret.Id),
        Secret,
        new RedirectUris(["https://eportfolio.example.org/connected"]),
        new KeysAddress("https://eportfolio.example.org/jwks.json"),
        new NewConnection(Platform.Id, Connection.Kinds, Connection.Id),
        Connection,
        new ConnectionList([Connection]),
        new PermittedKinds(["attendance", "period-account"]),
        new FeedPage(
        [
            new(1, "issued", Pairwise, Examples.Record, 1, "attendance", Url, Examples.Jwt),
            new(2, "superseded", Pairwise, Examples.Record, 1, "attendance", Url),
            new(3, "issued", Pairwise, Examples.Record, 2, "attendance", Url, Examples.Jwt),
            new(4, "removed", Examples.Id(43)),
        ], Next: 4),
        new TokenRequest("client_credentials", ClientId, Platform.Secret),
        new TokenBody("pt_AZig…", "Bearer", 900, "feed"),
        new TokenRefusal("invalid_client", "There is no such client, or what it shows is not its own."),
        new AuthorizationServer(Issuer, Issuer + "/oauth/authorize", Issuer + "/oauth/token", ["feed", "offline_access"], ["code"], ["query"],
            ["authorization_code", "client_credentials", "refresh_token"], ["client_secret_basic", "client_secret_post", "private_key_jwt"], ["RS256", "PS256", "ES256"], ["S256"], true),
    ];
}
