using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>A platform's secrets: two may hold at once, so that one can follow the other without a gap.</summary>
internal static class PlatformSecrets
{
    private sealed record Row(Guid Id, DateTimeOffset MadeAt, DateTimeOffset? EndedAt);

    public static Task<Answer<Made>> Add(Work work, Guid platform, string secret, Creation creation, DateTimeOffset now)
    {
        // With both slots taken it runs into the index that keeps them apart, which a repeated request does not reach.
        const string Insert = """
            insert into platform_secret (programme_id, id, platform_id, slot, hash, made_by, made_from, made_at)
            select @Programme, @Id, @platform,
                   coalesce((select min(s) from unnest('{1,2}'::smallint[]) s where not exists (
                       select 1 from platform_secret where programme_id = @Programme and platform_id = @platform and slot = s and ended_at is null)), 1),
                   @secretHash, @By, @Hash, @now
            """;
        return work.Once("platform_secret", Insert,
            new { work.Programme, creation.Id, platform, secretHash = PlatformSecret.Hash(secret), creation.By, creation.Hash, now }, creation);
    }

    public static async Task<IReadOnlyList<PlatformSecretBody>> Of(Work work, Guid platform) =>
        [.. (await work.Rows<Row>("""
            select id, made_at, ended_at from platform_secret where programme_id = @Programme and platform_id = @platform order by made_at, id
            """, new { work.Programme, platform })).Select(row => new PlatformSecretBody(row.Id, row.MadeAt, row.EndedAt))];

    public static Task<List<byte[]>> Live(Work work, Guid platform) => work.Rows<byte[]>(
        "select hash from platform_secret where programme_id = @Programme and platform_id = @platform and ended_at is null", new { work.Programme, platform });

    /// <summary>Ends it now; what ended before keeps its time.</summary>
    public static Task<int> End(Work work, Guid platform, Guid id, DateTimeOffset now) => work.Run("""
        update platform_secret set ended_at = greatest(@now, made_at)
        where programme_id = @Programme and platform_id = @platform and id = @id and ended_at is null
        """, new { work.Programme, platform, id, now });
}
