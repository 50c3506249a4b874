using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Whose confirmation is waited for, of everybody at once.</summary>
internal sealed class CohortWaits
{
    private readonly Dictionary<(Guid Person, string Pack, int Version), int> taken;
    private readonly ILookup<Guid, Guid> leaders, supervisors;
    private readonly List<OfficeRow> offices;

    private CohortWaits(List<TakenRow> taken, List<PairRow> leaders, List<PairRow> supervisors, List<OfficeRow> offices)
    {
        this.taken = taken.ToDictionary(row => (row.PersonId, row.Pack, row.PackVersion), row => row.Taken);
        this.leaders = leaders.ToLookup(row => row.Of, row => row.Who);
        this.supervisors = supervisors.ToLookup(row => row.Of, row => row.Who);
        this.offices = offices;
    }

    private sealed record TakenRow(Guid PersonId, string Pack, int PackVersion, int Taken);

    private sealed record PairRow(Guid Of, Guid Who);

    private sealed record OfficeRow(Guid PersonId, string Office, Guid? SiteId);

    public static async Task<CohortWaits> Read(Work work, DateOnly day)
    {
        var values = new { work.Programme, day };
        return new(
            await work.Rows<TakenRow>("""
                select r.person_id, r.pack, r.pack_version, count(c.id)::int as taken
                from confirmation_round r
                left join confirmation c on c.programme_id = r.programme_id and c.person_id = r.person_id and c.pack = r.pack and c.pack_version = r.pack_version
                                        and c.round = r.number and c.reversed_at is null
                where r.programme_id = @Programme and r.ended_at is null
                group by r.person_id, r.pack, r.pack_version
                """, values),
            await work.Rows<PairRow>("""
                select group_id as of, person_id as who from mandate where programme_id = @Programme and in_force(from_on, until_on, @day) order by from_on, person_id
                """, values),
            await work.Rows<PairRow>("""
                select trainee_id as of, supervisor_id as who from supervision
                where programme_id = @Programme and kind = 'educational' and in_force(from_on, until_on, @day) order by from_on, supervisor_id
                """, values),
            await work.Rows<OfficeRow>("""
                select person_id, office, site_id from appointment where programme_id = @Programme and in_force(from_on, until_on, @day) order by from_on, person_id
                """, values));
    }

    /// <summary>The next step of somebody who has met everything; nothing once all are taken.</summary>
    public IReadOnlyList<CohortWait> Of(Guid person, RequirementPack pack, Guid site, IReadOnlyList<InGroupRow> groups)
    {
        var steps = ConfirmationSteps.Of(pack);
        var done = taken.GetValueOrDefault((person, pack.Id, pack.Version));
        if (done >= steps.Count)
            return [];
        var step = steps[done];
        return [new(step.Id, [.. step.By.Value.Select(Code.Of)], [.. step.By.Value.SelectMany(confirmer => Who(confirmer, person, site, groups)).Where(who => who != person).Distinct()])];
    }

    private IEnumerable<Guid> Who(Confirmer confirmer, Guid person, Guid site, IReadOnlyList<InGroupRow> groups) => confirmer switch
    {
        Confirmer.Leader => groups.SelectMany(group => leaders[group.GroupId]),
        Confirmer.EducationalSupervisor => supervisors[person],
        Confirmer.Tutor => Office("tutor", site),
        Confirmer.Director => Office("director", site),
        _ => Office("panel-member", site),
    };

    private IEnumerable<Guid> Office(string office, Guid site) =>
        offices.Where(held => held.Office == office && (held.SiteId is null || held.SiteId == site)).Select(held => held.PersonId);
}
