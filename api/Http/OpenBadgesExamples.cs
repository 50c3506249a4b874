using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class OpenBadgesExamples
{
    private const string Scope = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly offline_access";

    private static readonly string ClientId = $"{Examples.Programme:N}.{Examples.Id(45):N}";

    public const string Registration = """
        {"client_name": "Riverside badge wallet", "client_uri": "https://wallet.example.org", "redirect_uris": ["https://wallet.example.org/connected"],
         "token_endpoint_auth_method": "client_secret_basic", "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
         "scope": "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly offline_access"}
        """;

    public static IEnumerable<object> All =>
    [
        new OpenBadgesCredentials([], [Examples.Jwt]),
        new OpenBadgesProfile(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], $"urn:uuid:{Examples.Trainee}", ["Profile"], "Tara Trainee"),
        new OpenBadgesDiscovery("3.0.1", Json("""{"title": "Made-up School of Psychiatry: records as Open Badges", "version": "3.0"}"""),
            Json("""[{"url": "https://portfolio.example.org/ims/ob/v3p0"}]"""), Json("""[{"name": "OpenBadgeCredentials"}]"""),
            Json("""{"/credentials": {"get": {"operationId": "getCredentials", "responses": {"200": {"description": "As asked for."}}}}}"""),
            Json("""{"securitySchemes": {"OAuth2ACG": {"type": "oauth2"}}}""")),
        new RegisteredClient(ClientId, "made-up-secret-shown-once", Examples.Signed.ToUnixTimeSeconds(), 0, "Riverside badge wallet", ["https://wallet.example.org/connected"],
            "client_secret_basic", ["authorization_code", "refresh_token"], ["code"], Scope),
        new RegistrationRefusal("invalid_redirect_uri", "redirect_uris is needed: from 1 to 10 addresses that begin with https://, without a user or a fragment."),
        new PushList([new(Examples.Record, 1, "accepted"), new(Examples.Record, 1, "accepted")]),
        new OpenBadgesRefusal("failure", "error", "Sign in first: the request carries no valid token.", new([new("TargetEndSystem", "unauthorizedrequest")])),
    ];

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(JsonNode.Parse(text));
}
