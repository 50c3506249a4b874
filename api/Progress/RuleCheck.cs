using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

internal static class RuleCheck
{
    public static IEnumerable<DocumentFault> Faults(RequirementPack pack)
    {
        if (pack.Rules.Count is 0 or > 20) yield return new("$.rules", "1 to 20 rules");
        for (var i = 0; i < pack.Rules.Count; i++)
        {
            var (path, rule) = ($"$.rules[{i}]", pack.Rules[i]);
            if (!PackShape.IsKey(rule.Id)) yield return new($"{path}.id", PackShape.KeyShape);
            if (pack.Rules.Take(i).Any(earlier => earlier.Id == rule.Id)) yield return new($"{path}.id", "an earlier rule has this id");
            foreach (var fault in PackShape.Texts($"{path}.title", rule.Title, pack.Language)) yield return fault;
            foreach (var fault in rule switch
            {
                SessionsRule sessions => SessionsCheck.Faults(path, sessions, pack),
                PresentationsRule presentations => Presentations(path, presentations),
                SpanRule span => Span(path, span),
                AssessmentsRule assessments => Assessments(path, assessments),
                ElsewhereRule elsewhere => Elsewhere(path, elsewhere),
                _ => throw new NotSupportedException($"no check for {rule.GetType().Name}"),
            }) yield return fault;
        }
    }

    private static IEnumerable<DocumentFault> Presentations(string path, PresentationsRule rule) =>
    [
        .. PackShape.Between($"{path}.minimum.value", rule.Minimum.Value, 1, 1000, "presentations"),
        .. PackShape.Some($"{path}.roles", rule.Roles), .. PackShape.Some($"{path}.accepted", rule.Accepted),
    ];

    private static IEnumerable<DocumentFault> Span(string path, SpanRule rule) =>
    [
        .. PackShape.Between($"{path}.minimumMonths.value", rule.MinimumMonths.Value, 1, 120, "months"),
        .. PackShape.Some($"{path}.accepted", rule.Accepted), .. PackShape.Names($"{path}.forms.value", rule.Forms?.Value),
    ];

    private static IEnumerable<DocumentFault> Assessments(string path, AssessmentsRule rule)
    {
        if (!PackShape.IsCode(rule.Type)) yield return new($"{path}.type", "a code of letters, digits and hyphens, at most 32 characters");
        foreach (var fault in (IEnumerable<DocumentFault>)
        [
            .. PackShape.Between($"{path}.minimum.value", rule.Minimum.Value, 1, 100, "assessments"),
            .. PackShape.Between($"{path}.everyMonths.value", rule.EveryMonths?.Value, 1, 60, "months"),
            .. PackShape.Between($"{path}.sessionsTogether.value", rule.SessionsTogether?.Value, 1, 1000, "sessions"),
            .. PackShape.Codes($"{path}.passes.value", rule.Passes.Value), .. PackShape.Some($"{path}.accepted", rule.Accepted),
        ]) yield return fault;
    }

    // What is recorded elsewhere is never signed here by the leader of the day: a rule that accepted only that could not be met.
    private static IEnumerable<DocumentFault> Elsewhere(string path, ElsewhereRule rule)
    {
        foreach (var fault in (IEnumerable<DocumentFault>)
        [
            .. SessionsCheck.Amount($"{path}.minimum", rule.Minimum, rule.Unit),
            .. PackShape.Codes($"{path}.types.value", rule.Types.Value), .. PackShape.Some($"{path}.accepted", rule.Accepted),
        ]) yield return fault;
        if (!rule.Accepted.Value.Any(provenance => provenance is Provenance.Elsewhere or Provenance.OtherProgramme))
            yield return new($"{path}.accepted.value", "accepts neither what is recorded elsewhere nor another programme's, so that nothing could count");
    }
}
