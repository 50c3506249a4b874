using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>“Is it in my portfolio?”, for each record and platform.</summary>
internal static class DeliveryEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}";
    private const string States = "Those that stand so: due, sending, accepted, refused, unknown, parked or withdrawn.";

    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        var keepers = routes.MapGroup(Path + "/deliveries").WithTags("Deliveries").May(Rights.SeeDeliveries, new WholeProgramme());
        keepers.MapGet("/", All).WithName("ListDeliveries").WithSummary("Where the programme's records went, what is parked and why").Refuses(Problems.InvalidRequest);
        var own = routes.MapGroup(Path + "/trainees/{traineeId:guid}/deliveries").WithTags("Deliveries").May(Rights.SeeOwnDeliveries, new PersonInPath("traineeId"));
        own.MapGet("/", Own).WithName("ListOwnDeliveries").WithSummary("Where one's own records went").Refuses(Problems.InvalidRequest);

        var line = routes.MapGroup(Path + "/deliveries/{deliveryId:guid}").WithTags("Deliveries");
        var readers = line.MapGroup("").May(Rights.ReadDelivery, new DeliveryInPath("deliveryId"));
        readers.MapGet("/", Read).WithName("ReadDelivery").WithSummary("Where one version of a record went, with every attempt");
        readers.MapPost("/replay", ReplayOne).WithName("ReplayDelivery").WithSummary("Try it again now; what may be there is looked for first");
        var finders = line.MapGroup("/found").May(Rights.TellDelivery, new DeliveryInPath("deliveryId"));
        finders.MapPost("/", Found).WithName("TellDelivery").WithSummary("Say whether it is there, where only the person can tell").Refuses(Problems.DeliveryNotAsked);

        var connected = routes.MapGroup(Path + "/connections/{connectionId:guid}/replay").WithTags("Deliveries").May(Rights.KeepConnection, new ConnectionInPath("connectionId"));
        connected.MapPost("/", ReplayConnection).WithName("ReplayConnection").WithSummary("Try again what waits at one's own place, of a period where one is given").Refuses(Problems.DatesReversed);
        var platforms = routes.MapGroup(Path + "/platforms/{platformId:guid}/replay").WithTags("Deliveries").May(Rights.KeepPlatforms, new WholeProgramme());
        platforms.MapPost("/", ReplayPlatform).WithName("ReplayPlatform").WithSummary("Try again what waits at a platform, of a period where one is given").Refuses(Problems.DatesReversed);
    }

    private static Task<Results<Ok<DeliveryList>, Refused>> All(
        Guid programmeId, HttpContext http, PortfolioDatabase database, DeliverySeal seal, CancellationToken cancellation,
        Guid? trainee = null, Guid? record = null, Guid? platform = null, Guid? connection = null, [Description(States)] string? state = null, Guid? after = null, [Range(1, 200)] int limit = 50) =>
        Page(programmeId, database, seal, new(http.Person(), trainee, record, platform, connection, state, after, limit), cancellation);

    private static Task<Results<Ok<DeliveryList>, Refused>> Own(
        Guid programmeId, Guid traineeId, HttpContext http, PortfolioDatabase database, DeliverySeal seal, CancellationToken cancellation,
        Guid? record = null, Guid? platform = null, Guid? connection = null, [Description(States)] string? state = null, Guid? after = null, [Range(1, 200)] int limit = 50) =>
        Page(programmeId, database, seal, new(http.Person(), traineeId, record, platform, connection, state, after, limit), cancellation);

    private static async Task<Results<Ok<DeliveryList>, Refused>> Page(
        Guid programme, PortfolioDatabase database, DeliverySeal seal, DeliveryQueries.Asked asked, CancellationToken cancellation)
    {
        if (asked.State is not (null or "due" or "sending" or "accepted" or "refused" or "unknown" or "parked" or "withdrawn"))
            return Problems.InvalidRequest.At(new FieldError("state", "Write due, sending, accepted, refused, unknown, parked or withdrawn.")).ToResult();
        await using var work = await database.Begin(programme, cancellation);
        return TypedResults.Ok(await DeliveryQueries.Page(work, seal, asked));
    }

    private static async Task<Ok<DeliveryBody>> Read(
        Guid programmeId, Guid deliveryId, HttpContext http, PortfolioDatabase database, DeliverySeal seal, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok((await DeliveryQueries.Find(work, seal, deliveryId, http.Person()))!);
    }

    private static async Task<Ok<DeliveryBody>> ReplayOne(
        Guid programmeId, Guid deliveryId, HttpContext http, PortfolioDatabase database, DeliverySeal seal, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await DeliveryReplay.One(work, deliveryId, clock.GetUtcNow());
        var now = (await DeliveryQueries.Find(work, seal, deliveryId, http.Person()))!;
        await work.Commit();
        return TypedResults.Ok(now);
    }

    private static async Task<Results<Ok<DeliveryBody>, Refused>> Found(
        Guid programmeId, Guid deliveryId, DeliveryFound body, HttpContext http, PortfolioDatabase database, DeliverySeal seal, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await DeliveryReplay.Told(work, seal, deliveryId, body.There, clock.GetUtcNow()))
            return Problems.DeliveryNotAsked.ToResult();
        var now = (await DeliveryQueries.Find(work, seal, deliveryId, http.Person()))!;
        await work.Commit();
        return TypedResults.Ok(now);
    }

    private static async Task<Results<Ok<ReplayBody>, Refused>> ReplayConnection(
        Guid programmeId, Guid connectionId, Replay body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var connection = (await ConnectionStore.Find(work, connectionId))!;
        return await Replayed(work, connection.PlatformId, http.Person(), body, clock.GetUtcNow());
    }

    private static async Task<Results<Ok<ReplayBody>, Refused>> ReplayPlatform(
        Guid programmeId, Guid platformId, Replay body, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await PlatformStore.Find(work, platformId) is null ? Problems.NotFound.ToResult() : await Replayed(work, platformId, null, body, clock.GetUtcNow());
    }

    private static async Task<Results<Ok<ReplayBody>, Refused>> Replayed(Work work, Guid platform, Guid? person, Replay body, DateTimeOffset now)
    {
        if (body.From > body.Until)
            return Problems.DatesReversed.ToResult();
        var count = await DeliveryReplay.Many(work, platform, person, body, now);
        await work.Commit();
        return TypedResults.Ok(new ReplayBody(count));
    }
}
