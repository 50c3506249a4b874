using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Groups;

/// <summary>A leader, co-leader or deputy with a mandate for the group today, or a tutor of the programme.</summary>
internal sealed class LeaderOfGroup(string idInPath) : Relation
{
    public override string Who => "whoever leads the group today, or a tutor of the programme";

    public override async Task<bool> Holds(Asked asked, Work work)
    {
        var group = asked.Id(idInPath);
        return await Is(work, asked, group)
            || (await TutorOfProgramme.Is(work, asked) && await IsThere(work, group));
    }

    public static async Task<bool> Is(Work work, Asked asked, Guid group)
    {
        const string Sql = """
            select 1 from mandate
            where programme_id = @Programme and group_id = @group and person_id = @Person
              and in_force(from_on, until_on, local_date(@Programme, @Now))
            """;
        return asked.Actor.Person is { } person && await work.Any(Sql, new { work.Programme, group, Person = person, asked.Now });
    }

    public static Task<bool> IsThere(Work work, Guid group) =>
        work.Any("select 1 from discussion_group where programme_id = @Programme and id = @group", new { work.Programme, group });
}

/// <summary>A tutor of the programme that this group belongs to.</summary>
internal sealed class TutorOfGroup(string idInPath) : Relation
{
    public override string Who => "a tutor of the programme";

    public override async Task<bool> Holds(Asked asked, Work work) =>
        await TutorOfProgramme.Is(work, asked) && await LeaderOfGroup.IsThere(work, asked.Id(idInPath));
}

internal static class GroupPolicies
{
    public static RouteGroupBuilder RequireLeaderOf(this RouteGroupBuilder group, string idInPath) => group.Require(new LeaderOfGroup(idInPath));

    public static RouteGroupBuilder RequireTutorOf(this RouteGroupBuilder group, string idInPath) => group.Require(new TutorOfGroup(idInPath));
}
