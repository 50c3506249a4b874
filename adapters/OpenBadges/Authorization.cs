using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>OAuth 2.0 as the standard has it: authorization code with PKCE, and refresh tokens.</summary>
internal static class Authorization
{
    public static async Task<(Uri? To, Outcome? WhyNot)> Begin(Uri back, string state, AdapterConnection connection, CancellationToken cancellation)
    {
        var (endpoints, unknown) = await Endpoints.Discover(connection, cancellation).ConfigureAwait(false);
        if (endpoints is null)
            return (null, unknown);
        var (client, refused) = await Client.Have(back, endpoints, connection, cancellation).ConfigureAwait(false);
        if (client is null)
            return (null, refused);
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await connection.KeepNote(Names.Endpoints, JsonSerializer.Serialize(endpoints), cancellation).ConfigureAwait(false);
        await connection.KeepNote(Names.Verifier, verifier, cancellation).ConfigureAwait(false);
        var query = string.Join('&', new[]
        {
            ("response_type", "code"), ("client_id", client.Id), ("redirect_uri", back.AbsoluteUri), ("scope", endpoints.Scope), ("state", state),
            ("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), ("code_challenge_method", "S256"),
        }.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"));
        return (new UriBuilder(endpoints.Authorize) { Query = endpoints.Authorize.Query is { Length: > 1 } own ? $"{own}&{query}" : query }.Uri, null);
    }

    public static async Task<Outcome?> Complete(Uri back, string code, AdapterConnection connection, CancellationToken cancellation)
    {
        if (Endpoints.Of(connection) is not { } endpoints || Client.Of(connection) is not { } client || !connection.Notes.TryGetValue(Names.Verifier, out var verifier))
            return new Outcome.NeedsPerson("sign-in-again");
        // A code is good once, and so is what proves that it is ours.
        await connection.KeepNote(Names.Verifier, null, cancellation).ConfigureAwait(false);
        var answer = await Ask(endpoints.Token, client, connection, cancellation,
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back.AbsoluteUri), ("scope", endpoints.Scope), ("code_verifier", verifier)).ConfigureAwait(false);
        if (Tokens.Read(answer, null, connection.Clock) is not { } tokens)
            return await WhyNot(answer, connection, cancellation).ConfigureAwait(false);
        await tokens.Keep(connection, cancellation).ConfigureAwait(false);
        return tokens.Allows(Names.Upsert) ? null : new Outcome.NeedsPerson("may-not-write");
    }

    /// <summary>Fresh tokens, kept; or why there are none. Nothing of a record was sent by it, so nothing of one is in doubt.</summary>
    public static async Task<(Tokens? Fresh, Outcome? WhyNot)> Renew(Tokens tokens, AdapterConnection connection, CancellationToken cancellation)
    {
        if (tokens.Refresh is not { } refresh || Endpoints.Of(connection) is not { } endpoints || Client.Of(connection) is not { } client)
            return (null, new Outcome.NeedsPerson("sign-in-again", Said: "401"));
        var answer = await Ask(endpoints.Refresh, client, connection, cancellation, ("grant_type", "refresh_token"), ("refresh_token", refresh), ("scope", tokens.Scope ?? endpoints.Scope)).ConfigureAwait(false);
        if (Tokens.Read(answer, tokens, connection.Clock) is not { } fresh)
            return (null, await WhyNot(answer, connection, cancellation).ConfigureAwait(false));
        await fresh.Keep(connection, cancellation).ConfigureAwait(false);
        return (fresh, null);
    }

    private static async Task<Outcome> WhyNot(HttpAnswer answer, AdapterConnection connection, CancellationToken cancellation)
    {
        // A client that the host forgot is registered anew when the trainee signs in again.
        if (answer.Status == 401 && connection.Notes.ContainsKey(Names.Client))
            await connection.KeepNote(Names.Client, null, cancellation).ConfigureAwait(false);
        return answer.Status is 400 or 401 ? new Outcome.NeedsPerson("sign-in-again", Said: OpenBadgesMapping.Said(answer))
            : OpenBadgesMapping.Otherwise(answer) is Outcome.NoAnswer none ? new Outcome.TryLater("not-signed-in", none.After, none.Said) : OpenBadgesMapping.Otherwise(answer);
    }

    private static Task<HttpAnswer> Ask(Uri at, Client client, AdapterConnection connection, CancellationToken cancellation, params (string Name, string Value)[] form) =>
        Exchange.Send(connection.Http, new HttpRequestMessage(HttpMethod.Post, at)
        {
            Headers = { Authorization = client.Basic, Accept = { new("application/json") } },
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        }, cancellation);
}
