using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class QualificationEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/people/{personId:guid}";

    public static void MapQualifications(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Groups").May(Rights.ReadPerson, new PersonInPath("personId"));
        readers.MapGet("/qualifications", List).WithName("ListQualifications").WithSummary("What somebody may lead by, and their profession, dated");

        var keepers = routes.MapGroup(Path).WithTags("Groups").May(Rights.KeepFacts, new PersonInPath("personId"));
        keepers.MapPost("/qualifications", Add).WithName("AddQualification").WithSummary("What somebody may lead by, from one day to another").RefusesFacts();
        keepers.MapPost("/professions", AddProfession).WithName("AddProfession").WithSummary("Which profession somebody has, from one day to another").RefusesFacts();
        keepers.MapPut("/qualifications/{qualificationId:guid}/last-day", End).WithName("EndQualification")
            .WithSummary("The last day of a qualification").Refuses(Problems.DatesReversed, Problems.DatesOverlap);
        keepers.MapPut("/professions/{professionId:guid}/last-day", EndProfession).WithName("EndProfession")
            .WithSummary("The last day in a profession").Refuses(Problems.DatesReversed, Problems.DatesOverlap);
    }

    private static void RefusesFacts(this RouteHandlerBuilder endpoint) =>
        endpoint.Refuses(Problems.DatesOverlap, Problems.DatesReversed, Problems.PersonUnknown, Problems.IdTaken);

    private static async Task<Ok<QualificationList>> List(Guid programmeId, Guid personId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var (qualifications, professions) = (await QualificationStore.Of(work, [personId]), await QualificationStore.ProfessionsOf(work, [personId]));
        return TypedResults.Ok(new QualificationList([.. qualifications[personId]], [.. professions[personId]]));
    }

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> Add(
        Guid programmeId, Guid personId, NewQualification body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => QualificationStore.Add(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddProfession(
        Guid programmeId, Guid personId, NewProfession body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => QualificationStore.AddProfession(work, personId, body, creation));

    private static Task<Results<NoContent, Refused>> End(
        Guid programmeId, Guid personId, Guid qualificationId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => QualificationStore.End(work, personId, qualificationId, body.Until));

    private static Task<Results<NoContent, Refused>> EndProfession(
        Guid programmeId, Guid personId, Guid professionId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => QualificationStore.EndProfession(work, personId, professionId, body.Until));
}
