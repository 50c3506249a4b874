using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

internal static class ConnectionStore
{
    private sealed record Row(
        Guid Id, Guid PlatformId, string Platform, Guid PairwiseId, string Kinds, DateTimeOffset ConnectedAt, DateTimeOffset? EndedAt,
        string? Receiver, string? Country, string? Agreement, string? Adapter, bool Forbidden)
    {
        public ConnectionBody ToBody() => new(Id, PlatformId, Platform, PairwiseId, Kinds.Split(','), ConnectedAt, EndedAt,
            Adapter is null ? null : new(Receiver!, Country!, Agreement!, Adapter, Forbidden));
    }

    private const string Select = """
        select c.id, c.platform_id, p.name as platform, c.pairwise_id, array_to_string(c.kinds, ',') as kinds, c.connected_at, c.ended_at,
               o.receiver, o.country, o.agreement, o.adapter, o.forbidden is not null as forbidden
        from connection c join platform p on p.programme_id = c.programme_id and p.id = c.platform_id
        left join outward_platform o on o.programme_id = c.programme_id and o.platform_id = c.platform_id
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
        if (await OutwardStore.Find(work, body.PlatformId) is { Forbidden: { } why } receiver)
            return Receivers.Refusal(receiver.Receiver, why);
        return await work.Once("connection", Insert, new
        {
            work.Programme, creation.Id, body.PlatformId, person, fresh = Guid.NewGuid(),
            kinds = (body.Kinds ?? PermittedKind.Default).Distinct().Order(StringComparer.Ordinal).ToArray(), now, creation.By, creation.Hash,
        }, creation);
    }

    public static async Task<ConnectionBody?> Find(Work work, Guid id) =>
        (await work.Row<Row>(Select + " and c.id = @id", new { work.Programme, id }))?.ToBody();

    public static async Task<IReadOnlyList<ConnectionBody>> Of(Work work, Guid person) =>
        [.. (await work.Rows<Row>(Select + " and c.person_id = @person order by c.connected_at, c.id", new { work.Programme, person }))
            .Select(row => row.ToBody())];

    /// <summary>
    /// The permission as it shall be from now on. Other kinds are another permission: the one before ends, so the feed says that all of it is to be
    /// removed, and then brings what may still be had, past ones too. It is the same trainee to the platform.
    /// </summary>
    public static async Task<Answer<ConnectionBody>> Settle(Work work, Guid platform, Guid person, IReadOnlyList<string> kinds, DateTimeOffset now)
    {
        ConnectionBody? before = null;
        if (await work.Row<Row>(Select + " and c.platform_id = @platform and c.person_id = @person and c.ended_at is null", new { work.Programme, platform, person }) is { } live)
        {
            if (live.Kinds.Split(',').ToHashSet().SetEquals(kinds))
                return live.ToBody();
            if (await End(work, live.Id, now) == 0)
                return Problems.Conflict;
            before = live.ToBody();
        }
        var body = new NewConnection(platform, kinds);
        var creation = Creation.Of("permission", null, body, person);
        if ((await Add(work, person, body, creation, now)).Refused(out var problem, out _))
            return problem;
        if (before is not null)
            await PassOn(work, before.Id, creation.Id);
        return (await Find(work, creation.Id))!;
    }

    // The platform goes on with the tokens that it has, and reaches by them what is permitted now.
    private static Task<int> PassOn(Work work, Guid before, Guid after) => work.Run("""
        update access_token set connection_id = @after where programme_id = @Programme and connection_id = @before;
        update refresh_token set connection_id = @after where programme_id = @Programme and connection_id = @before
        """, new { work.Programme, before, after });

    /// <summary>Ends it now; what ended before keeps its time.</summary>
    public static Task<int> End(Work work, Guid id, DateTimeOffset now) => work.Run("""
        update connection set ended_at = greatest(@now, connected_at) where programme_id = @Programme and id = @id and ended_at is null
        """, new { work.Programme, id, now });
}
