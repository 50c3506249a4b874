using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

internal static class PlatformStore
{
    private const string Select = """
        select id, name, array_to_string(redirect_uris, e'\n') as redirect_uris, keys, keys_url, paused_at, ended_at, waits, scope from platform where programme_id = @Programme
        """;

    /// <summary>Makes a platform with its first secret.</summary>
    public static async Task<Answer<Made>> Add(Work work, NewPlatform body, string secret, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into platform (programme_id, id, name, made_by, made_from, made_at) values (@Programme, @Id, @Name, @By, @Hash, @now)
            """;
        var answer = await work.Once("platform", Insert, new { work.Programme, creation.Id, body.Name, creation.By, creation.Hash, now }, creation);
        if (answer.Refused(out _, out var made) || !made.Now)
            return answer;
        return await PlatformSecrets.Add(work, creation.Id, secret, creation with { Id = Guid.CreateVersion7() }, now);
    }

    /// <summary>Keeps a platform that registered itself: it waits to be let in.</summary>
    public static async Task Register(Work work, string name, IReadOnlyList<string> uris, string scope, string secret, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into platform (programme_id, id, name, redirect_uris, waits, scope, made_by, made_from, made_at)
            values (@Programme, @Id, @name, @uris, true, @scope, null, @Hash, @now)
            """;
        await work.Run(Insert, new { work.Programme, creation.Id, name, uris = uris.ToArray(), scope, creation.Hash, now });
        await PlatformSecrets.Add(work, creation.Id, secret, creation with { Id = Guid.CreateVersion7() }, now);
    }

    /// <summary>How many wait to be let in.</summary>
    public static Task<long> Waiting(Work work) =>
        work.Row<long>("select count(*) from platform where programme_id = @Programme and waits and ended_at is null", new { work.Programme });

    private sealed record Listed(Guid Id, string Name, string? Receiver, string? Country, string? Agreement, string? Adapter, bool Forbidden, bool Waits);

    /// <summary>Those that can be connected, and who receives there; and, for whoever lets them in, those that wait for it.</summary>
    public static async Task<IReadOnlyList<PlatformBody>> All(Work work, bool waitingToo = false) =>
        [.. (await work.Rows<Listed>("""
            select p.id, p.name, o.receiver, o.country, o.agreement, o.adapter, o.forbidden is not null as forbidden, p.waits
            from platform p left join outward_platform o on o.programme_id = p.programme_id and o.platform_id = p.id
            where p.programme_id = @Programme and p.ended_at is null and (not p.waits or @waitingToo) order by p.name, p.id
            """, new { work.Programme, waitingToo })).Select(row => Body(work, row.Id, row.Name) with
            {
                Waits = row.Waits ? true : null,
                Receiver = row.Adapter is null ? null : new(row.Receiver!, row.Country!, row.Agreement!, row.Adapter, row.Forbidden),
            })];

    public static PlatformBody Body(Work work, Guid id, string name, string? secret = null) =>
        new(id, name, PlatformSecret.ClientId(work.Programme, id), secret);

    public static Task<Platform?> Find(Work work, Guid id) => work.Row<Platform>(Select + " and id = @id", new { work.Programme, id });

    public static Task<bool> IsThere(Work work, Guid id) =>
        work.Any("select 1 from platform where programme_id = @Programme and id = @id and ended_at is null and not waits", new { work.Programme, id });

    public static Task<int> SetRedirectUris(Work work, Guid id, IReadOnlyList<string> uris) => work.Run(
        "update platform set redirect_uris = @uris where programme_id = @Programme and id = @id", new { work.Programme, id, uris = uris.ToArray() });

    /// <summary>Public keys one way or the other, or none.</summary>
    public static Task<int> SetKeys(Work work, Guid id, string? keys, string? url) => work.Run(
        "update platform set keys = @keys, keys_url = @url where programme_id = @Programme and id = @id", new { work.Programme, id, keys, url });

    public static Task<int> Pause(Work work, Guid id, DateTimeOffset now) => work.Run(
        "update platform set paused_at = @now where programme_id = @Programme and id = @id and paused_at is null and ended_at is null", new { work.Programme, id, now });

    /// <summary>It goes on; one that registered itself is let in.</summary>
    public static Task<int> Resume(Work work, Guid id) => work.Run(
        "update platform set paused_at = null, waits = false where programme_id = @Programme and id = @id and (paused_at is not null or waits)", new { work.Programme, id });

    /// <summary>For good: its secrets, keys and permissions end with it. What it was fed stays in its feed, which nobody can ask for any more.</summary>
    public static Task<int> End(Work work, Guid id, DateTimeOffset now) => work.Run("""
        update platform set ended_at = @now, keys = null, keys_url = null, redirect_uris = '{}'
        where programme_id = @Programme and id = @id and ended_at is null;
        update platform_secret set ended_at = greatest(@now, made_at) where programme_id = @Programme and platform_id = @id and ended_at is null;
        update connection set ended_at = greatest(@now, connected_at) where programme_id = @Programme and platform_id = @id and ended_at is null;
        delete from access_token where programme_id = @Programme and platform_id = @id;
        delete from refresh_token where programme_id = @Programme and platform_id = @id
        """, new { work.Programme, id, now });
}
