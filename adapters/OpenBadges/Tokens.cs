using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>What the trainee's permission is kept as.</summary>
/// <param name="Access">Goes with every request.</param>
/// <param name="Refresh">Brings the next one; null where the host gives none.</param>
/// <param name="Ends">When the first ends by our clock; null where the host does not say.</param>
/// <param name="Scope">What it was given for; null where the host does not say.</param>
internal sealed record Tokens(string Access, string? Refresh, DateTimeOffset? Ends, string? Scope)
{
    public static Tokens? Of(AdapterConnection connection) =>
        connection.Notes.TryGetValue(Names.Tokens, out var kept) ? JsonSerializer.Deserialize<Tokens>(kept) : null;

    /// <summary>What a token endpoint answered; null where it is no such answer.</summary>
    public static Tokens? Read(HttpAnswer answer, Tokens? before, TimeProvider clock)
    {
        if (answer is not { Status: 200 } || answer.Json() is not { } json || json.Text("access_token") is not { Length: > 0 and <= 8000 } access
            || json.Text("token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return null;
        var seconds = json.Of("expires_in") is { ValueKind: JsonValueKind.Number } ends && ends.TryGetDouble(out var given) && given is > 0 and < 1e9 ? given : (double?)null;
        return new(access, json.Text("refresh_token") ?? before?.Refresh, seconds is { } s ? clock.GetUtcNow().AddSeconds(s) : null, json.Text("scope") ?? before?.Scope);
    }

    /// <summary>Whether it was given for this; some hosts answer with a scope's last part alone.</summary>
    public bool Allows(string scope) => Scope is null || Scope.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(given => given == scope || scope.EndsWith('/' + given, StringComparison.Ordinal));

    public bool Ended(TimeProvider clock) => Ends is { } ends && ends <= clock.GetUtcNow();

    /// <summary>Durable before it is used: a host that gives each refresh token once knows the old one no more.</summary>
    public Task Keep(AdapterConnection connection, CancellationToken cancellation) => connection.KeepNote(Names.Tokens, JsonSerializer.Serialize(this), cancellation);
}
