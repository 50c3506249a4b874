using System.ComponentModel.DataAnnotations;
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
        readers.MapGet("/summary", Summary).WithName("ReadSummary").WithSummary("The dates and hours of somebody who takes part, with a requirement or without: no bar and no state")
            .Refuses(Problems.InvalidRequest);
        routes.MapPacks();
        routes.MapAssignments();
        routes.MapCohort();
        routes.MapDueAssessments();
    }

    public static Problem NoSuchDay { get; } =
        Problems.InvalidRequest.At(new FieldError("asOf", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}."));

    private static async Task<Results<Ok<TraineeProgress>, Refused>> Read(
        Guid programmeId, Guid traineeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation,
        string? pack = null, [Range(1, 1_000_000)] int? version = null, DateOnly? asOf = null, DateTimeOffset? knownAt = null,
        [Code("en", "de")] string? language = null)
    {
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return NoSuchDay.ToResult();
        if (version is not null && pack is null)
            return Problems.InvalidRequest.At(new FieldError("version", "Name the pack that it is a version of.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var day = asOf ?? (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        if ((await Followed(work, traineeId, pack, version, day)).Refused(out var problem, out var followed))
            return problem.ToResult();
        var facts = await ProgressStore.Find(work, traineeId, knownAt?.ToUniversalTime());
        return TypedResults.Ok(Evaluation.Of(followed, facts, day, knownAt, language).For(http.Person(), traineeId, facts));
    }

    private static async Task<Results<Ok<MemberAttendance>, Refused>> Summary(
        Guid programmeId, Guid traineeId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation, DateOnly? from = null, DateOnly? until = null)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var last = until ?? (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        var first = from ?? last.AddYears(-1).AddDays(1);
        if (first < Fences.FirstDay || last > Fences.LastDay || last < first)
            return Problems.InvalidRequest.At(new FieldError("until", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}, not before `from`.")).ToResult();
        return TypedResults.Ok(MemberSummary.Of(await ProgressStore.Find(work, traineeId), first, last));
    }

    private static async Task<Answer<RequirementPack>> Followed(Work work, Guid trainee, string? pack, int? version, DateOnly day)
    {
        if (pack is null)
            return await Assignments.Find(work, trainee, day) is { } assigned ? assigned.Pack : Problems.NoRequirement;
        if (await PackStore.Find(work, pack, version, day) is not { } found)
            return Problems.PackUnknown.Because($"Ask for one of: {string.Join(", ", (await PackStore.All(work)).Select(kept => kept.Pack.Id).Distinct())}.");
        // A pack is no question about somebody who takes part without a requirement.
        return await ProgressRows.HasRequirement(work, trainee) ? found.Pack : Problems.NoRequirement;
    }
}
