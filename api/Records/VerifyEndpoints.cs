using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

internal static class VerifyEndpoints
{
    private static readonly TakesBytes Record = new(
        "The bytes of a record, at most 1 MiB, or of an evidence pack, at most 4 MiB. The type says how they are sent, not what they are: whichever it is, the bytes alone are judged.",
        "text/plain", "application/vc+jwt", "application/vc+ld+json", "application/json");

    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        var anybody = routes.MapGroup("/v1/verify").WithTags("Verify").Public("Whoever holds a record or an evidence pack may have it checked; it answers about nothing else.");
        anybody.MapPost("/", Check).WithName("VerifyRecord").WithSummary("Check any record, or evidence pack, handed in")
            .WithMetadata(Record, new RequestSizeLimitAttribute(EvidenceFile.LargestBytes)).Refuses(Problems.BodyTooLarge);
    }

    private static async Task<Results<Ok<VerificationBody>, Refused>> Check(HttpRequest request, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > Verifying.LargestRecord && !EvidenceFile.Looks(body.GetBuffer().AsSpan(0, 1024)))
                return Problems.BodyTooLarge.Because("A record has at most 1 MiB.").ToResult();
            if (body.Length > EvidenceFile.LargestBytes)
                return Problems.BodyTooLarge.Because("An evidence pack has at most 4 MiB.").ToResult();
        }
        return TypedResults.Ok(await Verifying.Check(database, body.ToArray(), clock.GetUtcNow(), cancellation));
    }
}
