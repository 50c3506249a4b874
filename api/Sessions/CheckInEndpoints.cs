using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A session to check in to: for anybody of its programme who is signed in as themselves. The code says whether they are in the room.</summary>
internal sealed class CheckInInPath(string idInPath) : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work) =>
        asked.Actor is { Person: not null, Session: null } && await SessionStore.Find(work, asked.Id(idInPath)) is not null ? new HashSet<Role> { Role.Participant } : [];
}

internal static class CheckInEndpoints
{
    private const string OfGroup = "/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/check-in", OfSession = "/v1/programmes/{programmeId:guid}/sessions/{sessionId:guid}";

    public static void MapCheckIns(this IEndpointRouteBuilder routes)
    {
        var members = routes.MapGroup(OfGroup).WithTags("Check-in").May(Rights.SeeHowGroupMeets, new GroupInPath("groupId"));
        members.MapGet("/", ReadSetting).WithName("ReadCheckIn").WithSummary("Whether a group checks in");
        var keepers = routes.MapGroup(OfGroup).WithTags("Check-in").May(Rights.KeepGroup, new GroupInPath("groupId"));
        keepers.MapPut("/", Switch).WithName("SwitchCheckIn").WithSummary("Let a group check in, or not");

        var leaders = routes.MapGroup(OfSession + "/check-in").WithTags("Check-in").May(Rights.ShowCheckIn, new SessionInPath("sessionId"));
        leaders.MapGet("/", Show).WithName("ShowCheckIn").WithSummary("The code to show, another every half minute");
        var anybody = routes.MapGroup(OfSession + "/check-in").WithTags("Check-in").May(Rights.CheckIn, new CheckInInPath("sessionId"));
        anybody.MapPost("/", CheckIn).WithName("CheckIn").WithSummary("Check in with the code that the leader shows").Refuses(
            Problems.CheckInOff, Problems.CheckInEarly, Problems.CheckInLate, Problems.CheckInCodeWrong, Problems.CheckInCodeOver, Problems.CheckInOtherGroup,
            Problems.CheckInByLeader, Problems.SessionSigned, Problems.SessionCancelled);
        var readers = routes.MapGroup(OfSession + "/check-ins").WithTags("Check-in").May(Rights.ReadSession, new SessionInPath("sessionId"));
        readers.MapGet("/", List).WithName("ListCheckIns").WithSummary("Who checked in to a session");
    }

    private static async Task<Ok<CheckInSetting>> ReadSetting(Guid programmeId, Guid groupId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new CheckInSetting(await CheckInStore.Uses(work, groupId)));
    }

    private static async Task<Ok<CheckInSetting>> Switch(
        Guid programmeId, Guid groupId, CheckInSetting body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await CheckInStore.Set(work, groupId, body.On, http.Person(), clock.GetUtcNow());
        await work.Commit();
        return TypedResults.Ok(body);
    }

    private static async Task<Results<Ok<ShownCheckIn>, Refused>> Show(
        Guid programmeId, Guid sessionId, HttpContext http, PortfolioDatabase database, CheckIns checkIns, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(await checkIns.Show(work, session));
    }

    private static async Task<Results<Ok<CheckInBody>, Refused>> CheckIn(
        Guid programmeId, Guid sessionId, NewCheckIn body, HttpContext http, PortfolioDatabase database, CheckIns checkIns, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        if ((await checkIns.CheckIn(work, session, http.Person(), body)).Refused(out var problem, out var checkedIn))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(checkedIn);
    }

    private static async Task<Results<Ok<CheckInList>, Refused>> List(Guid programmeId, Guid sessionId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await SessionStore.Find(work, sessionId) is { } session ? TypedResults.Ok(await CheckIns.Of(work, session)) : Problems.NotFound.ToResult();
    }
}
