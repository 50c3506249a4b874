using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>How a host registers clients and gives out tokens: codes once, access tokens for an hour, a new refresh token with every renewal.</summary>
internal sealed class HostTokens(OpenBadgesHost host)
{
    private const string Scope = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";
    private readonly ConcurrentDictionary<string, (string Secret, string Back)> clients = new();
    private readonly ConcurrentDictionary<string, (string Client, string Back, string Challenge, string Scope)> codes = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Ends, string Scope)> access = new();
    private readonly ConcurrentDictionary<string, string> refresh = new();
    private readonly ConcurrentBag<string> given = [];

    public IReadOnlyList<string> Scopes => host.Readable ? [Scope + "credential.upsert", Scope + "credential.readonly", Scope + "profile.readonly"] : [Scope + "credential.upsert"];

    public IEnumerable<string> Secrets => [.. given];

    public int Refreshes { get; private set; }

    public int Registrations => clients.Count;

    /// <summary>Whether a renewal is refused, as after the user took the permission back.</summary>
    public bool Revoked { get; set; }

    /// <summary>What the user lets the client do, of what it asks for.</summary>
    public Func<string, bool> Grants { get; set; } = _ => true;

    /// <summary>All access tokens end now.</summary>
    public void EndAll() => access.Clear();

    /// <summary>A client that somebody registered by hand.</summary>
    public void Register(string id, string secret, string back) => clients[id] = (secret, back);

    public void Forget() => clients.Clear();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register", (JsonObject sent) => Register(sent));
        routes.MapGet("/authorize", (HttpContext http) => Authorize(http.Request.Query));
        routes.MapPost("/token", (Delegate)Token);
    }

    public IResult? WhyNot(HttpContext http, string scope) => http.Request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", var token] || !access.TryGetValue(token, out var may) || may.Ends <= host.Clock.GetUtcNow()
        ? OpenBadgesHost.Error(401, "unauthorisedrequest")
        : may.Scope.Split(' ').Contains(Scope + scope) ? null : OpenBadgesHost.Error(403, "forbidden");

    private IResult Register(JsonObject sent)
    {
        string[] needed = ["client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri", "software_id", "software_version", "redirect_uris", "token_endpoint_auth_method", "grant_types", "response_types", "scope"];
        if (needed.Any(name => sent[name] is null) || sent["token_endpoint_auth_method"]!.GetValue<string>() != "client_secret_basic")
            return Results.BadRequest(new { error = "invalid_client_metadata" });
        var (id, secret) = ($"client {clients.Count}", New("secret:"));
        Register(id, secret, sent["redirect_uris"]![0]!.GetValue<string>());
        sent["client_id"] = id;
        sent["client_secret"] = secret;
        sent["client_secret_expires_at"] = 0;
        return Results.Text(sent.ToJsonString(), "application/json", Encoding.UTF8, 201);
    }

    private IResult Authorize(IQueryCollection asked)
    {
        string Of(string name) => asked[name].ToString();
        if (Of("locale") != "en" || Of("response_type") != "code" || Of("code_challenge_method") != "S256" || Of("code_challenge").Length != 43
            || !clients.TryGetValue(Of("client_id"), out var client) || client.Back != Of("redirect_uri") || !Of("scope").Split(' ').All(scope => scope == "offline_access" || Scopes.Contains(scope)))
            return Results.BadRequest();
        var code = New("code-");
        codes[code] = (Of("client_id"), Of("redirect_uri"), Of("code_challenge"), string.Join(' ', Of("scope").Split(' ').Where(Grants)));
        return Results.Redirect(QueryHelpers.AddQueryString(Of("redirect_uri"), new Dictionary<string, string?> { ["code"] = code, ["state"] = Of("state") }));
    }

    private async Task<IResult> Token(HttpContext http)
    {
        if (host.TokensFail)
            return Results.StatusCode(502);
        var form = await http.Request.ReadFormAsync();
        string Of(string name) => form[name].ToString();
        if (ClientOf(http) is not { } client)
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (Of("grant_type") == "authorization_code")
            return codes.TryRemove(Of("code"), out var code) && code.Client == client && code.Back == Of("redirect_uri")
                && code.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Of("code_verifier")))) ? Give(code.Scope) : Results.BadRequest(new { error = "invalid_grant" });
        Refreshes++;
        return Of("grant_type") == "refresh_token" && !Revoked && refresh.TryRemove(Of("refresh_token"), out var scope) ? Give(scope) : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string? ClientOf(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString().Split(' ') is not ["Basic", var both])
            return null;
        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(both)).Split(':').Select(Uri.UnescapeDataString).ToList();
        return parts is [var id, var secret] && clients.TryGetValue(id, out var client) && client.Secret == secret ? id : null;
    }

    private IResult Give(string scope)
    {
        var (token, next) = (New("access-"), New("refresh-"));
        access[token] = (host.Clock.GetUtcNow().AddHours(1), scope);
        refresh[next] = scope;
        return Results.Json(new { access_token = token, token_type = "bearer", expires_in = 3600, refresh_token = next, scope });
    }

    private string New(string kind)
    {
        var made = kind + Guid.NewGuid().ToString("N");
        given.Add(made);
        return made;
    }
}
