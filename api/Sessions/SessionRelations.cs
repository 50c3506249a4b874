using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>A session: who has a mandate for its group today or had one on its day, and who looks after the group's site.</summary>
internal sealed class SessionInPath(string idInPath) : Subject
{
    private sealed record Found(Guid SiteId, bool Leads, bool Led);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select g.site_id,
                   exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as leads,
                   exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, s.held_on)) as led
            from session s join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
            where s.programme_id = @Programme and s.id = @session
            """;
        if (asked.Actor.Person is not { } person
            || await work.Row<Found>(Sql, new { work.Programme, Person = person, session = asked.Id(idInPath), asked.Now }) is not { } found)
            return new HashSet<Role>();
        if (asked.Actor.Session is not null)
            return await RegisterLinkStore.IsLive(work, asked.Id(idInPath), person, asked.Now) ? new HashSet<Role> { Role.LinkedLeader } : [];
        var roles = new HashSet<Role>((await Offices.Of(work, asked)).At(found.SiteId));
        if (found.Leads)
            roles.Add(Role.Leader);
        if (found.Led)
            roles.Add(Role.LeaderThatDay);
        return roles;
    }
}
