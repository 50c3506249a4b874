using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class FeedExamples
{
    private static readonly Guid Pairwise = Examples.Id(42);
    private static readonly string Url = $"https://{Examples.Host}/v1/programmes/{Examples.Programme}/records/{Examples.Record}";
    private static readonly string ClientId = $"{Examples.Programme:N}.{Examples.Id(40):N}";
    private static readonly PlatformBody Platform = new(Examples.Id(40), "Riverside e-portfolio", ClientId, "made-up-secret-shown-once");
    private static readonly ConnectionBody Connection = new(Examples.Id(41), Platform.Id, Platform.Name, Pairwise, ["attendance", "presentation"], Examples.Signed);

    public static readonly TokenRefusal WrongGrant = new("unsupported_grant_type", "Send grant_type=client_credentials.");

    public static IEnumerable<object> All =>
    [
        new NewPlatform(Platform.Name, Platform.Id),
        Platform,
        new PlatformList([Platform with { Secret = null }]),
        new NewConnection(Platform.Id, Connection.Kinds, Connection.Id),
        Connection,
        new ConnectionList([Connection]),
        new FeedPage(
        [
            new(1, "issued", Pairwise, Examples.Record, 1, "attendance", Url, Examples.Jwt),
            new(2, "superseded", Pairwise, Examples.Record, 1, "attendance", Url),
            new(3, "issued", Pairwise, Examples.Record, 2, "attendance", Url, Examples.Jwt),
            new(4, "removed", Examples.Id(43)),
        ], Next: 4),
        new TokenRequest("client_credentials", ClientId, Platform.Secret),
        new TokenBody("pt_AZig…", "Bearer", 900, "feed"),
        new TokenRefusal("invalid_client", "There is no such client, or the secret is another."),
    ];
}
