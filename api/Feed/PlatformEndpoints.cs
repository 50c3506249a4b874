using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class PlatformEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/platforms";

    public static void MapPlatforms(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        tutors.MapPost("/", Add).WithName("AddPlatform").WithSummary("Let a platform in; its secret is shown in this one answer").Refuses(Problems.IdTaken);

        var people = routes.MapGroup(Path).WithTags("Platforms").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListPlatforms").WithSummary("The platforms that one can connect");
    }

    private static async Task<Results<Created<PlatformBody>, Ok<PlatformBody>, Refused>> Add(
        Guid programmeId, NewPlatform body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        var secret = PlatformSecret.Make();
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await PlatformStore.Add(work, body, secret, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", PlatformStore.Body(work, creation.Id, body.Name, made.Now ? secret : null));
    }

    private static async Task<Ok<PlatformList>> List(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new PlatformList(await PlatformStore.All(work)));
    }
}
