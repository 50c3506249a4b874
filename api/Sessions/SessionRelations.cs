using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>Somebody with a mandate for the group today or on the day of the session, or a tutor.</summary>
internal sealed class LeaderOfSession(string idInPath) : Relation
{
    public override string Who => "whoever leads the group today or led it on that day, or a tutor of the programme";

    public override async Task<bool> Holds(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from session s
            join mandate m on m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @Person
            where s.programme_id = @Programme and s.id = @session
              and (in_force(m.from_on, m.until_on, s.held_on) or in_force(m.from_on, m.until_on, local_date(@Programme, @Now)))
            """;
        const string IsThere = "select 1 from session where programme_id = @Programme and id = @session";
        var session = asked.Id(idInPath);
        return asked.Actor.Person is { } person
            && (await work.Any(Sql, new { work.Programme, session, Person = person, asked.Now })
                || (await TutorOfProgramme.Is(work, asked) && await work.Any(IsThere, new { work.Programme, session })));
    }
}

internal static class SessionPolicies
{
    public static RouteGroupBuilder RequireLeaderOfSession(this RouteGroupBuilder group, string idInPath) => group.Require(new LeaderOfSession(idInPath));
}
