using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>A meeting that nobody led: whoever wrote it down, and the other person.</summary>
internal sealed class MeetingInPath(string idInPath) : Subject
{
    private sealed record Found(Guid PersonId, Guid? WithId);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = "select person_id, with_id from meeting where programme_id = @Programme and id = @id";
        var roles = new HashSet<Role>();
        if (asked.Actor.Person is not { } person || await work.Row<Found>(Sql, new { work.Programme, id = asked.Id(idInPath) }) is not { } found)
            return roles;
        if (found.PersonId == person)
            roles.Add(Role.Oneself);
        if (found.WithId == person)
            roles.Add(Role.OtherPerson);
        return roles;
    }
}
