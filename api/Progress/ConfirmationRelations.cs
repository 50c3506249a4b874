using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Progress;

/// <summary>A trainee: all that somebody is to the person, and whoever leads today a group that they belong or belonged to.</summary>
internal sealed class TraineeInPath(string idInPath) : Subject
{
    private readonly PersonInPath person = new(idInPath);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from mandate m join membership b on b.programme_id = m.programme_id and b.group_id = m.group_id
            where m.programme_id = @Programme and m.person_id = @asks and b.person_id = @of and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))
              and b.from_on <= local_date(@Programme, @Now) and b.standing in ('member', 'member-without-requirement')
            """;
        var roles = new HashSet<Role>(await person.RolesOf(asked, work));
        if (asked.Actor.Person is { } asks && await work.Any(Sql, new { work.Programme, asks, of = asked.Id(idInPath), asked.Now }))
            roles.Add(Role.Leader);
        return roles;
    }
}
