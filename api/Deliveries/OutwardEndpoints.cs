using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>How a platform is written to: set by whoever looks after the programme's platforms, once for all trainees.</summary>
internal static class OutwardEndpoints
{
    public static void MapOutward(this IEndpointRouteBuilder routes)
    {
        var keepers = routes.MapGroup("/v1/programmes/{programmeId:guid}/platforms/{platformId:guid}/outward").WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        keepers.MapPut("/", Set).WithName("SetOutward").WithSummary("How the platform is written to, and who receives there, in place of what was set")
            .Refuses(Problems.PlatformEnded, Problems.AdapterStays, Problems.ReceiverForbidden, Problems.Conflict);
        keepers.MapGet("/", Read).WithName("ReadOutward").WithSummary("How the platform is written to; of a secret only whether it is set").Refuses(Problems.NotWrittenTo);
        keepers.MapPost("/test", Test).WithName("TestOutward").WithSummary("Try what the programme set; nothing is sent to a portfolio").Refuses(Problems.NotWrittenTo, Problems.ReceiverForbidden);
    }

    private static async Task<Results<Ok<OutwardPlatformBody>, Refused>> Set(
        Guid programmeId, Guid platformId, OutwardPlatform body, PortfolioDatabase database, Adapters adapters, PlatformSeal seal, GuardSettings reach, TimeProvider clock,
        CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PlatformStore.Find(work, platformId) is not { } platform)
            return Problems.NotFound.ToResult();
        if (platform.EndedAt is not null)
            return Problems.PlatformEnded.ToResult();
        if (adapters.Find(body.Adapter)?.Description is not { } adapter)
            return Problems.InvalidBody.At(new FieldError("$.adapter", "Write one of: " + string.Join(", ", adapters.All.Select(one => one.Description.Name)) + ".")).ToResult();
        if ((await Keep(work, platformId, body, adapter, seal, reach, clock.GetUtcNow())).Refused(out var problem, out var now))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(now);
    }

    /// <summary>Keeps it where it can be right. The same again changes nothing.</summary>
    public static async Task<Answer<OutwardPlatformBody>> Keep(
        Work work, Guid platform, OutwardPlatform body, AdapterDescription adapter, PlatformSeal seal, GuardSettings reach, DateTimeOffset now)
    {
        var rules = await Receivers.Hold(work);
        var there = await OutwardStore.Hold(work, platform);
        if (there is not null && there.Adapter != body.Adapter)
            return Problems.AdapterStays;
        var before = there is null ? null : seal.Open(work.Programme, platform, there.Settings);
        var (settings, errors) = OutwardSettings.Read(adapter, SettingOwner.Programme, body.Settings, before, reach);
        if (errors.Count > 0)
            return Problems.InvalidBody.At(errors);
        if (OutwardSettings.Missing(adapter, settings, SettingOwner.Programme) is { Count: > 0 } missing)
            return Problems.InvalidBody.At([.. missing.Select(name => new FieldError("$.settings", $"Set {name} too."))]);
        if (body.MostAtOnce > adapter.Limits.AtOnce)
            return Problems.InvalidBody.At(new FieldError("$.mostAtOnce", $"Such platforms bear at most {adapter.Limits.AtOnce} at once."));
        if (Receivers.WhyNot(rules, body.Country, settings.Values) is { } why)
            return Receivers.Refusal(body.Receiver, why);
        var mostAtOnce = body.MostAtOnce ?? adapter.Limits.AtOnce;
        // The same again changes nothing.
        if (before is not null && OutwardSettings.Same(before, settings) && there!.Says(body.Receiver, body.Country, body.Agreement, mostAtOnce))
            return Body(there, adapter, settings);
        var closed = seal.Close(work.Programme, platform, settings);
        var changed = there is null ? await OutwardStore.Add(work, platform, body, closed, mostAtOnce, now) : await OutwardStore.Change(work, platform, body, closed, mostAtOnce, now);
        return changed == 0 ? Problems.Conflict : Body((await OutwardStore.Find(work, platform))!, adapter, settings);
    }

    private static async Task<Results<Ok<OutwardPlatformBody>, Refused>> Read(
        Guid programmeId, Guid platformId, PortfolioDatabase database, Adapters adapters, PlatformSeal seal, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PlatformStore.Find(work, platformId) is null)
            return Problems.NotFound.ToResult();
        return await OutwardStore.Find(work, platformId) is { } outward && adapters.Find(outward.Adapter) is { } adapter
            ? TypedResults.Ok(Body(outward, adapter.Description, seal.Open(programmeId, platformId, outward.Settings)))
            : Problems.NotWrittenTo.ToResult();
    }

    private static async Task<Results<Ok<TrialList>, Refused>> Test(
        Guid programmeId, Guid platformId, PortfolioDatabase database, Adapters adapters, PlaceConnections places, ILogger<PlaceConnections> log, CancellationToken cancellation)
    {
        PlatformConnection connection;
        IPortfolioAdapter? adapter;
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (await PlatformStore.Find(work, platformId) is null)
                return Problems.NotFound.ToResult();
            if (await OutwardStore.Find(work, platformId) is not { } outward || (adapter = adapters.Find(outward.Adapter)) is null)
                return Problems.NotWrittenTo.ToResult();
            if (outward.Forbidden is { } why)
                return Receivers.Refusal(outward.Receiver, why).ToResult();
            connection = await places.OpenPlatform(work, outward);
            await work.Commit();
        }
        return TypedResults.Ok(await ConnectionTrials.Of(adapter, connection, SettingOwner.Programme, log, cancellation));
    }

    private static OutwardPlatformBody Body(Outward outward, AdapterDescription adapter, IReadOnlyDictionary<string, string> settings) => new(
        outward.PlatformId, outward.Adapter, adapter.Title, outward.Receiver, outward.Country, outward.Agreement, outward.MostAtOnce, adapter.Kinds,
        OutwardSettings.Shown(adapter, SettingOwner.Programme, settings), outward.SetAt, outward.Forbidden);
}
