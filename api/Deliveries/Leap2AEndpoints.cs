using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Api.Deliveries;

/// <summary>How a trainee's records, and their name, are written as one Leap2A archive.</summary>
internal sealed record Leap2AWriter(Func<IReadOnlyList<SignedRecord>, string, byte[]> Write);

internal static class Leap2AEndpoints
{
    private const string Zip = "application/zip";

    public static void MapLeap2A(this IEndpointRouteBuilder routes)
    {
        var trainees = routes.MapGroup("/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/leap2a").WithTags("Deliveries").May(Rights.TakeRecords, new TraineeInPath("traineeId"));
        trainees.MapGet("/", Download).WithName("DownloadLeap2A").WithSummary("One's own records as a Leap2A archive, which Mahara and other portfolios import; all of them when no days are given")
            .Produces<byte[]>(200, Zip).Refuses(Problems.InvalidRequest, Problems.PersonErased);
    }

    private static async Task<IResult> Download(
        Guid programmeId, Guid traineeId, DateOnly? from, DateOnly? until, HttpContext http, PortfolioDatabase database, PersonStore people, PersonKeys keys, Leap2AWriter leap2A)
    {
        if (from > until)
            return Problems.InvalidRequest.At(new FieldError("until", "Write a day that is not before the first.")).ToResult();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await people.Find(work, traineeId) is not { } trainee)
            return Problems.PersonErased.ToResult();
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var standing = (await RecordStore.Of(work, traineeId)).Where(version => version.Ended is null).ToList();
        var records = (await OpenVersion.All(work, keys, programme, standing)).Select(SignedRecords.Read).OfType<SignedRecord>()
            .Where(record => !(record.Claim.Starts > until) && !((record.Claim.Ends ?? record.Claim.Starts) < from)).ToList();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(leap2A.Write(records, trainee.Identity.Name), Zip, $"leap2a-{traineeId:D}.zip");
    }
}
