using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class ConnectionStore
{
    private sealed record Row(
        Guid Id, Guid PlatformId, string Platform, Guid PairwiseId, string Kinds, DateTimeOffset ConnectedAt, DateTimeOffset? EndedAt)
    {
        public ConnectionBody ToBody() => new(Id, PlatformId, Platform, PairwiseId, Kinds.Split(','), ConnectedAt, EndedAt);
    }

    private const string Select = """
        select c.id, c.platform_id, p.name as platform, c.pairwise_id, array_to_string(c.kinds, ',') as kinds, c.connected_at, c.ended_at
        from connection c join platform p on p.programme_id = c.programme_id and p.id = c.platform_id
        where c.programme_id = @Programme
        """;

    public static async Task<Answer<Made>> Add(Work work, Guid person, NewConnection body, Creation creation, DateTimeOffset now)
    {
        // Whoever connects again is the same trainee to that platform, and to no other.
        const string Insert = """
            insert into connection (programme_id, id, platform_id, person_id, pairwise_id, kinds, connected_at, made_by, made_from)
            values (@Programme, @Id, @PlatformId, @person, coalesce(
                (select pairwise_id from connection where programme_id = @Programme and platform_id = @PlatformId and person_id = @person limit 1), @fresh),
                @kinds, @now, @By, @Hash)
            """;
        if (!await PlatformStore.IsThere(work, body.PlatformId))
            return Problems.PlatformUnknown;
        return await work.Once("connection", Insert, new
        {
            work.Programme, creation.Id, body.PlatformId, person, fresh = Guid.NewGuid(),
            kinds = body.Kinds.Distinct().Order(StringComparer.Ordinal).ToArray(), now, creation.By, creation.Hash,
        }, creation);
    }

    public static async Task<ConnectionBody?> Find(Work work, Guid id) =>
        (await work.Row<Row>(Select + " and c.id = @id", new { work.Programme, id }))?.ToBody();

    public static async Task<IReadOnlyList<ConnectionBody>> Of(Work work, Guid person) =>
        [.. (await work.Rows<Row>(Select + " and c.person_id = @person order by c.connected_at, c.id", new { work.Programme, person }))
            .Select(row => row.ToBody())];

    /// <summary>Ends it now; what ended before keeps its time.</summary>
    public static Task<int> End(Work work, Guid id, DateTimeOffset now) => work.Run("""
        update connection set ended_at = greatest(@now, connected_at) where programme_id = @Programme and id = @id and ended_at is null
        """, new { work.Programme, id, now });
}
