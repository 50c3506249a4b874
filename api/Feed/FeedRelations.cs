using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Feed;

/// <summary>A platform that was let into the programme: it sees its own feed, and nothing else of the service.</summary>
internal sealed class PlatformOfProgramme : Relation
{
    public override string Who => "a platform of the programme";

    public override Task<bool> Holds(Asked asked, Work work) => Task.FromResult(asked.Actor.Platform is not null);
}

/// <summary>Whoever gave the permission: it is theirs to read and to end.</summary>
internal sealed class OwnConnection(string idInPath) : Relation
{
    public override string Who => "whoever gave the permission";

    public override async Task<bool> Holds(Asked asked, Work work) =>
        asked.Actor.Person is { } person && await work.Any(
            "select 1 from connection where programme_id = @Programme and id = @connection and person_id = @person",
            new { work.Programme, connection = asked.Id(idInPath), person });
}

internal static class FeedPolicies
{
    public static RouteGroupBuilder RequirePlatform(this RouteGroupBuilder group) => group.Require(new PlatformOfProgramme());

    public static RouteGroupBuilder RequireOwnConnection(this RouteGroupBuilder group, string idInPath) => group.Require(new OwnConnection(idInPath));
}
