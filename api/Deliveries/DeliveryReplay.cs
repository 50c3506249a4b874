using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>Tries again what waits for somebody, and takes the word of whoever looked.</summary>
internal static class DeliveryReplay
{
    // Of what is in doubt the worker finds out first, or sends what the platform knows by its id: nothing is sent blindly. What waits for another version goes with it.
    private const string Again = """
        update delivery d set state = 'due', reason = null, due_at = @now, since = @now, tries = 0
        where d.programme_id = @Programme and d.state in ('parked', 'refused')
        """;

    // What waits for a person waits no longer: they ask for another try.
    private const string Wake = """
        update outward_place h set needs = null, needs_since = null, told_at = null, due_at = least(coalesce(h.due_at, @now), @now)
        where h.programme_id = @Programme and (h.needs is not null or h.due_at is null or h.due_at > @now)
          and exists (select 1 from delivery d where d.programme_id = h.programme_id and d.platform_id = h.platform_id and d.person_id = h.person_id
                                                        and d.state = 'due' and d.due_at <= @now)
        """;

    // Whoever works at a place holds it before its lines.
    private const string Hold = "select 1 from outward_place h where h.programme_id = @Programme";

    private const string PlaceOfOne = " and (h.platform_id, h.person_id) = (select o.platform_id, o.person_id from delivery o where o.programme_id = @Programme and o.id = @delivery)";

    private const string PlacesOfMany = " and h.platform_id = @platform and (@person::uuid is null or h.person_id = @person)";

    private const string InOrder = " order by h.person_id for no key update";

    public static async Task<int> One(Work work, Guid delivery, DateTimeOffset now)
    {
        await work.Run(Hold + PlaceOfOne + InOrder, new { work.Programme, delivery });
        var count = await work.Run(Again + """
             and d.record_id = (select o.record_id from delivery o where o.programme_id = @Programme and o.id = @delivery)
             and (d.platform_id, d.person_id) = (select o.platform_id, o.person_id from delivery o where o.programme_id = @Programme and o.id = @delivery)
            """, new { work.Programme, delivery, now });
        await work.Run(Wake + PlaceOfOne, new { work.Programme, delivery, now });
        return count;
    }

    /// <summary>All of one platform, or of one trainee there.</summary>
    public static async Task<int> Many(Work work, Guid platform, Guid? person, Replay wanted, DateTimeOffset now)
    {
        var values = new { work.Programme, platform, person, wanted.From, wanted.Until, now };
        await work.Run(Hold + PlacesOfMany + InOrder, values);
        var count = await work.Run(Again + """
             and d.platform_id = @platform and (@person::uuid is null or d.person_id = @person)
             and exists (select 1 from record_version v where v.programme_id = d.programme_id and v.record_id = d.record_id and v.number = d.number
                           and (@From::date is null or local_date(@Programme, v.valid_from) >= @From) and (@Until::date is null or local_date(@Programme, v.valid_from) <= @Until))
            """, values);
        await work.Run(Wake + PlacesOfMany, values);
        return count;
    }

    /// <summary>Somebody looked whether it is there. What is wanted otherwise goes on from what they found.</summary>
    /// <returns>Whether anybody was asked.</returns>
    public static Task<bool> Told(Work work, DeliverySeal seal, Guid delivery, bool there, DateTimeOffset now) =>
        Found(work, delivery, there, seal.Close(work.Programme, delivery, new Receipt("seen-by-the-person")), now);

    public static async Task<bool> Found(Work work, Guid delivery, bool there, byte[] receipt, DateTimeOffset now)
    {
        const string Sql = """
            update delivery set
                doubt = false, reason = null, since = @now, tries = 0,
                receipt = case when @there then coalesce(receipt, @receipt) end, accepted_at = case when @there then coalesce(accepted_at, @now) end,
                state = case when @there = (wanted = 'there') then case when @there then 'accepted' else 'withdrawn' end else 'due' end,
                due_at = case when @there = (wanted = 'there') then null else @now end,
                withdrawn_at = case when not @there and wanted = 'gone' then @now end
            where programme_id = @Programme and id = @delivery and state in ('unknown', 'parked')
            """;
        await work.Run(Hold + PlaceOfOne + InOrder, new { work.Programme, delivery });
        if (await work.Run(Sql, new { work.Programme, delivery, there, receipt, now }) == 0)
            return false;
        await One(work, delivery, now);
        return true;
    }
}
