using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

internal static class UploadPackEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/upload-packs", Zip = "application/zip";

    public static void MapUploadPacks(this IEndpointRouteBuilder routes)
    {
        var trainees = routes.MapGroup(Path).WithTags("Deliveries").May(Rights.UploadThemselves, new TraineeInPath("traineeId"));
        trainees.MapPost("/", Make).WithName("MakeUploadPack").WithSummary("Make what one uploads to a portfolio without an interface")
            .Refuses(Problems.NoUploadPlatform, Problems.InvalidRequest, Problems.DatesReversed, Problems.NoRequirement, Problems.NothingRealUnsigned, Problems.PaperFontMissing,
                Problems.PersonErased, Problems.IdTaken);
        trainees.MapGet("/{uploadPackId:guid}/content", Content).WithName("ReadUploadContent").WithSummary("The text to paste, and the areas of the curriculum to choose")
            .Refuses(Problems.PersonErased);
        trainees.MapGet("/{uploadPackId:guid}/file", Download).WithName("DownloadUploadPack").WithSummary("The files to upload, with the text and the areas")
            .Produces<byte[]>(200, Zip).Refuses(Problems.PersonErased);
        trainees.MapPost("/{uploadPackId:guid}/uploaded", Say).WithName("SayUploaded").WithSummary("Say that it was uploaded; another day puts the day right")
            .Refuses(Problems.InvalidRequest);

        var readers = routes.MapGroup(Path).WithTags("Deliveries").May(Rights.SeeUploads, new TraineeInPath("traineeId"));
        readers.MapGet("/", List).WithName("ListUploadPacks").WithSummary("Somebody's upload packs, and the review periods for which there is none yet");
        readers.MapGet("/{uploadPackId:guid}", Read).WithName("ReadUploadPack").WithSummary("An upload pack, and whether it was uploaded");
    }

    private static async Task<Results<Created<UploadPackBody>, Ok<UploadPackBody>, Refused>> Make(
        Guid programmeId, Guid traineeId, NewUploadPack body, HttpContext http, PortfolioDatabase database, UploadPacks packs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var creation = Creation.Of(http, body.Id, body);
        if ((await packs.Make(work, traineeId, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var kept = (await UploadPackStore.Find(work, traineeId, creation.Id))!;
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", kept.ToBody());
    }

    private static async Task<Results<Ok<UploadPackBody>, Refused>> Say(
        Guid programmeId, Guid traineeId, Guid uploadPackId, Uploaded body, HttpContext http, PortfolioDatabase database, UploadPacks packs, UploadLedger ledger, TimeProvider clock)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await UploadPackStore.Find(work, traineeId, uploadPackId) is not { } kept)
            return Problems.NotFound.ToResult();
        var (programme, now) = ((await ProgrammeStore.Find(work, programmeId))!, clock.GetUtcNow());
        if (body.On < programme.LocalDate(kept.MadeAt) || body.On > programme.LocalDate(now))
            return Problems.InvalidRequest.At(new FieldError("$.on", "Write a day from the one on which the pack was made to today.")).ToResult();
        if (await UploadPackStore.Say(work, uploadPackId, body.On, now) == 1)
            await ledger.SaidThere(work, kept.PlatformId, traineeId, uploadPackId, await packs.Records(work, kept), now);
        await work.Commit();
        return TypedResults.Ok((kept with { UploadedOn = body.On }).ToBody());
    }

    private static async Task<Ok<UploadPackList>> List(Guid programmeId, Guid traineeId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var today = (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        var kept = await UploadPackStore.Of(work, traineeId);
        return TypedResults.Ok(new UploadPackList([.. kept.Select(pack => pack.ToBody())], await UploadPeriods.Proposed(work, traineeId, kept, today)));
    }

    private static Task<Results<Ok<UploadPackBody>, Refused>> Read(Guid programmeId, Guid traineeId, Guid uploadPackId, PortfolioDatabase database, CancellationToken cancellation) =>
        Found(database, programmeId, traineeId, uploadPackId, Problems.NotFound, (_, kept) => Task.FromResult<UploadPackBody?>(kept.ToBody()), cancellation);

    private static Task<Results<Ok<UploadContent>, Refused>> Content(
        Guid programmeId, Guid traineeId, Guid uploadPackId, HttpContext http, PortfolioDatabase database, UploadPacks packs, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return Found(database, programmeId, traineeId, uploadPackId, Problems.PersonErased, packs.Open, cancellation);
    }

    private static async Task<IResult> Download(
        Guid programmeId, Guid traineeId, Guid uploadPackId, HttpContext http, PortfolioDatabase database, UploadPacks packs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await UploadPackStore.Find(work, traineeId, uploadPackId) is not { } kept)
            return Problems.NotFound.ToResult();
        http.Response.Headers.CacheControl = "private, no-cache";
        return await packs.Zip(work, kept) is { } zip ? TypedResults.File(zip, Zip, $"upload-{uploadPackId:D}.zip") : Problems.PersonErased.ToResult();
    }

    private static async Task<Results<Ok<T>, Refused>> Found<T>(
        PortfolioDatabase database, Guid programme, Guid trainee, Guid id, Problem gone, Func<Work, KeptUpload, Task<T?>> show, CancellationToken cancellation) where T : class
    {
        await using var work = await database.Begin(programme, cancellation);
        return await UploadPackStore.Find(work, trainee, id) is not { } kept ? Problems.NotFound.ToResult()
            : await show(work, kept) is { } shown ? TypedResults.Ok(shown) : gone.ToResult();
    }
}
