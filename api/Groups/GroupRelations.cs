using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Groups;

/// <summary>A group: who has a mandate for it today, and who looks after its site.</summary>
internal sealed class GroupInPath(string idInPath) : Subject
{
    private sealed record Found(Guid SiteId, bool Leads, bool Belongs);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select g.site_id, exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                                        and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as leads,
                   exists (select 1 from membership m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as belongs
            from discussion_group g where g.programme_id = @Programme and g.id = @group
            """;
        if (asked.Actor.Person is not { } person
            || await work.Row<Found>(Sql, new { work.Programme, Person = person, group = asked.Id(idInPath), asked.Now }) is not { } found)
            return new HashSet<Role>();
        var roles = new HashSet<Role>((await Offices.Of(work, asked)).At(found.SiteId));
        if (found.Leads)
            roles.Add(Role.Leader);
        if (found.Belongs)
            roles.Add(Role.Member);
        return roles;
    }
}
