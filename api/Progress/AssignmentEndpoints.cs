using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Which requirement somebody follows: a dated fact, one at a time.</summary>
internal static class AssignmentEndpoints
{
    public static void MapAssignments(this IEndpointRouteBuilder routes)
    {
        const string Path = "/v1/programmes/{programmeId:guid}/people/{personId:guid}/requirements";
        var keepers = routes.MapGroup(Path).WithTags("Progress").May(Rights.KeepFacts, new PersonInPath("personId"));
        keepers.MapPost("/", Add).WithName("AddRequirement").WithSummary("Which requirement somebody follows, from one day to another")
            .Refuses(Problems.TwoRequirements, Problems.WithoutRequirement, Problems.PackNotValid, Problems.FrameworkChangeMidYear, Problems.FrameworkNotInForce, Problems.DatesReversed, Problems.PersonUnknown, Problems.IdTaken);
        keepers.MapPut("/{requirementId:guid}/last-day", End).WithName("EndRequirement").WithSummary("The last day of a requirement")
            .Refuses(Problems.TwoRequirements, Problems.DatesReversed);

        var readers = routes.MapGroup(Path).WithTags("Progress").May(Rights.ReadProgress, new PersonInPath("personId"));
        readers.MapGet("/", List).WithName("ListRequirements").WithSummary("Which requirements somebody follows or followed");
    }

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> Add(
        Guid programmeId, Guid personId, NewRequirement body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        FactEndpoints.Add(http, database, programmeId, body.Id, body, body.From, body.Until,
            (work, creation) => Assignments.Add(work, personId, body, creation, clock.GetUtcNow()));

    private static Task<Results<NoContent, Refused>> End(
        Guid programmeId, Guid personId, Guid requirementId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => Assignments.End(work, personId, requirementId, body.Until));

    private static async Task<Ok<RequirementList>> List(Guid programmeId, Guid personId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new RequirementList(await Assignments.Of(work, personId)));
    }
}
