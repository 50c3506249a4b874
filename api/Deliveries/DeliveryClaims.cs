using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>A place that this host works on until it lets go, or until the lease ends.</summary>
internal sealed record Claim(Guid Programme, Guid Platform, Guid Person, Guid Place, Guid Lease);

/// <summary>Who works on which place: one host at a time at each, and no more at once at a platform than it bears.</summary>
internal static class DeliveryClaims
{
    /// <summary>Longer than any attempt and than what it sent can be on its way, so that whoever comes after a host that died finds what that one sent.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private sealed record Held(Guid PersonId, Guid Id, Guid Lease);

    /// <returns>Places with something due, now held; none where another host claims at this platform at this moment.</returns>
    public static async Task<IReadOnlyList<Claim>> Take(Work work, Guid platform, int most, DateTimeOffset now)
    {
        const string Room = $"""
            select least(@most, o.most_at_once - (select count(*) from outward_place h where h.programme_id = o.programme_id and h.platform_id = o.platform_id
                                                    and h.lease is not null and h.leased_until > @now))::int
            from outward_platform o join platform p on p.programme_id = o.programme_id and p.id = o.platform_id
            where o.programme_id = @Programme and o.platform_id = @platform and p.paused_at is null and (o.rests_until is null or o.rests_until <= @now) and {Receivers.Allowed}
            """;
        // What waits for a person for as long as anything is tried is looked at once more, to be parked.
        const string Hold = """
            update outward_place set lease = gen_random_uuid(), leased_until = @until
            where programme_id = @Programme and platform_id = @platform and person_id in (
                select person_id from outward_place
                where programme_id = @Programme and platform_id = @platform and due_at <= @now and (needs is null or needs_since <= @longAgo) and (lease is null or leased_until <= @now)
                order by due_at limit @room for no key update skip locked)
            returning person_id, id, lease
            """;
        // Its own statement first, so that what is counted is what the claim before this one left.
        const string Lock = "select 1 from outward_platform where programme_id = @Programme and platform_id = @platform for no key update skip locked";
        if (!await work.Any(Lock, new { work.Programme, platform })
            || await work.Row<int>(Room, new { work.Programme, platform, most, now }) is not (> 0 and var room))
            return [];
        var rows = await work.Rows<Held>(Hold, new { work.Programme, platform, room, now, until = now + Lasts, longAgo = now - Delivery.Horizon });
        return [.. rows.Select(row => new Claim(work.Programme, platform, row.PersonId, row.Id, row.Lease))];
    }

    /// <summary>Whether it is still this host's. What a host finds out after its lease went to another is not written down: the other looks for itself.</summary>
    public static Task<bool> Renew(Work work, Claim claim, DateTimeOffset now) => Changed(work.Run("""
        update outward_place set leased_until = @until where programme_id = @Programme and platform_id = @Platform and person_id = @Person and lease = @Lease
        """, new { work.Programme, claim.Platform, claim.Person, claim.Lease, until = now + Lasts }));

    /// <summary>Lets go, and says when something is next due there.</summary>
    public static Task<int> Release(Work work, Claim claim) => work.Run("""
        update outward_place p set lease = null, leased_until = null, due_at = (
            select min(d.due_at) from delivery d
            where d.programme_id = p.programme_id and d.platform_id = p.platform_id and d.person_id = p.person_id and d.state in ('due', 'sending'))
        where p.programme_id = @Programme and p.platform_id = @Platform and p.person_id = @Person and p.lease = @Lease
        """, new { work.Programme, claim.Platform, claim.Person, claim.Lease });

    private static async Task<bool> Changed(Task<int> change) => await change == 1;
}
