using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class SettingsEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/settings/privacy";

    public static void MapPrivacySettings(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Privacy").May(Rights.ReadPrivacySettings, new WholeProgramme());
        readers.MapGet("/", Read).WithName("ReadPrivacySettings").WithSummary("What the programme says of how it handles personal data").TellsVersion();

        var directors = routes.MapGroup(Path).WithTags("Privacy").May(Rights.SetPrivacy, new WholeProgramme());
        directors.MapPut("/", Set).WithName("SetPrivacySettings").WithSummary("Say who the controller is, on which basis, where and for how long; what is left out is not set")
            .TellsVersion().Refuses(Problems.VersionNeeded, Problems.VersionStale);
    }

    private static async Task<Ok<PrivacySettingsBody>> Read(Guid programmeId, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return Told(http, await SettingsStore.Find(work));
    }

    private static async Task<Results<Ok<PrivacySettingsBody>, Refused>> Set(
        Guid programmeId, PrivacySettings body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (http.SeenVersion().Refused(out var problem, out var seen))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await SettingsStore.Set(work, body, seen.Version, http.Person(), clock.GetUtcNow()))
            return Problems.VersionStale.ToResult();
        var set = await SettingsStore.Find(work);
        await work.Commit();
        return Told(http, set);
    }

    private static Ok<PrivacySettingsBody> Told(HttpContext http, Settings settings)
    {
        http.Tag(settings.Version);
        return TypedResults.Ok(settings.ToBody());
    }
}
