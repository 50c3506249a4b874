using Portfolio.Api.Database;

namespace Portfolio.Api.Feed;

/// <summary>Brings a platform's feed up to the programme's log, on demand. The feed's own row lock keeps two fillers apart.</summary>
internal static class FeedFill
{
    /// <summary>Where the feed ends, and whether there may be more to bring.</summary>
    private sealed record Head(long Position, bool Behind);

    // An ended permission, or a trainee who was erased: nothing of theirs may be fed any more.
    private const string Gone = """
        (c.ended_at is not null or not exists (select 1 from person_key k where k.programme_id = c.programme_id and k.person_id = c.person_id))
        """;

    /// <summary>Fills the feed where it is behind, writing nothing where it is not.</summary>
    /// <returns>The feed's last position.</returns>
    public static async Task<long> UpToNow(Work work, Guid platform)
    {
        const string Look = $"""
            select f.position,
                   l.position > f.log_position
                   or exists (select 1 from connection c where c.programme_id = @Programme and c.platform_id = @platform and c.feed = 'waiting')
                   or exists (select 1 from connection c where c.programme_id = @Programme and c.platform_id = @platform and c.feed = 'fed'
                                and {Gone}) as behind
            from feed_head f join log_head l on l.programme_id = f.programme_id
            where f.programme_id = @Programme and f.platform_id = @platform
            """;
        // A platform's feed begins when it is first asked for.
        const string Begin = "insert into feed_head (programme_id, platform_id) values (@Programme, @platform) on conflict do nothing";
        var values = new { work.Programme, platform };
        if (await work.Row<Head>(Look, values) is { } head)
            return head.Behind ? await Fill(work, platform) : head.Position;
        await work.Run(Begin, values);
        return await Fill(work, platform);
    }

    private static async Task<long> Fill(Work work, Guid platform)
    {
        // On its own: the next statement must see what the filler before this one committed.
        const string Lock = "select position from feed_head where programme_id = @Programme and platform_id = @platform for update";
        // One statement, so that heads, permissions and log are read at one moment. The log's own lock commits positions in order,
        // so whatever is later than what is read here has a higher position there.
        const string Bring = $"""
            with head as (
                select f.position, f.log_position as reached, l.position as log_position
                from feed_head f join log_head l on l.programme_id = f.programme_id
                where f.programme_id = @Programme and f.platform_id = @platform
            ), permission as (
                select c.id, c.person_id, c.kinds, c.feed, {Gone} as gone
                from connection c where c.programme_id = @Programme and c.platform_id = @platform and c.feed <> 'over'
            ), news as (
                select 0::bigint as log_position, p.id as connection_id, 'removed' as change, null::uuid as record_id, null::integer as number
                from permission p where p.feed = 'fed' and p.gone
                union all
                select e.position, p.id, substr(e.kind, 8), e.subject_id, e.number
                from head
                join log_entry e on e.programme_id = @Programme and e.position > head.reached
                join record r on r.programme_id = @Programme and r.id = e.subject_id
                join permission p on p.person_id = r.person_id and r.kind = any(p.kinds) and p.feed = 'fed' and not p.gone
                where e.kind in ('record-issued', 'record-superseded', 'record-withdrawn')
                union all
                select e.position, p.id, 'issued', e.subject_id, e.number
                from permission p
                join record r on r.programme_id = @Programme and r.person_id = p.person_id and r.kind = any(p.kinds)
                join log_entry e on e.programme_id = @Programme and e.subject_id = r.id and e.kind = 'record-issued'
                where p.feed = 'waiting' and not p.gone
                  and not exists (select 1 from record_end o where o.programme_id = @Programme and o.record_id = r.id and o.number = e.number)
            ), brought as (
                insert into feed_entry (programme_id, platform_id, position, change, connection_id, record_id, number)
                select @Programme, @platform, head.position + row_number() over (order by n.log_position, n.connection_id),
                       n.change, n.connection_id, n.record_id, n.number
                from head, news n
                returning position
            ), settled as (
                update connection c set feed = case when p.gone then 'over' else 'fed' end
                from permission p where c.programme_id = @Programme and c.id = p.id and (p.feed = 'waiting' or p.gone)
            )
            update feed_head f set position = f.position + (select count(*) from brought), log_position = head.log_position
            from head where f.programme_id = @Programme and f.platform_id = @platform
            returning f.position
            """;
        var values = new { work.Programme, platform };
        await work.Run(Lock, values);
        return await work.Row<long>(Bring, values);
    }
}
