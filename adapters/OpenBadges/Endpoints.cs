using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>Where a host registers clients, asks its users and gives out tokens: what its service description says.</summary>
/// <param name="Registration">Where clients register themselves; null where they cannot.</param>
/// <param name="Authorize">Where the trainee is sent.</param>
/// <param name="Token">Where a code becomes tokens.</param>
/// <param name="Refresh">Where a token is renewed.</param>
/// <param name="Scopes">What can be asked for.</param>
internal sealed record Endpoints(Uri? Registration, Uri Authorize, Uri Token, Uri Refresh, IReadOnlyList<string> Scopes)
{
    public string Scope => string.Join(' ', new[] { Names.Upsert, Names.Readonly }.Where(scope => Scopes.Count == 0 || scope == Names.Upsert || Scopes.Contains(scope)).Append(Names.Offline));

    public static Endpoints? Of(AdapterConnection connection) =>
        connection.Notes.TryGetValue(Names.Endpoints, out var kept) ? JsonSerializer.Deserialize<Endpoints>(kept) : null;

    public static async Task<(Endpoints? Found, Outcome? WhyNot)> Discover(AdapterConnection connection, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, connection.At("discovery")) { Headers = { Accept = { new("application/json") } } };
        var answer = await Exchange.Send(connection.Http, request, cancellation).ConfigureAwait(false);
        if (answer.Status != 200)
            return (null, OpenBadgesMapping.Otherwise(answer));
        return answer.Json() is { } json && Read(json, connection.At("discovery")) is { } found ? (found, null) : (null, new Outcome.NeedsPerson("not-a-host", Said: "200"));
    }

    /// <summary>Reads a service description, an OpenAPI document of the standard's profile.</summary>
    public static Endpoints? Read(JsonElement description, Uri host)
    {
        var scheme = description.Of("components").Of("securitySchemes").Of("OAuth2ACG");
        var flow = scheme.Of("flows").Of("authorizationCode");
        var scopes = flow.Of("scopes") is { ValueKind: JsonValueKind.Object } offered ? offered.EnumerateObject().Select(scope => scope.Name).ToList() : [];
        return Address(flow.Text("authorizationUrl"), host) is { } authorize && Address(flow.Text("tokenUrl"), host) is { } token
            ? new(Address(scheme.Text("x-imssf-registrationUrl"), host), authorize, token, Address(flow.Text("refreshUrl"), host) ?? token, scopes) : null;
    }

    // A trainee is sent there, and secrets: by https, or where the host itself stands on this computer, there.
    private static Uri? Address(string? text, Uri host) =>
        Uri.TryCreate(host, text, out var address) && text is { Length: > 0 } && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && host.IsLoopback)) ? address : null;
}
