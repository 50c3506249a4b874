using Portfolio.Api.Access;
using Portfolio.Api.Curricula;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What a record evidences, seen under another framework: the record stays as it was signed, and beside it stands what a crosswalk says, and whose word that is.</summary>
internal static class RecordCompetencyEndpoints
{
    public static void MapCompetencies(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/records/{recordId:guid}/competencies").WithTags("Records").May(Rights.ReadRecord, new RecordInPath("recordId"));
        readers.MapGet("/", Read).WithName("ReadRecordCompetencies").WithSummary("The curriculum items of a record as they are seen under another framework")
            .Refuses(Problems.FrameworkUnknown, Problems.RecordErased);
    }

    private static async Task<Results<Ok<RecordCompetencies>, Refused>> Read(
        Guid programmeId, Guid recordId, string framework, PortfolioDatabase database, PersonKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (await RecordStore.Find(work, recordId, number: null) is not { } stored)
            return Problems.NotFound.ToResult();
        if (await OpenVersion.All(work, keys, programme, [stored]) is not [var open])
            return Problems.RecordErased.ToResult();
        if (await FrameworkStore.Find(work, framework) is not { } to)
            return Problems.FrameworkUnknown.ToResult();
        var signed = RecordVerifier.Check(open.Jwt, RecordKeys.None, clock.GetUtcNow()).Claim?.Alignments ?? [];
        var seen = new List<CompetencySeen>();
        foreach (var item in signed)
            seen.Add(await Seen(work, item, to));
        return TypedResults.Ok(new RecordCompetencies(recordId, to.Id, seen));
    }

    private static async Task<CompetencySeen> Seen(Work work, Alignment signed, Framework to)
    {
        // The newest version that has the item: a crosswalk is often loaded after the record was signed.
        var from = Guid.TryParse(signed.Url[(signed.Url.LastIndexOf('/') + 1)..], out var id) ? await FrameworkStore.OfItem(work, id) : null;
        return new(signed.Url, signed.Code, signed.Name, signed.Framework, from is null ? [] : [.. Crosswalk.Show([from.Item(id)!.Code], from, to).SelectMany(seen => seen.SeenAs)]);
    }
}
