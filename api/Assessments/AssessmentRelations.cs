using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Assessments;

/// <summary>The assessments of a group: for whoever leads it or ever did, and for the educational supervisors of its members today. What a form asks for is judged by its day.</summary>
internal sealed class AssessmentsOfGroupInPath(string idInPath) : Subject
{
    private sealed record Found(bool Leads, bool Led, bool Supervises);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as leads,
                   exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person) as led,
                   exists (select 1 from supervision v join membership m on m.programme_id = v.programme_id and m.person_id = v.trainee_id and m.group_id = g.id
                           where v.programme_id = g.programme_id and v.supervisor_id = @Person and v.kind = 'educational'
                             and in_force(v.from_on, v.until_on, local_date(@Programme, @Now)) and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as supervises
            from discussion_group g where g.programme_id = @Programme and g.id = @group
            """;
        if (asked.Actor.Person is not { } person
            || await work.Row<Found>(Sql, new { work.Programme, Person = person, group = asked.Id(idInPath), asked.Now }) is not { } found)
            return new HashSet<Role>();
        var roles = new HashSet<Role>();
        if (found.Leads)
            roles.Add(Role.Leader);
        if (found.Led)
            roles.Add(Role.LeaderThatDay);
        if (found.Supervises)
            roles.Add(Role.EducationalSupervisor);
        return roles;
    }
}

/// <summary>An assessment: a draft is its assessor's alone, what was shown is also for whom it is about, and what was signed for those who see that person's records.</summary>
internal sealed class AssessmentInPath(string idInPath, string groupInPath) : Subject
{
    private sealed record Found(Guid PersonId, Guid AssessorId, string State, bool Signed, Guid SiteId, bool Leads, bool Supervises);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select a.person_id, a.assessor_id, a.state, a.record_id is not null as signed, g.site_id,
                   exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as leads,
                   exists (select 1 from supervision v where v.programme_id = a.programme_id and v.supervisor_id = @Person and v.trainee_id = a.person_id
                             and v.kind = 'educational' and in_force(v.from_on, v.until_on, local_date(@Programme, @Now))) as supervises
            from assessment a join discussion_group g on g.programme_id = a.programme_id and g.id = a.group_id
            where a.programme_id = @Programme and a.id = @assessment and a.group_id = @group
            """;
        if (asked.Actor.Person is not { } person
            || await work.Row<Found>(Sql, new { work.Programme, Person = person, assessment = asked.Id(idInPath), group = asked.Id(groupInPath), asked.Now }) is not { } found)
            return new HashSet<Role>();
        var roles = found.Signed ? new HashSet<Role>((await Offices.Of(work, asked)).At(found.SiteId)) : [];
        if (found.AssessorId == person)
            roles.Add(Role.Assessor);
        if (found.PersonId == person && (found.Signed || found.State == AssessmentRow.Released))
            roles.Add(Role.Oneself);
        if (found is { Signed: true, Leads: true } && found.PersonId != person)
            roles.Add(Role.Leader);
        if (found is { Signed: true, Supervises: true })
            roles.Add(Role.EducationalSupervisor);
        return roles;
    }
}

/// <summary>A person as a member of groups: what <see cref="PersonInPath"/> says, and whoever leads a group of theirs today.</summary>
internal sealed class MemberInPath(string idInPath) : Subject
{
    private readonly PersonInPath person = new(idInPath);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from mandate l join membership m on m.programme_id = l.programme_id and m.group_id = l.group_id and m.person_id = @of
            where l.programme_id = @Programme and l.person_id = @Person and in_force(l.from_on, l.until_on, local_date(@Programme, @Now))
              and in_force(m.from_on, m.until_on, local_date(@Programme, @Now)) and m.standing in ('member', 'member-without-requirement')
            """;
        var roles = new HashSet<Role>(await person.RolesOf(asked, work));
        if (asked.Actor.Person is { } actor && await work.Any(Sql, new { work.Programme, Person = actor, of = asked.Id(idInPath), asked.Now }))
            roles.Add(Role.Leader);
        return roles;
    }
}
