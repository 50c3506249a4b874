using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class PrivacyPageEndpoints
{
    public static void MapPrivacyPage(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/v1/programmes/{programmeId:guid}/privacy").WithTags("Privacy")
            .Public("Whoever is asked to take part may read how data is handled, and nobody is named in it.");
        open.MapGet("/", Read).WithName("ReadPrivacyPage").WithSummary("How this programme handles personal data, made from the running configuration").Refuses(Problems.NotFound);
    }

    private static async Task<Results<Ok<PrivacyPage>, Refused>> Read(Guid programmeId, PortfolioDatabase database, PrivacyPageFacts facts, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await facts.Of(work) is { } page ? TypedResults.Ok(page) : Problems.NotFound.ToResult();
    }
}
