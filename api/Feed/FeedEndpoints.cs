using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapTokens();
        routes.MapAuthorize();
        routes.MapOpenBadges();
        var platforms = routes.MapGroup("/v1/programmes/{programmeId:guid}/feed").WithTags("Feed").May(Rights.ReadFeed, new WholeProgramme()).WithMetadata(new GoesWrongOnDemand());
        platforms.MapGet("/", Read).WithName("ReadFeed").WithSummary("What is new for this platform, in order and without gaps")
            .Produces<FeedPage>().Produces(304).Refuses(Problems.InvalidRequest);
    }

    private static async Task<IResult> Read(
        Guid programmeId, HttpContext http, PortfolioDatabase database, PersonKeys keys, CancellationToken cancellation,
        long after = 0, [Range(1, 200)] int limit = 50)
    {
        var platform = http.Actor().Platform!.Value;
        await using var work = await database.Begin(programmeId, cancellation);
        var last = await FeedFill.UpToNow(work, platform);
        // Answering nothing to a cursor from nowhere would hide from the platform that it has lost its place.
        if (after < 0 || after > last)
            return Problems.InvalidRequest.At(new FieldError("after", "Send the `next` of the page before, or leave it out to begin.")).ToResult();
        var page = await FeedStore.Page(work, keys, platform, after, limit);
        await work.Commit();
        // An entry that may no longer be shown makes it another page, with another tag.
        return Tagged.Answer(http, JsonSerializer.SerializeToUtf8Bytes(page, Json.Options), "application/json; charset=utf-8", "private, no-cache");
    }
}
