using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

internal sealed record PlacedRow(Guid PersonId, Guid SiteId, string Site, string? Grade);

internal sealed record InGroupRow(Guid PersonId, Guid GroupId, string Name);

internal sealed record UnsignedRow(Guid SessionId, Guid GroupId, string Name, DateOnly HeldOn, Guid? LeaderId);

internal sealed record GroupCountRow(Guid Id, string Name, string Site, int Members, int Held, int Cancelled, int Waiting, int Ahead, int AheadUncovered);

internal sealed record MandateRow(Guid GroupId, Guid PersonId, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>Who and what a tutor looks after. No sites means every site.</summary>
internal static class CohortStore
{
    /// <summary>Trainees in a placement that day, who work at one of the sites or belong to a group there.</summary>
    public static Task<List<PlacedRow>> Trainees(Work work, DateOnly day, IReadOnlySet<Guid>? sites) => work.Rows<PlacedRow>("""
        select p.person_id, p.site_id, s.name as site, p.grade
        from placement p join site s on s.programme_id = p.programme_id and s.id = p.site_id
        where p.programme_id = @Programme and p.role = 'trainee' and in_force(p.from_on, p.until_on, @day)
          and (@sites::uuid[] is null or p.site_id = any(@sites)
               or exists (select 1 from membership m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
                          where m.programme_id = p.programme_id and m.person_id = p.person_id and in_force(m.from_on, m.until_on, @day) and g.site_id = any(@sites)))
        """, new { work.Programme, day, sites = sites?.ToArray() });

    public static Task<List<InGroupRow>> Memberships(Work work, DateOnly day) => work.Rows<InGroupRow>("""
        select m.person_id, g.id as group_id, g.name
        from membership m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
        where m.programme_id = @Programme and m.standing = 'member' and in_force(m.from_on, m.until_on, @day)
        order by g.name, g.id
        """, new { work.Programme, day });

    // Whoever was filled in as its leader; before that the group's leader of that day, and only then a co-leader or a deputy.
    public static Task<List<UnsignedRow>> Unsigned(Work work, DateOnly day, IReadOnlySet<Guid>? sites) => work.Rows<UnsignedRow>("""
        select s.id as session_id, g.id as group_id, g.name, s.held_on,
               coalesce(s.leader_id, (select m.person_id from mandate m
                                      where m.programme_id = s.programme_id and m.group_id = s.group_id and in_force(m.from_on, m.until_on, s.held_on)
                                      order by array_position(array['leader', 'co-leader', 'deputy'], m.kind), m.from_on, m.person_id limit 1)) as leader_id
        from session s join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        where s.programme_id = @Programme and s.state = 'open' and s.held_on < @day and (@sites::uuid[] is null or g.site_id = any(@sites))
        order by s.held_on, s.id
        """, new { work.Programme, day, sites = sites?.ToArray() });

    public static Task<List<GroupCountRow>> Groups(Work work, DateOnly from, DateOnly day, IReadOnlySet<Guid>? sites) => work.Rows<GroupCountRow>("""
        select g.id, g.name, t.name as site,
               (select count(*)::int from membership m where m.programme_id = g.programme_id and m.group_id = g.id and in_force(m.from_on, m.until_on, @day)
                  and m.standing in ('member', 'member-without-requirement')) as members,
               coalesce(c.held, 0) as held, coalesce(c.cancelled, 0) as cancelled, coalesce(c.waiting, 0) as waiting, coalesce(c.ahead, 0) as ahead,
               coalesce(c.ahead_uncovered, 0) as ahead_uncovered
        from discussion_group g
        join site t on t.programme_id = g.programme_id and t.id = g.site_id
        left join (
            select s.group_id,
                   count(*) filter (where s.held_on between @from and @day and s.state = 'signed')::int as held,
                   count(*) filter (where s.held_on between @from and @day and s.state = 'cancelled')::int as cancelled,
                   count(*) filter (where s.held_on >= @from and s.held_on < @day and s.state = 'open')::int as waiting,
                   count(*) filter (where s.held_on >= @day and s.state = 'open')::int as ahead,
                   count(*) filter (where s.held_on >= @day and s.state = 'open'
                                      and not exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id
                                                        and in_force(m.from_on, m.until_on, s.held_on)))::int as ahead_uncovered
            from session s where s.programme_id = @Programme group by s.group_id) c on c.group_id = g.id
        where g.programme_id = @Programme and (@sites::uuid[] is null or g.site_id = any(@sites))
        order by g.name, g.id
        """, new { work.Programme, from, day, sites = sites?.ToArray() });

    private sealed record FirstDayRow(Guid PersonId, DateOnly FromOn);

    /// <summary>Since when each of these people has followed a requirement, whichever it was.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly>> FirstDays(Work work, IReadOnlyCollection<Guid> people) => (await work.Rows<FirstDayRow>("""
        select person_id, min(from_on) as from_on from requirement where programme_id = @Programme and person_id = any(@people) group by person_id
        """, new { work.Programme, people = people.ToArray() })).ToDictionary(row => row.PersonId, row => row.FromOn);

    public static Task<List<MandateRow>> Mandates(Work work, DateOnly day) => work.Rows<MandateRow>("""
        select group_id, person_id, from_on, until_on from mandate
        where programme_id = @Programme and (until_on is null or until_on >= @day) order by from_on, person_id
        """, new { work.Programme, day });
}
