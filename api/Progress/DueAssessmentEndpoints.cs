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
        // Who takes part without a requirement is given none, so is asked about by nothing here.
        var members = await work.Rows<Guid>("""
            select person_id from membership where programme_id = @Programme and group_id = @groupId and standing = 'member' and in_force(from_on, until_on, @today)
            """, new { work.Programme, groupId, today });
        var follows = await Assignments.On(work, today);
        Guid[] asked = [.. members.Where(follows.ContainsKey)];
        var facts = await ProgressStore.Of(work, asked);
        var names = await people.Names(work, asked);
        var open = (await work.Rows<OpenRow>("""
            select person_id, form_type from assessment where programme_id = @Programme and group_id = @groupId and state in ('draft', 'released')
            """, new { work.Programme, groupId })).ToHashSet();
        return TypedResults.Ok(new DueAssessments(today,
        [
            .. asked.SelectMany(person => Due(person, names.GetValueOrDefault(person, ""), follows[person].Pack, facts[person], groupId, today, open))
                .OrderBy(due => due.DueBy ?? DateOnly.MaxValue).ThenBy(due => due.Name, StringComparer.OrdinalIgnoreCase).ThenBy(due => due.PersonId),
        ]));
    }

    private static IEnumerable<DueAssessment> Due(
        Guid person, string name, RequirementPack pack, TraineeFacts facts, Guid group, DateOnly today, HashSet<OpenRow> open)
    {
        var progress = Evaluation.Of(pack, facts, today);
        foreach (var rule in pack.Rules.OfType<AssessmentsRule>())
            if (progress.Rules.Single(answer => answer.Id == rule.Id) is { } answer && answer.Have < answer.Need)
                yield return new(
                    person, name, rule.Type, answer.Have, answer.Need, answer.NextDue, answer.NextDue < today,
                    facts.Attended.Count(fact => fact.Group == group && fact.Deed is (Deed.Attended or Deed.WasSupervised)), rule.SessionsTogether?.Value,
                    open.Contains(new(person, rule.Type)));
    }

    /// <summary>What the person's pack of that day asks for first; nothing where they follow none, or it says nothing.</summary>
    private static async Task<Problem?> WhyTooEarly(Work work, AssessmentAsked asked)
    {
        var rules = (await Assignments.Find(work, asked.Person, asked.On))?.Pack.Rules.OfType<AssessmentsRule>() ?? [];
        return rules.FirstOrDefault(rule => rule.Type == asked.FormType)?.SessionsTogether is { } first && asked.SessionsTogether < first.Value
            ? Problems.SessionsTogetherFirst.Because($"{asked.SessionsTogether} of {first.Value} sessions together by {asked.On:yyyy-MM-dd}.")
            : null;
    }

    private sealed record OpenRow(Guid PersonId, string FormType);
}
