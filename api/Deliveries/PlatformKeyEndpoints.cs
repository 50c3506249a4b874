using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Deliveries;

/// <summary>What a platform needs to believe that it is the programme that sends.</summary>
internal static class PlatformKeyEndpoints
{
    public static void MapPlatformKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/programmes/{programmeId:guid}").WithTags("Keys").Public("Public keys: without them no platform could tell who sends.");
        keys.MapGet("/platform-keys.json", KeySet).WithName("ReadKeysForPlatforms").WithSummary("The keys with which the programme signs to platforms that it writes to; no record is signed with them")
            .Produces<object>(200, contentType: "application/jwk-set+json").Refuses(Problems.NotFound);
    }

    private static async Task<IResult> KeySet(Guid programmeId, PortfolioDatabase database, PlatformKeys keys, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await ProgrammeStore.Find(work, programmeId) is null
            ? Problems.NotFound.ToResult()
            : TypedResults.Text(await keys.Published(work), "application/jwk-set+json");
    }
}
