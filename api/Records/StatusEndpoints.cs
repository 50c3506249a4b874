using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Records;

/// <summary>Where anybody looks whether a record was withdrawn or superseded: one bit of a signed list, and nothing that says whose.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/programmes/{programmeId:guid}/status").WithTags("Keys")
            .Public("Status lists: without them nobody could see whether a record still stands.");
        lists.MapGet("/{list:int}", Read).WithName("ReadStatusList").WithSummary("Which records were withdrawn or superseded, as one bit each")
            .Produces<object>(200, contentType: RecordForms.Embedded).Produces(304).Refuses(Problems.NotFound, Problems.NotAcceptable);
    }

    private static async Task<IResult> Read(
        Guid programmeId, int list, HttpContext http, PortfolioDatabase database, SigningKeys keys, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ProgrammeStore.Find(work, programmeId) is not { } programme)
            return Problems.NotFound.ToResult();
        var key = (await keys.InUse(work, programme)).Keys;
        if (key.Ed25519 is null)
            return Problems.NotAcceptable.Because("A status list is signed with Ed25519, which this service is missing.").ToResult();
        return await StatusLists.Sign(work, programme, list, key) is { } signed
            ? Tagged.Answer(http, signed, RecordForms.Embedded, "no-cache")
            : Problems.NotFound.ToResult();
    }
}
