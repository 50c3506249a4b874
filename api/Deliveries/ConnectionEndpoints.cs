using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>The trainee's own permissions: nobody gives or ends one for somebody else.</summary>
internal static class ConnectionEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/connections";

    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup(Path).WithTags("Connections").May(Rights.Connect, new PartOfProgramme());
        people.MapPost("/", Add).WithName("Connect").WithSummary("Let a platform have one's own records of these kinds, past ones too")
            .WithDescription("Before that, `GET …/platforms` tells who receives there, in which country and on which agreement.")
            .Refuses(Problems.PlatformUnknown, Problems.ReceiverForbidden, Problems.ConnectionLive, Problems.IdTaken);
        people.MapGet("/", List).WithName("ListConnections").WithSummary("One's own permissions, ended ones too");

        var own = routes.MapGroup(Path + "/{connectionId:guid}").WithTags("Connections").May(Rights.KeepConnection, new ConnectionInPath("connectionId"));
        own.MapGet("/", Read).WithName("ReadConnection").WithSummary("One permission");
        own.MapPut("/kinds", ChangeKinds).WithName("ChangeKinds").WithSummary("Permit other kinds: a new permission follows the one before, for the same trainee")
            .WithDescription("The platform's feed says that all of this trainee is to be removed, and then brings what may still be had. The answer is the permission that holds now.")
            .Refuses(Problems.ConnectionEnded, Problems.PlatformUnknown, Problems.ReceiverForbidden, Problems.Conflict, Problems.ConnectionLive);
        own.MapPost("/end", End).WithName("Disconnect").WithSummary("End it: the platform is told to delete what it has; ending twice is ending once");
    }

    private static async Task<Results<Created<ConnectionBody>, Ok<ConnectionBody>, Refused>> Add(
        Guid programmeId, NewConnection body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await ConnectionStore.Add(work, http.Person(), body, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        var connection = (await ConnectionStore.Find(work, creation.Id))!;
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{connection.Id}", connection);
    }

    private static async Task<Ok<ConnectionList>> List(Guid programmeId, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new ConnectionList(await ConnectionStore.Of(work, http.Person())));
    }

    private static async Task<Ok<ConnectionBody>> Read(Guid programmeId, Guid connectionId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok((await ConnectionStore.Find(work, connectionId))!);
    }

    private static async Task<Results<Ok<ConnectionBody>, Refused>> ChangeKinds(
        Guid programmeId, Guid connectionId, PermittedKinds body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ConnectionStore.Find(work, connectionId) is not { EndedAt: null } live)
            return Problems.ConnectionEnded.ToResult();
        if ((await ConnectionStore.Settle(work, live.PlatformId, http.Person(), body.Kinds, clock.GetUtcNow())).Refused(out var problem, out var settled))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(settled);
    }

    private static async Task<Ok<ConnectionBody>> End(
        Guid programmeId, Guid connectionId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await ConnectionStore.End(work, connectionId, clock.GetUtcNow());
        var ended = (await ConnectionStore.Find(work, connectionId))!;
        await work.Commit();
        return TypedResults.Ok(ended);
    }
}
