using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The requirement packs of a programme: each version is published once, and stays as it is.</summary>
internal static class PackEndpoints
{
    internal const int Largest = 2 * PackReader.MostBytes;

    private static readonly TakesBytes Document = new(
        "A pack, as `requirement-pack.schema.json` says; an overlay over a version of one; or `{\"shipped\": \"uk-nw-core\"}` for one that came with the product.", "application/json")
        { Example = "{\"shipped\": \"uk-nw-core\"}" };

    public static void MapPacks(this IEndpointRouteBuilder routes)
    {
        const string Path = "/v1/programmes/{programmeId:guid}/requirement-packs";
        var people = routes.MapGroup(Path).WithTags("Progress").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListRequirementPacks").WithSummary("The requirements that progress can be asked for, with their sources");
        people.MapGet("/{packId}/versions/{number:int}", Read).WithName("ReadRequirementPack").WithSummary("One version of a requirement pack, whole")
            .Refuses(Problems.PackUnknown);

        var publishers = routes.MapGroup(Path).WithTags("Progress").May(Rights.PublishPacks, new WholeProgramme());
        publishers.MapPost("/", Publish).WithName("PublishRequirementPack").WithSummary("Publish a version of a requirement pack, for ever")
            .WithMetadata(Document, new RequestSizeLimitAttribute(Largest)).Refuses(Problems.PackRefused, Problems.PackVersionTaken, Problems.BodyTooLarge);

        var movers = routes.MapGroup(Path).WithTags("Progress").May(Rights.MoveRequirements, new PartOfProgramme());
        movers.MapPost("/dry-run", Try).WithName("TryRequirementPack").WithSummary("Whose answer a document would change, and how, before it is published; nothing is written")
            .WithMetadata(Document, new RequestSizeLimitAttribute(Largest)).Refuses(Problems.PackRefused, Problems.BodyTooLarge, Problems.InvalidRequest);
        movers.MapGet("/{packId}/versions/{number:int}/dry-run", TryVersion).WithName("TryRequirementVersion")
            .WithSummary("Whose answer a version would change, and how, before they move to it").Refuses(Problems.PackUnknown, Problems.InvalidRequest);
        movers.MapPost("/{packId}/versions/{number:int}/moves", Move).WithName("MoveToRequirement").WithSummary("Move people to a version, by the hash of the dry run that was seen")
            .Refuses(Problems.PackUnknown, Problems.PackNotValid, Problems.FrameworkChangeMidYear, Problems.FrameworkNotInForce, Problems.TrialChanged, Problems.TwoRequirements, Problems.PackVersionTaken);
    }

    private static async Task<Ok<RequirementPackList>> List(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new RequirementPackList([.. (await PackStore.All(work)).Select(kept => kept.Pack.ToBody())]));
    }

    private static async Task<Results<Ok<RequirementPackVersion>, Refused>> Read(
        Guid programmeId, string packId, int number, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await PackStore.Find(work, packId, number) is { } kept ? TypedResults.Ok(ToBody(kept)) : Problems.PackUnknown.ToResult();
    }

    private static async Task<Results<Created<RequirementPackVersion>, Ok<RequirementPackVersion>, Refused>> Publish(
        Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var document = await Body(http, cancellation);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await Taken(work, document)).Refused(out var problem, out var pack))
            return problem.ToResult();
        if ((await PackStore.Keep(work, pack, http.Person(), clock.GetUtcNow())).Refused(out problem, out var kept))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(kept.Now, $"{http.Request.Path}/{pack.Id}/versions/{pack.Version}", ToBody(kept.Pack));
    }

    private static async Task<Results<Ok<PackTrial>, Refused>> Try(
        Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation, DateOnly? asOf = null)
    {
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return ProgressEndpoints.NoSuchDay.ToResult();
        var document = await Body(http, cancellation);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await Taken(work, document)).Refused(out var problem, out var pack))
            return problem.ToResult();
        return TypedResults.Ok(await PackTrials.Of(work, pack, await Day(work, asOf, clock), await Theirs(http, work, clock)));
    }

    private static async Task<Results<Ok<PackTrial>, Refused>> TryVersion(
        Guid programmeId, string packId, int number, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation, DateOnly? asOf = null)
    {
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return ProgressEndpoints.NoSuchDay.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        return await PackStore.Find(work, packId, number) is { } kept
            ? TypedResults.Ok(await PackTrials.Of(work, kept.Pack, await Day(work, asOf, clock), await Theirs(http, work, clock)))
            : Problems.PackUnknown.ToResult();
    }

    private static async Task<Results<Ok<RequirementsMoved>, Refused>> Move(
        Guid programmeId, string packId, int number, RequirementMove body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PackStore.Find(work, packId, number) is not { } kept)
            return Problems.PackUnknown.ToResult();
        if ((await PackTrials.Move(work, kept.Pack, body, await Theirs(http, work, clock), http.Person(), clock.GetUtcNow())).Refused(out var problem, out var moved))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(moved);
    }

    private static async Task<Answer<RequirementPack>> Taken(Work work, byte[] document)
    {
        var (pack, faults) = await PackPublishing.Read(work, document);
        return pack is null ? Problems.PackRefused.At([.. faults.Select(fault => new FieldError(fault.Path, fault.Reason))]) : pack;
    }

    private static async Task<byte[]> Body(HttpContext http, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellation);
        return body.ToArray();
    }

    private static async Task<DateOnly> Day(Work work, DateOnly? asOf, TimeProvider clock) =>
        asOf ?? (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());

    internal static async Task<IReadOnlySet<Guid>?> Theirs(HttpContext http, Work work, TimeProvider clock) =>
        await http.Sites(work, clock) is { } sites ? await SiteStore.PeopleOf(work, sites, clock.GetUtcNow()) : null;

    private static RequirementPackVersion ToBody(KeptPack kept)
    {
        using var document = JsonDocument.Parse(kept.Document);
        return new(kept.Pack.Id, kept.Pack.Version, Convert.ToHexStringLower(kept.Hash), kept.Published, document.RootElement.Clone());
    }
}
