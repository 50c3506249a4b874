using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapPlatforms();
        routes.MapTokens();
        routes.MapConnections();
        var platforms = routes.MapGroup("/v1/programmes/{programmeId:guid}/feed").WithTags("Feed").RequirePlatform();
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
        return Answer(http, page);
    }

    /// <summary>The tag is the hash of the page as answered: an entry that may no longer be shown makes it another page.</summary>
    private static IResult Answer(HttpContext http, FeedPage page)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(page, Json.Options);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen == EntityTagHeaderValue.Any || seen.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(304)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }
}
