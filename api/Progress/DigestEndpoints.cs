using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class DigestEndpoints
{
    public static void AddDigests(this IServiceCollection services) => services.AddSingleton<DigestLetters>();

    /// <summary>Writing the letters is the host's.</summary>
    public static void AddDigestWorker(this IServiceCollection services)
    {
        services.AddSingleton<DigestWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestWorker>());
    }

    public static void MapDigests(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/weekly-letters").WithTags("People")
            .May(Rights.SwitchLetters, new PersonInPath("personId"));
        own.MapGet("/", Read).WithName("ReadWeeklyLetters").WithSummary("Whether one gets the weekly letters");
        own.MapPut("/", Set).WithName("SwitchWeeklyLetters").WithSummary("Switch one's weekly letters off or on");
    }

    private static async Task<Ok<WeeklyLetters>> Read(Guid programmeId, Guid personId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await DigestStore.Setting(work, personId));
    }

    private static async Task<Ok<WeeklyLetters>> Set(
        Guid programmeId, Guid personId, WeeklyLetters body, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await DigestStore.Set(work, personId, body.Weekly, clock.GetUtcNow());
        await work.Commit();
        return TypedResults.Ok(body);
    }
}
