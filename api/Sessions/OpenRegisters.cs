using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>A register that nobody has signed, and what it is of.</summary>
internal sealed record OpenRegister(Guid SessionId, Guid GroupId, string GroupName, DateOnly HeldOn, TimeOnly StartsAt);

/// <summary>The registers that wait on somebody who leads, and what comes next.</summary>
internal static class OpenRegisters
{
    private const string Select = """
        select s.id as session_id, g.id as group_id, g.name as group_name, s.held_on, s.starts_at
        from session s join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        where s.programme_id = @Programme and s.state = 'open'
        """;

    /// <summary>Up to a day and of it, oldest first: of groups that they lead on it, and of those that they led when the group met.</summary>
    public static Task<List<OpenRegister>> Of(Work work, Guid leader, DateOnly day) => work.Rows<OpenRegister>(Select + """
         and s.held_on <= @day
          and exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @leader
                        and (in_force(m.from_on, m.until_on, @day) or in_force(m.from_on, m.until_on, s.held_on)))
        order by s.held_on, s.starts_at, s.id
        """, new { work.Programme, leader, day });

    /// <summary>The next session of a group that they lead or belong to, from a day on; nothing where none is planned.</summary>
    public static async Task<OpenRegister?> Next(Work work, Guid person, DateOnly day) => (await work.Rows<OpenRegister>(Select + """
         and s.held_on >= @day
          and (exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
                         and in_force(m.from_on, m.until_on, s.held_on))
            or exists (select 1 from membership b where b.programme_id = s.programme_id and b.group_id = s.group_id and b.person_id = @person
                         and in_force(b.from_on, b.until_on, s.held_on)))
        order by s.held_on, s.starts_at, s.id limit 1
        """, new { work.Programme, person, day })).FirstOrDefault();
}
