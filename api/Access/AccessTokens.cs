using System.Buffers.Text;
using System.Security.Cryptography;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>Opaque tokens: the programme, then 32 random bytes; the database keeps a hash of the whole.</summary>
internal static class AccessTokens
{
    public const string Prefix = "pt_";

    private sealed record Row(Guid? PersonId, Guid? PlatformId, Guid? SessionId, Guid? ConnectionId, string? Scope);

    /// <param name="signIn">The sign-in that was shown, with which the token ends.</param>
    /// <param name="idleUntil">When it ends if nothing happens; nothing for a program's.</param>
    public static async Task<string> Issue(
        Work work, Actor actor, DateTimeOffset expires, DateTimeOffset now, Guid? signIn = null, DateTimeOffset? idleUntil = null)
    {
        const string Sql = """
            delete from access_token where programme_id = @Programme and expires_at < @now;
            insert into access_token (programme_id, hash, person_id, platform_id, session_id, expires_at, issued_at, sign_in_id, idle_until, connection_id, scope)
            values (@Programme, @hash, @Person, @Platform, @Session, @expires, @now, @signIn, @idleUntil, @connection, @Scope)
            """;
        byte[] bytes = [.. actor.Programme.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(32)];
        var hash = SHA256.HashData(bytes);
        await work.Run(Sql, new { actor.Programme, hash, actor.Person, actor.Platform, actor.Session, expires, now, signIn, idleUntil, connection = actor.Permission?.Connection, actor.Permission?.Scope });
        work.SignsIn(actor);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    /// <summary>The programme that a token speaks of, or nothing where the text is no token at all.</summary>
    public static bool TryRead(string text, out Guid programme, out byte[] hash)
    {
        (programme, hash) = (Guid.Empty, []);
        Span<byte> bytes = stackalloc byte[48];
        if (text.Length != Prefix.Length + 64 || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !Base64Url.TryDecodeFromChars(text.AsSpan(Prefix.Length), bytes, out var length) || length != 48)
            return false;
        programme = new Guid(bytes[..16], bigEndian: true);
        hash = SHA256.HashData(bytes);
        return true;
    }

    /// <summary>Whose token it is; nobody's where it has ended, its person was erased, or the permission that it reaches is over.</summary>
    public static async Task<Actor?> Find(Work work, byte[] hash, DateTimeOffset now)
    {
        const string Sql = """
            select person_id, platform_id, session_id, connection_id, scope from access_token
            where programme_id = @Programme and hash = @hash and expires_at > @now and (idle_until is null or idle_until > @now)
              and (person_id is null or exists (select 1 from person_key k where k.programme_id = access_token.programme_id and k.person_id = access_token.person_id))
              and (connection_id is null or exists (select 1 from connection c join person_key k on k.programme_id = c.programme_id and k.person_id = c.person_id
                                                    where c.programme_id = access_token.programme_id and c.id = access_token.connection_id and c.ended_at is null))
            """;
        var row = await work.Row<Row>(Sql, new { work.Programme, hash, now });
        return row is null ? null : new Actor(work.Programme, row.PersonId, row.PlatformId, row.SessionId, row.ConnectionId is { } connection ? new(connection, row.Scope!) : null);
    }

    /// <summary>Whether a platform gets nothing, whatever token it has.</summary>
    public static Task<bool> IsStopped(Work work, Guid platform) => work.Any(
        "select 1 from platform where programme_id = @Programme and id = @platform and (paused_at is not null or ended_at is not null)", new { work.Programme, platform });
}
