using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;

namespace Portfolio.Api.Feed;

/// <summary>
/// What a platform shows for its next token while the trainee is away. It stays the same, because only its own platform, which proves itself, can use it, and whoever loses
/// an answer would else have lost the permission with it. It ends with the permission, or when nobody has used it for half a year.
/// </summary>
internal static class RefreshTokens
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private sealed record Row(Guid ConnectionId, string Scope);

    public static async Task<string> Make(Work work, Guid platform, Guid connection, string scope, DateTimeOffset now)
    {
        const string Sql = """
            delete from refresh_token where programme_id = @Programme and expires_at < @now;
            insert into refresh_token (programme_id, hash, platform_id, connection_id, scope, expires_at) values (@Programme, @hash, @platform, @connection, @scope, @until)
            """;
        var token = "pr_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await work.Run(Sql, new { work.Programme, hash = Hash(token), platform, connection, scope, now, until = now + Lasts });
        return token;
    }

    /// <returns>The permission that it stands for, or the code of what is wrong.</returns>
    public static async Task<(Permitted? Permitted, string? Fault)> Use(Work work, Guid platform, string token, DateTimeOffset now)
    {
        const string Live = """
            update refresh_token r set expires_at = @until from connection c
            where r.programme_id = @Programme and r.hash = @hash and r.platform_id = @platform and r.expires_at > @now
              and c.programme_id = r.programme_id and c.id = r.connection_id and c.ended_at is null
              and exists (select 1 from person_key k where k.programme_id = c.programme_id and k.person_id = c.person_id)
            returning r.connection_id, r.scope
            """;
        if (await work.Row<Row>(Live, new { work.Programme, hash = Hash(token), platform, now, until = now + Lasts }) is not { } row)
            return (null, "refresh-token-over");
        return (new((await ConnectionStore.Find(work, row.ConnectionId))!, row.Scope), null);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
