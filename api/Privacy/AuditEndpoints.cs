using System.ComponentModel.DataAnnotations;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/audit").WithTags("Audit")
            .May(Rights.ReadAuditOfPerson, new PersonInPath("personId"));
        person.MapGet("/", OfPerson).WithName("ReadAuditOfPerson").WithSummary("What was done by somebody and about them, newest first").Refuses(Problems.InvalidRequest);

        var programme = routes.MapGroup("/v1/programmes/{programmeId:guid}/audit").WithTags("Audit").May(Rights.ReadAudit, new WholeProgramme());
        programme.MapGet("/", All).WithName("ReadAudit").WithSummary("Everything that was done in the programme, newest first").Refuses(Problems.InvalidRequest);
    }

    private static async Task<Ok<AuditPage>> OfPerson(
        Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, AuditStore audit, CancellationToken cancellation,
        long? after = null, [Range(1, 200)] int limit = 50)
    {
        // Where somebody else was is theirs, and the officer's.
        var reader = http.Granted().Also(Rights.ReadAudit) ? (Guid?)null : http.Person();
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await audit.OfPerson(work, personId, reader, after, limit));
    }

    private static async Task<Ok<AuditPage>> All(
        Guid programmeId, PortfolioDatabase database, AuditStore audit, CancellationToken cancellation, long? after = null, [Range(1, 200)] int limit = 50)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await audit.All(work, after, limit));
    }
}
