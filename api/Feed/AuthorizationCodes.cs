using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>A permission that holds, and what of it was asked for.</summary>
internal sealed record Permitted(ConnectionBody? Connection, string Scope);

/// <summary>What a trainee permitted, on its way to the platform: a code for one use, within a minute, by that platform alone.</summary>
internal static class AuthorizationCodes
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    // So that a second use is known for what it is.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private sealed record Row(
        Guid PlatformId, Guid PersonId, string Kinds, string RedirectUri, string Challenge, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, Guid? ConnectionId, string Scope);

    public static async Task<string> Make(Work work, AuthorizationRequest request, Guid person, IReadOnlyList<string> kinds, DateTimeOffset now)
    {
        const string Sql = """
            delete from authorization_code where programme_id = @Programme and expires_at < @forgotten;
            insert into authorization_code (programme_id, hash, platform_id, person_id, kinds, redirect_uri, challenge, expires_at, scope)
            values (@Programme, @hash, @Platform, @person, @kinds, @RedirectUri, @Challenge, @until, @Scope)
            """;
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await work.Run(Sql, new
        {
            work.Programme, hash = Hash(code), request.Platform, person, kinds = kinds.ToArray(), request.RedirectUri, request.Challenge, request.Scope, until = now + Lasts, forgotten = now - Remembered,
        });
        return code;
    }

    /// <summary>Turns a code into the permission it stands for. Whatever comes of it is kept: a code that was shown is used.</summary>
    /// <returns>The permission, or the code of what is wrong.</returns>
    public static async Task<(Permitted? Permitted, string? Fault)> Use(
        Work work, Guid platform, string code, string? redirectUri, string? verifier, DateTimeOffset now)
    {
        // The lock keeps two uses apart: the second finds that there was a first.
        const string Lock = """
            select platform_id, person_id, array_to_string(kinds, ',') as kinds, redirect_uri, challenge, expires_at, used_at, connection_id, scope
            from authorization_code where programme_id = @Programme and hash = @hash for update
            """;
        const string Used = "update authorization_code set used_at = @now where programme_id = @Programme and hash = @hash";
        const string Became = "update authorization_code set connection_id = @Id where programme_id = @Programme and hash = @hash";
        var hash = Hash(code);
        if (await work.Row<Row>(Lock, new { work.Programme, hash }) is not { } row || row.PlatformId != platform)
            return (null, "code-unknown");
        if (row.UsedAt is not null)
        {
            // Two have had it, and one of them should not: what came of the first use ends (RFC 6749, section 4.1.2).
            if (row.ConnectionId is { } connection)
                await ConnectionStore.End(work, connection, now);
            return (null, "code-replayed");
        }
        await work.Run(Used, new { work.Programme, hash, now });
        if (WhyNot(row, redirectUri, verifier, now) is { } fault)
            return (null, fault);
        if ((await ConnectionStore.Settle(work, platform, row.PersonId, row.Kinds.Split(','), now)).Refused(out _, out var made))
            return (null, "code-overtaken");
        await work.Run(Became, new { work.Programme, hash, made.Id });
        return (new(made, row.Scope), null);
    }

    private static string? WhyNot(Row row, string? redirectUri, string? verifier, DateTimeOffset now) =>
        now >= row.ExpiresAt ? "code-expired"
        : redirectUri != row.RedirectUri ? "code-redirect"
        : verifier is not { Length: >= 43 and <= 128 } || !Challenge(verifier).Equals(row.Challenge, StringComparison.Ordinal) ? "code-verifier"
        : null;

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)));

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
