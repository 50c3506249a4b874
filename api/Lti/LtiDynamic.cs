using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using static Portfolio.Api.Lti.LtiJson;

namespace Portfolio.Api.Lti;

/// <summary>Dynamic registration (1EdTech LTI Dynamic Registration 1.0): what the platform says of itself, and what we say of us.</summary>
internal sealed class LtiDynamic(LtiClient client, GuardSettings reach)
{
    /// <returns>The registration as the platform made it, or a code of what is wrong.</returns>
    public async Task<(NewLtiRegistration? Made, string? Fault)> Register(Uri configuration, string? token, LtiAddresses ours, string programme, CancellationToken cancellation)
    {
        if (!PrivateAddressGuard.Allows(configuration, reach))
            return (null, "configuration-address");
        var told = await Exchange.Send(client.Http, new(HttpMethod.Get, configuration), cancellation);
        if (!told.Is2xx || told.Json() is not { } says || Text(says, "issuer") is not { } issuer || Text(says, "authorization_endpoint") is not { } authorization
            || Text(says, "token_endpoint") is not { } tokens || Text(says, "jwks_uri") is not { } keys || !Uri.TryCreate(Text(says, "registration_endpoint"), UriKind.Absolute, out var registration))
            return (null, "configuration-unreadable");
        // Whoever speaks for an issuer speaks from its site.
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var site) || site.Host != configuration.Host || !PrivateAddressGuard.Allows(registration, reach))
            return (null, "configuration-issuer");
        var request = new HttpRequestMessage(HttpMethod.Post, registration)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Ours(ours, programme).ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        var answer = await Exchange.Send(client.Http, request, cancellation);
        if (!answer.Is2xx || answer.Json() is not { } made || Fits(Text(made, "client_id")) is not { } given)
            return (null, "registration-refused");
        var deployment = Fits(Text(Of(made, LtiNames.ToolConfiguration), "deployment_id"));
        var body = new NewLtiRegistration(Name(says, site), issuer, given, authorization, tokens, keys, deployment is null ? [] : [deployment]);
        return LtiRegistrationEndpoints.WhyNot(body, reach).Count > 0 ? (null, "configuration-unreadable") : (body, null);
    }

    private static string Name(JsonElement says, Uri site) =>
        Text(Of(says, LtiNames.PlatformConfiguration), "product_family_code") is { Length: > 0 and <= 40 } product && product.All(char.IsLetterOrDigit) ? $"{product} ({site.Host})" : site.Host;

    private static JsonObject Ours(LtiAddresses ours, string programme)
    {
        JsonObject Message(string type, string label) => new() { ["type"] = type, ["target_link_uri"] = $"{ours.Launch}", ["label"] = label };
        return new()
        {
            ["application_type"] = "web", ["response_types"] = new JsonArray("id_token"), ["grant_types"] = new JsonArray("implicit", "client_credentials"),
            ["initiate_login_uri"] = $"{ours.Login}", ["redirect_uris"] = new JsonArray($"{ours.Launch}"), ["client_name"] = $"Portfolio: {programme}", ["jwks_uri"] = $"{ours.Keys}",
            ["token_endpoint_auth_method"] = "private_key_jwt", ["scope"] = string.Join(' ', LtiNames.Scopes),
            [LtiNames.ToolConfiguration] = new JsonObject
            {
                ["domain"] = ours.Launch.Authority, ["target_link_uri"] = $"{ours.Launch}", ["claims"] = new JsonArray("iss", "sub", "name", "email"),
                ["messages"] = new JsonArray(Message(LtiNames.ResourceLink, "Portfolio"), Message(LtiNames.DeepLinking, "A page of Portfolio")),
            },
        };
    }
}
