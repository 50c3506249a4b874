using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class EvidencePackEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/evidence-packs";

    public static void MapEvidencePacks(this IEndpointRouteBuilder routes)
    {
        var makers = routes.MapGroup(Path).WithTags("Confirmation").May(Rights.FreezeEvidence, new TraineeInPath("traineeId"));
        makers.MapPost("/", Freeze).WithName("FreezeEvidencePack").WithSummary("Freeze what is known towards a requirement, for a panel")
            .Refuses(Problems.PackUnknown, Problems.NoRequirement, Problems.InvalidRequest, Problems.NothingRealUnsigned, Problems.PaperFontMissing, Problems.IdTaken);

        var readers = routes.MapGroup(Path).WithTags("Confirmation").May(Rights.ReadEvidence, new TraineeInPath("traineeId"));
        readers.MapGet("/", List).WithName("ListEvidencePacks").WithSummary("Somebody's evidence packs");
        readers.MapGet("/{evidencePackId:guid}", Read).WithName("ReadEvidencePack").WithSummary("An evidence pack as one signed file, or on paper: the same bytes whenever it is asked for")
            .Produces<byte[]>(200, RecordFile, EvidencePacks.PaperForm).Refuses(Problems.NotAcceptable, Problems.PersonErased);
        readers.MapGet("/{evidencePackId:guid}/changes", Changes).WithName("ReadEvidenceChanges")
            .WithSummary("What changed since it was frozen: withdrawn, corrected, queried, signed after").Refuses(Problems.PersonErased);

        var anybody = routes.MapGroup("/programmes/{programmeId:guid}/evidence-packs/{evidencePackId:guid}").WithTags("Verify")
            .Public("Whoever holds an evidence pack on paper may see that it was issued, and whether anything changed since; it names nobody.");
        anybody.MapGet("/", Check).WithName("CheckEvidencePack").WithSummary("What anybody who holds an evidence pack may know of it").Refuses(Problems.NotFound);
    }

    private const string RecordFile = "application/json";

    private static async Task<Results<Created<EvidencePackBody>, Ok<EvidencePackBody>, Refused>> Freeze(
        Guid programmeId, Guid traineeId, NewEvidencePack body, HttpContext http, PortfolioDatabase database, EvidencePacks packs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var creation = Creation.Of(http, body.Id, body);
        if ((await packs.Freeze(work, traineeId, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var kept = (await EvidencePackStore.Find(work, traineeId, creation.Id))!.ToBody((await ProgrammeStore.Find(work, programmeId))!);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", kept);
    }

    private static async Task<Ok<EvidencePackList>> List(Guid programmeId, Guid traineeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        return TypedResults.Ok(new EvidencePackList([.. (await EvidencePackStore.Of(work, traineeId)).Select(kept => kept.ToBody(programme))]));
    }

    private static async Task<IResult> Read(
        Guid programmeId, Guid traineeId, Guid evidencePackId, HttpContext http, PortfolioDatabase database, EvidencePacks packs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await EvidencePackStore.Find(work, traineeId, evidencePackId) is not { } kept)
            return Problems.NotFound.ToResult();
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Form([RecordFile, EvidencePacks.PaperForm]) is not { } type)
            return Problems.NotAcceptable.Because($"Ask for {RecordFile} or {EvidencePacks.PaperForm}.").ToResult();
        return await packs.Open(work, kept, type) is { } bytes ? Tagged.Answer(http, bytes, type, "private, no-cache") : Problems.PersonErased.ToResult();
    }

    private static async Task<Results<Ok<EvidenceChanges>, Refused>> Changes(
        Guid programmeId, Guid traineeId, Guid evidencePackId, PortfolioDatabase database, EvidencePacks packs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await EvidencePackStore.Find(work, traineeId, evidencePackId) is not { } kept)
            return Problems.NotFound.ToResult();
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        return await packs.Frozen(work, kept) is { } frozen
            ? TypedResults.Ok(new EvidenceChanges(kept.Id, kept.FrozenAt, await EvidenceChangesStore.Of(work, programme, kept, frozen)))
            : Problems.PersonErased.ToResult();
    }

    // The code on the paper leads here: a person is shown a page, a program gets JSON.
    private static async Task<Results<Ok<EvidencePackCheck>, RedirectHttpResult, Refused>> Check(
        Guid programmeId, Guid evidencePackId, HttpContext http, PortfolioDatabase database, EvidencePacks packs, CancellationToken cancellation)
    {
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Form([RecordFile, "text/html"]) == "text/html")
            return TypedResults.Redirect($"/programmes/{programmeId:D}/evidence-packs/{evidencePackId:D}/check");
        await using var work = await database.Begin(programmeId, cancellation);
        return await packs.Check(work, evidencePackId) is { } check ? TypedResults.Ok(check) : Problems.NotFound.ToResult();
    }
}
