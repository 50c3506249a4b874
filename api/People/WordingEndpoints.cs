using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal static class WordingEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/settings/words";

    public static void MapWording(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Programmes").May(Rights.SeeProgramme, new PartOfProgramme());
        readers.MapGet("/", Read).WithName("ReadWords").WithSummary("What the programme calls those who train and those who lead");
        var setters = routes.MapGroup(Path).WithTags("Programmes").May(Rights.Set, new WholeProgramme());
        setters.MapPut("/", Set).WithName("SetWords").WithSummary("Choose what the programme calls those who train and those who lead");
    }

    private static async Task<Ok<ProgrammeWords>> Read(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await WordingStore.Find(work));
    }

    private static async Task<Ok<ProgrammeWords>> Set(
        Guid programmeId, ProgrammeWords body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await WordingStore.Set(work, body, http.Person(), clock.GetUtcNow());
        await work.Commit();
        return TypedResults.Ok(body);
    }
}
