using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Database;

namespace Portfolio.Api.Feed;

/// <summary>A platform's request that a trainee permit it something (RFC 6749, section 4.1.1, with RFC 7636).</summary>
/// <param name="Name">The platform's name.</param>
/// <param name="RedirectUri">Where the trainee is sent back to: one of the platform's own.</param>
/// <param name="State">What goes back with them, as it came.</param>
/// <param name="Scope">What it asks for.</param>
/// <param name="Challenge">The hash of what the platform will show with the code.</param>
internal sealed partial record AuthorizationRequest(Guid Programme, Guid Platform, string Name, string RedirectUri, string? State, string Scope, string Challenge)
{
    /// <summary>What is wrong where the platform registered itself and nobody has let it in.</summary>
    public const string Waiting = "waiting";

    private const int LongestState = 1000;
    private static readonly string[] Known = ["response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method"];

    /// <summary>
    /// Nobody is sent to an address that is not the platform's: what is wrong with the platform or the address is told here. Anything else is told to
    /// the platform, at its address.
    /// </summary>
    /// <returns>The request; or the field that is wrong, and why; or where to send the trainee back to.</returns>
    public static async Task<(AuthorizationRequest? Request, string? Wrong, string? Back)> Read(
        PortfolioDatabase database, AuthorizationAddresses addresses, IQueryCollection query, CancellationToken cancellation)
    {
        if (query["client_id"] is not [{ } client] || !PlatformSecret.TryReadClientId(client, out var programme, out var id)
            || await Find(database, programme, id, cancellation) is not { } platform || platform is { IsLive: false, Waits: false })
            return (null, "client_id", null);
        if (query["redirect_uri"] is not [{ } uri] || !platform.Redirects.Contains(uri, StringComparer.Ordinal))
            return (null, "redirect_uri", null);
        if (platform.Waits)
            return (null, Waiting, null);
        var state = query["state"] is [{ Length: <= LongestState } one] ? one : null;
        var request = new AuthorizationRequest(programme, id, platform.Name, uri, state, Scopes.Granted(query["scope"].ToString()) ?? "", query["code_challenge"].ToString());
        return WhyNot(query, platform) is { } error ? (null, null, request.Back(addresses, ("error", error))) : (request, null, null);
    }

    /// <summary>The platform's address with an answer for it.</summary>
    public string Back(AuthorizationAddresses addresses, params IEnumerable<(string Name, string Value)> answer)
    {
        var all = answer.Append(("iss", addresses.Issuer));
        return QueryHelpers.AddQueryString(RedirectUri, (State is null ? all : all.Append(("state", State))).Select(field => KeyValuePair.Create(field.Item1, (string?)field.Item2)));
    }

    /// <summary>The page on which the trainee decides.</summary>
    public string Page(string? scope) => QueryHelpers.AddQueryString($"/programmes/{Programme:D}/connect", new Dictionary<string, string?>
    {
        ["response_type"] = "code", ["client_id"] = PlatformSecret.ClientId(Programme, Platform), ["redirect_uri"] = RedirectUri, ["scope"] = scope,
        ["state"] = State, ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
    });

    private static string? WhyNot(IQueryCollection query, Platform platform) =>
        Known.Any(name => query[name].Count > 1) || query["state"].ToString().Length > LongestState ? "invalid_request"
        : query["response_type"] != "code" ? "unsupported_response_type"
        : Scopes.Granted(query["scope"].ToString()) is not { } scope || !Scopes.IsWithin(scope, platform.Scope ?? scope) ? "invalid_scope"
        // Without a method a challenge would be the verifier itself (RFC 7636, section 4.3), for everybody on the way to read.
        : query["code_challenge_method"] != "S256" || !Challenges().IsMatch(query["code_challenge"].ToString()) ? "invalid_request"
        : null;

    private static async Task<Platform?> Find(PortfolioDatabase database, Guid programme, Guid platform, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return await PlatformStore.Find(work, platform);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Challenges();
}
