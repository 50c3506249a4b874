using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

internal static class DeadlineCheck
{
    public static IEnumerable<DocumentFault> Faults(RequirementPack pack)
    {
        foreach (var fault in Grades(pack)) yield return fault;
        if (pack.Deadlines.Count > 10) yield return new("$.deadlines", "at most 10 deadlines");
        for (var i = 0; i < pack.Deadlines.Count; i++)
            foreach (var fault in One($"$.deadlines[{i}]", pack.Deadlines[i], pack)) yield return fault;
        if (!InOrder(pack)) yield return new("$.deadlines", "each once, from the earliest to the last");
    }

    private static IEnumerable<DocumentFault> Grades(RequirementPack pack)
    {
        if (pack.Grades is not { } grades) yield break;
        foreach (var fault in PackShape.Codes("$.grades.order", grades.Order)) yield return fault;
        foreach (var fault in PackShape.Between("$.grades.months.value", grades.Months.Value, 1, 120, "months")) yield return fault;
    }

    private static IEnumerable<DocumentFault> One(string path, PackDeadline deadline, RequirementPack pack)
    {
        var asked = deadline.At switch { DeadlineAt.Date => "on", DeadlineAt.Window => "months", _ => "grade" };
        foreach (var (member, value) in deadline.Sources())
        {
            if (member == asked && value is null) yield return new(path, $"missing: {member}");
            if (member != asked && value is not null) yield return new($"{path}.{member}", $"belongs to no deadline at {Code.Of(deadline.At)}");
        }

        if (asked is "grade" && deadline.Grade is { } grade && pack.Grades?.Order.Contains(grade.Value) is not true)
            yield return new($"{path}.grade.value", "a grade of grades.order");
        if (asked is "on" && deadline.On is { } on) foreach (var fault in Day($"{path}.on.value", on.Value, pack)) yield return fault;
        if (asked is "months" && deadline.Months is { } months) foreach (var fault in Window($"{path}.months.value", months.Value, pack)) yield return fault;
    }

    private static IEnumerable<DocumentFault> Day(string path, DateOnly on, RequirementPack pack)
    {
        if (!PackShape.IsDay(on)) yield return new(path, PackShape.DayShape);
        else if (!PackShape.IsDay(pack.ValidFrom)) yield break;
        else if (on <= pack.ValidFrom) yield return new(path, "before anybody can begin: validFrom is later");
        else if (LongestSpan(pack) is { } span && on < pack.ValidFrom.AddMonths(span.Months))
            yield return new(path, $"less than {span.Months} months after validFrom, which rule {span.Rule} asks for");
    }

    private static IEnumerable<DocumentFault> Window(string path, int months, RequirementPack pack)
    {
        if (months is < 1 or > 120) yield return new(path, "1 to 120 months");
        else if (LongestSpan(pack) is { } span && months < span.Months)
            yield return new(path, $"shorter than the {span.Months} months that rule {span.Rule} asks for");
    }

    private static (string Rule, int Months)? LongestSpan(RequirementPack pack) =>
        pack.Rules.OfType<SpanRule>().MaxBy(rule => rule.MinimumMonths.Value) is { MinimumMonths.Value: >= 1 and <= 120 } rule
            ? (rule.Id, rule.MinimumMonths.Value)
            : null;

    // Only deadlines of one kind can be compared: nobody knows whose review comes before which day. Within a grade its cut-off comes
    // before its review, and the review before its end.
    private static bool InOrder(RequirementPack pack)
    {
        var order = pack.Grades?.Order.ToList() ?? [];
        return Rising(pack.Deadlines.Where(deadline => deadline.Grade is not null)
                .Select(deadline => (order.IndexOf(deadline.Grade!.Value), deadline.At switch { DeadlineAt.CutOff => 0, DeadlineAt.Review => 1, _ => 2 })))
            && Rising(pack.Deadlines.Where(deadline => deadline.On is not null).Select(deadline => deadline.On!.Value))
            && Rising(pack.Deadlines.Where(deadline => deadline.Months is not null).Select(deadline => deadline.Months!.Value));
    }

    private static bool Rising<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        return list.SequenceEqual(list.Order()) && !PackShape.HasRepeats(list);
    }
}
