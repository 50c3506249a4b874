using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class ProgressEndpoints
{
    public static void MapProgress(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}").WithTags("Progress")
            .May(Rights.ReadProgress, new PersonInPath("traineeId"));
        readers.MapGet("/progress", Read).WithName("ReadProgress").WithSummary("How far a trainee is towards a requirement, as of a day")
            .Refuses(Problems.PackUnknown, Problems.NoRequirement, Problems.InvalidRequest);
        routes.MapPacks();
        routes.MapAssignments();
    }

    private static async Task<Results<Ok<TraineeProgress>, Refused>> Read(
        Guid programmeId, Guid traineeId, string pack, DateOnly? asOf, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return Problems.InvalidRequest
                .At(new FieldError("asOf", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PackStore.Find(work, pack, version: null) is not { } found)
            return Problems.PackUnknown.Because($"Ask for one of: {string.Join(", ", (await PackStore.All(work)).Select(kept => kept.Pack.Id).Distinct())}.").ToResult();
        if (await ProgressStore.Find(work, traineeId) is not { } facts)
            return Problems.NoRequirement.ToResult();
        var day = asOf ?? (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        return TypedResults.Ok(Evaluation.Of(found.Pack, facts, day));
    }
}
