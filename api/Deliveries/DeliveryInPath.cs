using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Deliveries;

/// <summary>A line of the ledger: whose record it is, and who looks after the programme's platforms.</summary>
internal sealed class DeliveryInPath(string idInPath) : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        if (asked.Actor.Person is not { } person
            || await work.Row<Guid?>("select person_id from delivery where programme_id = @Programme and id = @delivery", new { work.Programme, delivery = asked.Id(idInPath) }) is not { } of)
            return new HashSet<Role>();
        var roles = new HashSet<Role>((await Offices.Of(work, asked)).Everywhere);
        if (of == person)
            roles.Add(Role.Oneself);
        return roles;
    }
}
