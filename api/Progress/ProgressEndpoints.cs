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

        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/requirement-packs").WithTags("Progress").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", Packs).WithName("ListRequirementPacks").WithSummary("The requirements that progress can be asked for, with their sources");
    }

    private static async Task<Results<Ok<TraineeProgress>, Refused>> Read(
        Guid programmeId, Guid traineeId, string pack, DateOnly? asOf, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (RequirementPacks.Find(pack) is not { } found)
            return Problems.PackUnknown.Because($"Ask for one of: {RequirementPacks.Named}.").ToResult();
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return Problems.InvalidRequest
                .At(new FieldError("asOf", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ProgressStore.Find(work, traineeId) is not { } facts)
            return Problems.NoRequirement.ToResult();
        var day = asOf ?? (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        return TypedResults.Ok(Evaluation.Of(found, facts, day));
    }

    private static Ok<RequirementPackList> Packs(Guid programmeId) =>
        TypedResults.Ok(new RequirementPackList([.. RequirementPacks.All.Select(pack => pack.ToBody())]));
}
