using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// What the shape alone cannot say, and what contradicts itself. The JSON Schema says the same wherever a schema can.
internal static class PackCheck
{
    /// <param name="knows">Whether a framework has an item; left out where nobody can tell.</param>
    public static IReadOnlyList<DocumentFault> Faults(RequirementPack pack, Func<string, string, bool>? knows = null) =>
    [
        .. Head(pack), .. DeadlineCheck.Faults(pack), .. RuleCheck.Faults(pack), .. RequiresCheck.Faults(pack), .. Competencies(pack, knows),
        .. StepCheck.Faults(pack), .. pack.Sources().SelectMany(source => PackShape.Source(source.Path, source.Value)),
    ];

    private static IEnumerable<DocumentFault> Head(RequirementPack pack)
    {
        if (!PackShape.IsKey(pack.Id)) yield return new("$.id", PackShape.KeyShape);
        if (pack.Version < 1) yield return new("$.version", "versions count from 1");
        if (!PackShape.IsLanguage(pack.Language)) yield return new("$.language", PackShape.LanguageShape);
        foreach (var fault in PackShape.Texts("$.title", pack.Title, pack.Language)) yield return fault;
        foreach (var fault in Validity(pack)) yield return fault;
        if (PackShape.HasRepeats(pack.ClockStopsMove.Value)) yield return new("$.clockStopsMove.value", "each at most once");
        foreach (var fault in Moves(pack)) yield return fault;
        if (pack.ExpectedMonths?.Value is { } span && (span.From < 1 || span.To < span.From || span.To > 120))
            yield return new("$.expectedMonths.value", "from 1 to 120 months, from no later than to");
        foreach (var fault in PackShape.Texts("$.unlocks.value", pack.Unlocks?.Value, pack.Language)) yield return fault;
        foreach (var fault in Over(pack)) yield return fault;
    }

    private static IEnumerable<DocumentFault> Validity(RequirementPack pack)
    {
        if (!PackShape.IsDay(pack.ValidFrom)) yield return new("$.validFrom", PackShape.DayShape);
        if (pack.ValidTo is not { } end) yield break;
        if (end < pack.ValidFrom) yield return new("$.validTo", "ends before validFrom");
        else if (!PackShape.IsDay(end)) yield return new("$.validTo", PackShape.DayShape);
    }

    // What there is not cannot be moved, stretched or scaled: whoever wrote it expected another pack.
    private static IEnumerable<DocumentFault> Moves(RequirementPack pack)
    {
        var window = pack.Deadlines.Any(deadline => deadline.At is DeadlineAt.Window);
        if (pack.ClockStopsMove.Value.Contains(Movable.Window) && !window) yield return new("$.clockStopsMove.value", "moves a window, and no deadline is one");
        if (pack.ClockStopsMove.Value.Contains(Movable.Deadline) && pack.Deadlines.Count is 0)
            yield return new("$.clockStopsMove.value", "moves a deadline, and there is none");
        if (pack.LessThanFullTime?.Value is LessThanFullTime.StretchWindow && !window)
            yield return new("$.lessThanFullTime.value", "stretches a window, and no deadline is one");
        if (pack.LessThanFullTime?.Value is LessThanFullTime.ScaleCount && !pack.Rules.Any(rule => rule is SessionsRule or PresentationsRule))
            yield return new("$.lessThanFullTime.value", "scales a count, and no rule counts sessions or presentations");
        if (pack.EvidenceCutOff is { Value: true } && !pack.Deadlines.Any(deadline => deadline.At is DeadlineAt.Review or DeadlineAt.CutOff))
            yield return new("$.evidenceCutOff.value", "the cut-off belongs to a review, and no deadline is a review or its cut-off");
    }

    private static IEnumerable<DocumentFault> Competencies(RequirementPack pack, Func<string, string, bool>? knows)
    {
        if (pack.Competencies.Count > RequirementPack.MostCompetencies || PackShape.HasRepeats(pack.Competencies))
            yield return new("$.competencies", $"at most {RequirementPack.MostCompetencies}, each once");
        for (var i = 0; i < pack.Competencies.Count; i++)
        {
            var (framework, code) = pack.Competencies[i];
            if (!PackShape.IsKey(framework)) yield return new($"$.competencies[{i}].framework", "the id of a framework");
            else if (code is { Length: 0 or > 64 }) yield return new($"$.competencies[{i}].code", "1 to 64 characters");
            else if (knows is not null && !knows(framework, code)) yield return new($"$.competencies[{i}]", "no framework here has this item");
        }
    }

    private static IEnumerable<DocumentFault> Over(RequirementPack pack)
    {
        if (pack.Over is not { } over) yield break;
        if (!PackShape.IsKey(over.Id)) yield return new("$.over.id", PackShape.KeyShape);
        if (over.Id == pack.Id) yield return new("$.over.id", "a pack cannot be over itself");
        if (over.Version < 1) yield return new("$.over.version", "versions count from 1");
        if (over.Changes.Count is 0) yield return new("$.over.changes", "at least one change");
    }
}
