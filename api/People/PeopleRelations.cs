using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>The programme as a whole: only who holds an office for every site of it is anything to it beside a participant.</summary>
internal sealed class WholeProgramme : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work) => asked.Actor.Person is null
        ? asked.Actor.Platform is null ? new HashSet<Role>() : new HashSet<Role> { Role.Platform }
        : new HashSet<Role>((await Offices.Of(work, asked)).Everywhere) { Role.Participant };
}

/// <summary>Something somewhere in the programme; what it shows or takes is confined to the actor's sites.</summary>
internal sealed class PartOfProgramme : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work) => asked.Actor.Person is null
        ? new HashSet<Role>()
        : new HashSet<Role>((await Offices.Of(work, asked)).Anywhere) { Role.Participant };
}

/// <summary>A person: themselves, who supervises them today, and who looks after a site that they have to do with.</summary>
internal sealed class PersonInPath(string idInPath) : Subject
{
    private sealed record Found
    {
        public string[] Supervises { get; init; } = [];
        public Guid[] Sites { get; init; } = [];
        public bool Unplaced { get; init; }
    }

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select array(select kind from supervision where programme_id = @Programme and supervisor_id = @Person and trainee_id = @of
                           and in_force(from_on, until_on, local_date(@Programme, @Now))) as supervises,
                   array(select sites_of(@Programme, @of, local_date(@Programme, @Now))) as sites, has_no_place(@Programme, @of) as unplaced
            from person where programme_id = @Programme and id = @of
            """;
        var of = asked.Id(idInPath);
        if (asked.Actor.Person is not { } person || await work.Row<Found>(Sql, new { work.Programme, Person = person, of, asked.Now }) is not { } found)
            return new HashSet<Role>();
        var offices = await Offices.Of(work, asked);
        var roles = new HashSet<Role>(found.Unplaced ? offices.Anywhere : offices.At(found.Sites));
        if (person == of)
            roles.Add(Role.Oneself);
        foreach (var kind in found.Supervises)
            roles.Add(kind == "clinical" ? Role.ClinicalSupervisor : Role.EducationalSupervisor);
        return roles;
    }
}
