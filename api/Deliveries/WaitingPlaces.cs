using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>A place of somebody's own at a platform, where nothing goes on until they have done something.</summary>
internal sealed record WaitingPlace(Guid ConnectionId, string Platform, string Needs);

internal static class WaitingPlaces
{
    public static Task<List<WaitingPlace>> Of(Work work, Guid person) => work.Rows<WaitingPlace>("""
        select c.id as connection_id, p.name as platform, h.needs
        from outward_place h
        join platform p on p.programme_id = h.programme_id and p.id = h.platform_id
        join connection c on c.programme_id = h.programme_id and c.platform_id = h.platform_id and c.person_id = h.person_id and c.ended_at is null
        where h.programme_id = @Programme and h.person_id = @person and h.needs is not null
        order by p.name, c.id
        """, new { work.Programme, person });

    /// <summary>How many lines of the ledger wait until somebody looks.</summary>
    public static async Task<int> Parked(Work work) => await work.Row<int>(
        "select count(*)::int from delivery where programme_id = @Programme and state in ('parked', 'refused', 'unknown')", new { work.Programme });
}
