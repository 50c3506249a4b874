using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>A permission: whoever gave it.</summary>
internal sealed class ConnectionInPath(string idInPath) : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work) =>
        asked.Actor.Person is { } person && await work.Any(
            "select 1 from connection where programme_id = @Programme and id = @connection and person_id = @person",
            new { work.Programme, connection = asked.Id(idInPath), person })
            ? new HashSet<Role> { Role.Oneself }
            : [];
}
