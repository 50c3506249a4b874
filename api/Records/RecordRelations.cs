using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Records;

/// <summary>
/// A record: its holder, the leaders of its group, the holder's supervisors, and who looks after the group's site or the holder's.
/// When somebody presented is for the trainee and the leaders alone, whatever else somebody is.
/// </summary>
internal sealed class RecordInPath(string idInPath) : Subject
{
    private sealed record Found
    {
        public string Kind { get; init; } = "";
        public Guid PersonId { get; init; }
        public bool Leads { get; init; }
        public bool Led { get; init; }
        public string[] Supervises { get; init; } = [];
        public bool Shared { get; init; }
        public Guid[] Sites { get; init; } = [];
    }

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select r.kind, r.person_id,
                   exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @Now))) as leads,
                   exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @Person
                             and in_force(m.from_on, m.until_on, s.held_on)) as led,
                   array(select v.kind from supervision v where v.programme_id = r.programme_id and v.supervisor_id = @Person and v.trainee_id = r.person_id
                           and in_force(v.from_on, v.until_on, local_date(@Programme, @Now))) as supervises,
                   exists (select 1 from record_share h where h.programme_id = r.programme_id and h.record_id = r.id) as shared,
                   array(select g.site_id where g.site_id is not null union select sites_of(@Programme, r.person_id, local_date(@Programme, @Now))) as sites
            from record r
            left join session s on s.programme_id = r.programme_id and s.id = r.session_id
            left join discussion_group g on g.programme_id = r.programme_id and g.id = coalesce(s.group_id, r.group_id)
            where r.programme_id = @Programme and r.id = @record
            """;
        if (asked.Actor.Person is not { } person
            || await work.Row<Found>(Sql, new { work.Programme, Person = person, record = asked.Id(idInPath), asked.Now }) is not { } found)
            return new HashSet<Role>();
        var roles = new HashSet<Role>((await Offices.Of(work, asked)).At(found.Sites));
        if (found.PersonId == person)
            roles.Add(Role.Oneself);
        if (found.Leads)
            roles.Add(Role.Leader);
        if (found.Led)
            roles.Add(Role.LeaderThatDay);
        if (found.Supervises.Contains("educational"))
            roles.Add(Role.EducationalSupervisor);
        if (found.Supervises.Contains("clinical") && found is { Kind: "period-account", Shared: true })
            roles.Add(Role.ClinicalSupervisor);
        if (found.Kind is Sessions.Part.Presentation or Sessions.Part.FollowUp)
            roles.IntersectWith(Rights.SeePresentations.Roles);
        return roles;
    }
}
