using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Which assessments the members of a group still need, and what a pack asks for before one.</summary>
internal static class DueAssessmentEndpoints
{
    public static void AddProgress(this IServiceCollection services) => services.AddSingleton<BeforeAssessment>(WhyTooEarly);

    public static void MapDueAssessments(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/assessments-due").WithTags("Assessments")
            .May(Rights.SeeDueAssessments, new GroupInPath("groupId"))
            .MapGet("/", List).WithName("ListDueAssessments").WithSummary("The assessments that members of the group still need, the most urgent first");

    private static async Task<Ok<DueAssessments>> List(
        Guid programmeId, Guid groupId, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var today = (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        return TypedResults.Ok(new DueAssessments(today, await DueAssessmentList.Of(work, people, groupId, today)));
    }

    /// <summary>What the person's pack of that day asks for first; nothing where they follow none, or it says nothing.</summary>
    private static async Task<Problem?> WhyTooEarly(Work work, AssessmentAsked asked)
    {
        var rules = (await Assignments.Find(work, asked.Person, asked.On))?.Pack.Rules.OfType<AssessmentsRule>() ?? [];
        return rules.FirstOrDefault(rule => rule.Type == asked.FormType)?.SessionsTogether is { } first && asked.SessionsTogether < first.Value
            ? Problems.SessionsTogetherFirst.Because($"{asked.SessionsTogether} of {first.Value} sessions together by {asked.On:yyyy-MM-dd}.")
            : null;
    }
}
