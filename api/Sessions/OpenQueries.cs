using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>A register of which somebody says that it is not right, and nobody has answered yet.</summary>
internal sealed record QueriedRegister(Guid SessionId, string GroupName, DateOnly HeldOn);

internal static class OpenQueries
{
    private const string Open = """
        q.answered_at is null
          and not exists (select 1 from register_version c where c.programme_id = q.programme_id and c.session_id = q.session_id and c.number > 1 and c.signed_at > q.asked_at)
        """;

    private const string Select = $"""
        select distinct s.id as session_id, g.name as group_name, s.held_on
        from session_query q
        join session s on s.programme_id = q.programme_id and s.id = q.session_id
        join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
        where q.programme_id = @Programme and {Open}
        """;

    private sealed record Count(Guid PersonId, int Queries);

    /// <summary>How many of each of these people's are open; whoever has none is not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Of(Work work, IReadOnlyCollection<Guid> people) => (await work.Rows<Count>(
        $"select q.person_id, count(*)::int as queries from session_query q where q.programme_id = @Programme and q.person_id = any(@people) and {Open} group by q.person_id",
        new { work.Programme, people = people.ToArray() })).ToDictionary(count => count.PersonId, count => count.Queries);

    /// <summary>Those that wait on somebody who leads the group on the day, or led it then.</summary>
    public static Task<List<QueriedRegister>> On(Work work, Guid leader, DateOnly day) => work.Rows<QueriedRegister>(Select + """
         and exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @leader
                       and (in_force(m.from_on, m.until_on, @day) or in_force(m.from_on, m.until_on, s.held_on)))
        order by s.held_on, s.id
        """, new { work.Programme, leader, day });

    /// <summary>Those of these sites that were asked before a moment.</summary>
    /// <param name="sites">Nothing means every site.</param>
    public static Task<List<QueriedRegister>> At(Work work, IReadOnlySet<Guid>? sites, DateTimeOffset before) => work.Rows<QueriedRegister>(
        Select + " and q.asked_at < @before and (@sites::uuid[] is null or g.site_id = any(@sites)) order by s.held_on, s.id",
        new { work.Programme, sites = sites?.ToArray(), before });
}
