using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>Brings a platform's ledger up to the programme's log and to what trainees permit today.</summary>
internal static class DeliveryFill
{
    private sealed record Head(long LogPosition, long UpTo);

    // A permission that holds, of a trainee who was not erased.
    private const string Live = """
        c.programme_id = @Programme and c.platform_id = @platform and c.ended_at is null
        and exists (select 1 from person_key k where k.programme_id = c.programme_id and k.person_id = c.person_id)
        """;

    // What was settled, and is now wanted otherwise, is due again; what may still be on its way is given its time. What is out with a platform stays so, and what only a person can tell stays asked.
    private const string Unwant = """
        set wanted = 'gone', tries = 0, since = @now, withdrawn_at = null,
            state = case when d.state in ('sending', 'unknown') then d.state else 'due' end, due_at = case when d.state = 'unknown' then null when d.doubt then greatest(d.due_at, @now) else @now end,
            reason = case when d.state = 'unknown' then d.reason end
        """;

    /// <summary>Whether there may be anything to bring: asked without a lock, and often.</summary>
    public static Task<bool> IsBehind(Work work, Guid platform) => work.Any($"""
        select 1 from outward_platform o join log_head l on l.programme_id = o.programme_id
        where o.programme_id = @Programme and o.platform_id = @platform
          and (l.position > o.log_position
               or exists (select 1 from connection c where {Live} and not exists (
                   select 1 from outward_place p where p.programme_id = @Programme and p.platform_id = @platform and p.brought_for = c.id))
               or exists (select 1 from outward_place p where p.programme_id = @Programme and p.platform_id = @platform and p.brought_for is not null
                            and not exists (select 1 from connection c where c.id = p.brought_for and {Live})))
        """, new { work.Programme, platform });

    /// <param name="carried">The kinds that its adapter carries.</param>
    /// <returns>Whether it was done; not where another host is at it.</returns>
    public static async Task<bool> UpToNow(Work work, Guid platform, IReadOnlyList<string> carried, DateTimeOffset now)
    {
        // The log's own lock commits positions in order, so whatever is up to this one can be seen.
        const string Lock = """
            select o.log_position, (select position from log_head where programme_id = @Programme) as up_to
            from outward_platform o where o.programme_id = @Programme and o.platform_id = @platform for no key update of o skip locked
            """;
        if (await work.Row<Head>(Lock, new { work.Programme, platform }) is not { } head)
            return false;
        var values = new { work.Programme, platform, carried = carried.ToArray(), head.LogPosition, head.UpTo, now };
        await work.Run(Places, values);
        await work.Run(Hold, values);
        var touched = await work.Rows<Guid>(Ended, values);
        touched.AddRange(await work.Rows<Guid>(Otherwise, values));
        touched.AddRange(await work.Rows<Guid>(Past, values));
        touched.AddRange(await work.Rows<Guid>(News, values));
        touched.AddRange(await work.Rows<Guid>(Over, values));
        await work.Run(Done, new { work.Programme, platform, head.UpTo, now, people = touched.Distinct().ToArray() });
        return true;
    }

    private const string Places = $"""
        insert into outward_place (programme_id, platform_id, person_id, id)
        select c.programme_id, c.platform_id, c.person_id, gen_random_uuid() from connection c where {Live}
        on conflict (programme_id, platform_id, person_id) do nothing
        """;

    // Whoever works at a place holds it before its lines, so this does too.
    private const string Hold = $"""
        select 1 from outward_place p
        where p.programme_id = @Programme and p.platform_id = @platform
          and (p.brought_for is distinct from (select c.id from connection c where c.person_id = p.person_id and {Live})
               or p.person_id in (select r.person_id from log_entry e join record r on r.programme_id = e.programme_id and r.id = e.subject_id
                                  where e.programme_id = @Programme and e.position > @LogPosition and e.position <= @UpTo))
        order by p.person_id for no key update
        """;

    // Nothing holds there any more, by the trainee's word or by erasure: all of it goes.
    private const string Ended = $"""
        with ended as (
            update outward_place p set brought_for = null, needs = null, needs_since = null, told_at = null
            where p.programme_id = @Programme and p.platform_id = @platform and p.brought_for is not null
              and not exists (select 1 from connection c where c.person_id = p.person_id and {Live})
            returning p.person_id
        )
        update delivery d {Unwant}
        from ended e where d.programme_id = @Programme and d.platform_id = @platform and d.person_id = e.person_id and d.wanted = 'there'
        returning d.person_id
        """;

    // Another permission than the one whose past was brought: kinds that it does not have go.
    private const string Otherwise = $"""
        update delivery d {Unwant}
        from outward_place p, connection c, record r
        where d.programme_id = @Programme and d.platform_id = @platform and d.wanted = 'there'
          and p.programme_id = @Programme and p.platform_id = @platform and p.person_id = d.person_id
          and {Live} and c.person_id = p.person_id and p.brought_for is distinct from c.id
          and r.programme_id = @Programme and r.id = d.record_id and r.kind <> all(c.kinds)
        returning d.person_id
        """;

    private const string Bring = """
        insert into delivery (programme_id, id, platform_id, person_id, record_id, number, log_position, since, due_at)
        select @Programme, gen_random_uuid(), @platform, r.person_id, r.id, e.number, e.position, @now, @now
        """;

    // A place that had it before, and had to let it go, gets it again.
    private const string Again = """
        on conflict on constraint delivery_once do update
        set wanted = 'there', tries = 0, since = @now, withdrawn_at = null, reason = case when delivery.state = 'unknown' then delivery.reason end,
            state = case when delivery.state in ('sending', 'unknown') then delivery.state when delivery.receipt is not null and not delivery.doubt then 'accepted' else 'due' end,
            due_at = case when delivery.state = 'unknown' or (delivery.state <> 'sending' and delivery.receipt is not null and not delivery.doubt) then null
                          when delivery.doubt then greatest(delivery.due_at, @now) else @now end
        where delivery.wanted = 'gone'
        returning person_id
        """;

    private const string Past = $"""
        with fresh as (
            select c.id, c.person_id, c.kinds from connection c join outward_place p on p.programme_id = c.programme_id and p.platform_id = c.platform_id and p.person_id = c.person_id
            where {Live} and p.brought_for is distinct from c.id
        ), brought as (
            update outward_place p set brought_for = f.id from fresh f where p.programme_id = @Programme and p.platform_id = @platform and p.person_id = f.person_id
        )
        {Bring}
        from fresh f
        join record r on r.programme_id = @Programme and r.person_id = f.person_id and r.kind = any(f.kinds) and r.kind = any(@carried)
        join log_entry e on e.programme_id = @Programme and e.subject_id = r.id and e.kind = 'record-issued' and e.position <= @UpTo
        where not exists (select 1 from record_end o where o.programme_id = @Programme and o.record_id = r.id and o.number = e.number)
        {Again}
        """;

    private const string News = $"""
        {Bring}
        from log_entry e
        join record r on r.programme_id = @Programme and r.id = e.subject_id and r.kind = any(@carried)
        join outward_place p on p.programme_id = @Programme and p.platform_id = @platform and p.person_id = r.person_id
        join connection c on c.programme_id = @Programme and c.id = p.brought_for and r.kind = any(c.kinds)
        where e.programme_id = @Programme and e.position > @LogPosition and e.position <= @UpTo and e.kind = 'record-issued'
        on conflict on constraint delivery_once do nothing
        returning person_id
        """;

    private const string Over = $"""
        update delivery d {Unwant}
        from log_entry e
        where e.programme_id = @Programme and e.position > @LogPosition and e.position <= @UpTo and e.kind in ('record-superseded', 'record-withdrawn')
          and d.programme_id = @Programme and d.platform_id = @platform and d.record_id = e.subject_id and d.number = e.number and d.wanted = 'there'
        returning d.person_id
        """;

    private const string Done = """
        update outward_platform set log_position = @UpTo where programme_id = @Programme and platform_id = @platform;
        update outward_place set due_at = least(coalesce(due_at, @now), @now) where programme_id = @Programme and platform_id = @platform and person_id = any(@people)
        """;
}
