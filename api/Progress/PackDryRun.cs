using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// Whose answer another pack would change, and how: before it is published, or before people move to it.
internal static class PackDryRun
{
    /// <summary>Only those whose answer changes.</summary>
    /// <param name="before">The pack that they follow now; nothing where they follow none.</param>
    public static IReadOnlyList<AnswerChange> Compare(RequirementPack? before, RequirementPack after, IEnumerable<TraineeFacts> people, DateOnly asOf) =>
        [.. people.Select(facts => Compare(before, after, facts, asOf)).OfType<AnswerChange>()];

    public static AnswerChange? Compare(RequirementPack? before, RequirementPack after, TraineeFacts facts, DateOnly asOf)
    {
        var (was, would) = (before is null ? null : Evaluation.Of(before, facts, asOf), Evaluation.Of(after, facts, asOf));
        var rules = Rules(was?.Rules ?? [], would.Rules).Where(rule => rule.Before != rule.After).ToList();
        return rules.Count is 0 && was?.State == would.State && was.Deadline == would.Deadline
            ? null
            : new(facts.Trainee, was?.State, would.State, was?.Deadline, would.Deadline, rules);
    }

    private static IEnumerable<RuleAnswerChange> Rules(IReadOnlyList<RuleProgress> before, IReadOnlyList<RuleProgress> after) =>
    [
        .. after.Select(rule => new RuleAnswerChange(rule.Id, Short(before.FirstOrDefault(other => other.Id == rule.Id)), Short(rule))),
        .. before.Where(rule => after.All(other => other.Id != rule.Id)).Select(rule => new RuleAnswerChange(rule.Id, Short(rule), null)),
    ];

    private static RuleStanding? Short(RuleProgress? rule) => rule is null ? null : new(rule.State, rule.Have, rule.Need, rule.Met);
}
