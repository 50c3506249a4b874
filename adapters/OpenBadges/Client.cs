using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>Who we are at a host.</summary>
/// <param name="Id">The client id.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Back">The address that it was registered with; null where a person registered it.</param>
/// <param name="At">Where it was registered.</param>
internal sealed record Client(string Id, string Secret, Uri? Back = null, Uri? At = null)
{
    public static Client? Of(AdapterConnection connection) =>
        connection.Settings.TryGetValue(Names.ClientId, out var id) && connection.Settings.TryGetValue(Names.ClientSecret, out var secret) ? new(id, secret)
        : connection.Notes.TryGetValue(Names.Client, out var kept) ? JsonSerializer.Deserialize<Client>(kept) : null;

    /// <summary>The client that there is, or a new one where there is none for this address.</summary>
    public static async Task<(Client? Client, Outcome? WhyNot)> Have(Uri back, Endpoints endpoints, AdapterConnection connection, CancellationToken cancellation)
    {
        if (Of(connection) is { } known && (known.At is null || (known.At == endpoints.Registration && known.Back == back)))
            return (known, null);
        if (endpoints.Registration is not { } at)
            return (null, new Outcome.NeedsPerson("register-there"));
        using var request = new HttpRequestMessage(HttpMethod.Post, at) { Content = JsonContent.Create(Registration(back, endpoints)), Headers = { Accept = { new("application/json") } } };
        var answer = await Exchange.Send(connection.Http, request, cancellation).ConfigureAwait(false);
        if (answer.Status is not (200 or 201))
            return (null, answer.Status == 400 ? new Outcome.NeedsPerson("register-there", Said: OpenBadgesMapping.Said(answer)) : OpenBadgesMapping.Otherwise(answer));
        if (answer.Json() is not { } json || json.Text("client_id") is not { Length: > 0 } id || json.Text("client_secret") is not { Length: > 0 } secret)
            return (null, new Outcome.NeedsPerson("register-there", Said: OpenBadgesMapping.Said(answer)));
        var client = new Client(id, secret, back, at);
        await connection.KeepNote(Names.Client, JsonSerializer.Serialize(client), cancellation).ConfigureAwait(false);
        return (client, null);
    }

    /// <summary>HTTP Basic as OAuth has it: both halves are encoded before they are joined (RFC 6749, 2.3.1).</summary>
    public AuthenticationHeaderValue Basic =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(Id)}:{Uri.EscapeDataString(Secret)}")));

    private static Dictionary<string, object> Registration(Uri back, Endpoints endpoints)
    {
        var home = new Uri(back, "/").AbsoluteUri;
        return new()
        {
            ["client_name"] = "Portfolio", ["client_uri"] = home, ["logo_uri"] = home + "static/logo.svg", ["tos_uri"] = home + "privacy", ["policy_uri"] = home + "privacy",
            ["software_id"] = "portfolio", ["software_version"] = "1", ["redirect_uris"] = new[] { back.AbsoluteUri }, ["token_endpoint_auth_method"] = "client_secret_basic",
            ["grant_types"] = new[] { "authorization_code", "refresh_token" }, ["response_types"] = new[] { "code" }, ["scope"] = endpoints.Scope,
        };
    }
}
