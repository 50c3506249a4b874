using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The assessments that members of a group still need, the most urgent first.</summary>
internal static class DueAssessmentList
{
    private sealed record OpenRow(Guid PersonId, string FormType);

    public static async Task<IReadOnlyList<DueAssessment>> Of(Work work, PersonStore people, Guid group, DateOnly today)
    {
        // Who takes part without a requirement is given none, so is asked about by nothing here.
        var members = await work.Rows<Guid>("""
            select person_id from membership where programme_id = @Programme and group_id = @group and standing = 'member' and in_force(from_on, until_on, @today)
            """, new { work.Programme, group, today });
        var follows = await Assignments.On(work, today);
        Guid[] asked = [.. members.Where(follows.ContainsKey)];
        var facts = await ProgressStore.Of(work, asked);
        var names = await people.Names(work, asked);
        var open = (await work.Rows<OpenRow>("""
            select person_id, form_type from assessment where programme_id = @Programme and group_id = @group and state in ('draft', 'released')
            """, new { work.Programme, group })).ToHashSet();
        return
        [
            .. asked.SelectMany(person => Due(person, names.GetValueOrDefault(person, ""), follows[person].Pack, facts[person], group, today, open))
                .OrderBy(due => due.DueBy ?? DateOnly.MaxValue).ThenBy(due => due.Name, StringComparer.OrdinalIgnoreCase).ThenBy(due => due.PersonId),
        ];
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
}
