using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>Which register a leader opens today, and which comes next.</summary>
internal static class RegisterDays
{
    /// <summary>How long a device may keep a register ahead.</summary>
    public const int DaysAhead = 14;

    /// <summary>Members of the group on that day whose clock stands still: nobody expects them.</summary>
    public static async Task<IReadOnlySet<Guid>> Stopped(Work work, Guid group, DateOnly on) => (await work.Rows<Guid>("""
        select distinct c.person_id from clock_stop c
        join membership m on m.programme_id = c.programme_id and m.person_id = c.person_id and m.group_id = @group and in_force(m.from_on, m.until_on, @on)
        where c.programme_id = @Programme and in_force(c.from_on, c.until_on, @on)
        """, new { work.Programme, group, on })).ToHashSet();

    /// <summary>The session of today for which this leader has a mandate: one that is not signed first, the one nearest to now among several.</summary>
    public static Task<Guid?> Today(Work work, Guid leader, DateTimeOffset now) => work.Row<Guid?>("""
        select s.id from session s
        where s.programme_id = @Programme and s.held_on = local_date(@Programme, @now) and s.state <> 'cancelled'
          and exists (select from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @leader and in_force(m.from_on, m.until_on, s.held_on))
        order by s.state = 'signed', abs(extract(epoch from s.starts_at - (@now at time zone (select time_zone from programme where id = @Programme))::time)), s.id limit 1
        """, new { work.Programme, leader, now });

    /// <summary>The group's next session within the days that a device keeps it, if this leader has a mandate on its day.</summary>
    public static Task<Guid?> Next(Work work, Session after, Guid leader, DateTimeOffset now) => work.Row<Guid?>("""
        select s.id from session s
        where s.programme_id = @Programme and s.group_id = @GroupId and s.state = 'open' and (s.held_on, s.starts_at) > (@HeldOn, @StartsAt)
          and s.held_on between local_date(@Programme, @now) and local_date(@Programme, @now) + @ahead
          and exists (select from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @leader and in_force(m.from_on, m.until_on, s.held_on))
        order by s.held_on, s.starts_at limit 1
        """, new { work.Programme, after.GroupId, after.HeldOn, after.StartsAt, leader, now, ahead = DaysAhead });
}
