using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

internal static class PlatformEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/platforms";

    public static void MapPlatforms(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        tutors.MapPost("/", Add).WithName("AddPlatform").WithSummary("Let a platform in; its secret is shown in this one answer").Refuses(Problems.IdTaken);

        var people = routes.MapGroup(Path).WithTags("Platforms").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListPlatforms").WithSummary("The platforms that one can connect; for whoever lets them in, also those that registered and wait for it");

        var keepers = routes.MapGroup(Path + "/{platformId:guid}").WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        keepers.MapGet("/", Read).WithName("ReadPlatform").WithSummary("One platform, with all that is set for it");
        keepers.MapPost("/pause", Pause).WithName("PausePlatform").WithSummary("It gets nothing from now on, with the tokens that it has either").Refuses(Problems.PlatformEnded);
        keepers.MapPost("/resume", Resume).WithName("ResumePlatform").WithSummary("It goes on where it was; one that registered itself is let in").Refuses(Problems.PlatformEnded);
        keepers.MapPost("/end", End).WithName("RemovePlatform").WithSummary("Remove it for good, and end what trainees permitted it");
        routes.MapPlatformSettings(Path + "/{platformId:guid}");
    }

    /// <summary>The platform of the path, locked in nothing: each change says itself what it needs.</summary>
    public static async Task<Results<Ok<PlatformSettings>, Refused>> Change(
        HttpContext http, PortfolioDatabase database, Guid programme, Guid id, Func<Work, Platform, Task<Problem?>> change, bool live = true)
    {
        await using var work = await database.Begin(programme, http.RequestAborted);
        if (await PlatformStore.Find(work, id) is not { } platform)
            return Problems.NotFound.ToResult();
        if (live && platform.EndedAt is not null)
            return Problems.PlatformEnded.ToResult();
        if (await change(work, platform) is { } problem)
            return problem.ToResult();
        var settings = await Settings(work, (await PlatformStore.Find(work, id))!);
        await work.Commit();
        return TypedResults.Ok(settings);
    }

    private static async Task<PlatformSettings> Settings(Work work, Platform platform) => new(
        platform.Id, platform.Name, PlatformSecret.ClientId(work.Programme, platform.Id), platform.State, platform.Redirects,
        await PlatformSecrets.Of(work, platform.Id), [.. KeySet.Usable(platform.Keys ?? "").Select(key => key.Kid)], platform.KeysUrl);

    private static async Task<Results<Created<PlatformBody>, Ok<PlatformBody>, Refused>> Add(
        Guid programmeId, NewPlatform body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        var secret = PlatformSecret.Make();
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await PlatformStore.Add(work, body, secret, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", PlatformStore.Body(work, creation.Id, body.Name, made.Now ? secret : null));
    }

    private static async Task<Ok<PlatformList>> List(Guid programmeId, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new PlatformList(await PlatformStore.All(work, http.Granted().Also(Rights.KeepPlatforms))));
    }

    private static async Task<Results<Ok<PlatformSettings>, Refused>> Read(Guid programmeId, Guid platformId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await PlatformStore.Find(work, platformId) is { } platform ? TypedResults.Ok(await Settings(work, platform)) : Problems.NotFound.ToResult();
    }

    private static Task<Results<Ok<PlatformSettings>, Refused>> Pause(Guid programmeId, Guid platformId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Change(http, database, programmeId, platformId, (work, platform) => Done(PlatformStore.Pause(work, platform.Id, clock.GetUtcNow())));

    private static Task<Results<Ok<PlatformSettings>, Refused>> Resume(Guid programmeId, Guid platformId, HttpContext http, PortfolioDatabase database) =>
        Change(http, database, programmeId, platformId, (work, platform) => Done(PlatformStore.Resume(work, platform.Id)));

    // Ending twice is ending once.
    private static Task<Results<Ok<PlatformSettings>, Refused>> End(Guid programmeId, Guid platformId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Change(http, database, programmeId, platformId, (work, platform) => Done(PlatformStore.End(work, platform.Id, clock.GetUtcNow())), live: false);

    public static async Task<Problem?> Done(Task<int> change)
    {
        await change;
        return null;
    }
}
