using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class CorrectionEndpoints
{
    public static void MapCorrection(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/identity").WithTags("Privacy").May(Rights.CorrectIdentity, new PersonInPath("personId"));
        tutors.MapPut("/", Correct).WithName("CorrectIdentity").WithSummary("Put right who somebody is; records that show them are issued again")
            .Refuses(Problems.NotFound, Problems.PersonExists, Problems.InvalidBody, Problems.NothingRealUnsigned);
    }

    private static async Task<Results<Ok<PersonBody>, Refused>> Correct(
        Guid programmeId, Guid personId, CorrectedIdentity body, HttpContext http, PortfolioDatabase database, CorrectionOfPerson correction, CancellationToken cancellation)
    {
        if (Identity.Read(new NewPerson(body.Name, body.Key, body.Email, body.Body, body.Number), "$").Refused(out var problem, out var right))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if ((await correction.Correct(work, programme, personId, right, http.Person())).Refused(out problem, out var person))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(person.ToBody());
    }
}
