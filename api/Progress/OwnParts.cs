using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

/// <summary>What somebody does in the programme on a day, beside the offices they hold.</summary>
/// <param name="Leads">A group, by a mandate of that day.</param>
/// <param name="Supervises">Somebody's education.</param>
/// <param name="Trains">They are or were a trainee, or were given a requirement.</param>
/// <param name="Belongs">To a group, that day.</param>
internal sealed record OwnParts(bool Leads, bool Supervises, bool Trains, bool Belongs)
{
    public static async Task<OwnParts> Of(Work work, Guid person, DateOnly day) => (await work.Row<OwnParts>("""
        select exists (select 1 from mandate m where m.programme_id = @Programme and m.person_id = @person and in_force(m.from_on, m.until_on, @day)) as leads,
               exists (select 1 from supervision v where v.programme_id = @Programme and v.supervisor_id = @person and v.kind = 'educational'
                         and in_force(v.from_on, v.until_on, @day)) as supervises,
               exists (select 1 from placement p where p.programme_id = @Programme and p.person_id = @person and p.role = 'trainee')
                 or exists (select 1 from requirement r where r.programme_id = @Programme and r.person_id = @person) as trains,
               exists (select 1 from membership b where b.programme_id = @Programme and b.person_id = @person and in_force(b.from_on, b.until_on, @day)) as belongs
        """, new { work.Programme, person, day }))!;
}
