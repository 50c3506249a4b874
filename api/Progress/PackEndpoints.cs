using System.Text.Json;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The requirement packs of a programme: each version is published once, and stays as it is.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/requirement-packs").WithTags("Progress").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListRequirementPacks").WithSummary("The requirements that progress can be asked for, with their sources");
        people.MapGet("/{packId}/versions/{number:int}", Read).WithName("ReadRequirementPack").WithSummary("One version of a requirement pack, whole")
            .Refuses(Problems.PackUnknown);
    }

    private static async Task<Ok<RequirementPackList>> List(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new RequirementPackList([.. (await PackStore.All(work)).Select(kept => kept.Pack.ToBody())]));
    }

    private static async Task<Results<Ok<RequirementPackVersion>, Refused>> Read(
        Guid programmeId, string packId, int number, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await PackStore.Find(work, packId, number) is { } kept ? TypedResults.Ok(ToBody(kept)) : Problems.PackUnknown.ToResult();
    }

    public static RequirementPackVersion ToBody(KeptPack kept)
    {
        using var document = JsonDocument.Parse(kept.Document);
        return new(kept.Pack.Id, kept.Pack.Version, Convert.ToHexStringLower(kept.Hash), kept.Published, document.RootElement.Clone());
    }
}
