using System.Text.RegularExpressions;

namespace Portfolio.Api.Progress;

// What the shape alone cannot say. The JSON Schema says the same wherever a schema can.
internal static partial class PackCheck
{
    private const int MostText = 200, MostNote = 500;
    private const string KeyShape = "lower-case words of letters and digits joined by hyphens, at most 64 characters";
    private const string SomeOnce = "at least one, each once";

    public static IReadOnlyList<PackFault> Faults(RequirementPack pack) =>
    [
        .. Head(pack), .. Deadlines(pack), .. Rules(pack), .. Competencies(pack),
        .. pack.Sources().SelectMany(source => Source(source.Path, source.Value)),
    ];

    private static IEnumerable<PackFault> Head(RequirementPack pack)
    {
        if (!Key().IsMatch(pack.Id)) yield return new("$.id", KeyShape);
        if (pack.Version < 1) yield return new("$.version", "versions count from 1");
        foreach (var fault in Texts("$.title", pack.Title)) yield return fault;
        if (pack.ValidTo < pack.ValidFrom) yield return new("$.validTo", "ends before validFrom");
        if (pack.Grades?.Months.Value is < 1 or > 120) yield return new("$.grades.months.value", "1 to 120 months");
        foreach (var fault in Codes("$.grades.order", pack.Grades?.Order ?? [""])) yield return fault;
        if (HasRepeats(pack.ClockStopsMove.Value)) yield return new("$.clockStopsMove.value", "each at most once");
        if (pack.ExpectedMonths?.Value is { } span && (span.From < 1 || span.To < span.From || span.To > 120))
            yield return new("$.expectedMonths.value", "from 1 to 120 months, from no later than to");
        foreach (var fault in pack.Unlocks is { } unlocks ? Texts("$.unlocks.value", unlocks.Value) : []) yield return fault;
    }

    private static IEnumerable<PackFault> Deadlines(RequirementPack pack)
    {
        if (pack.Deadlines.Count is 0 or > 10) yield return new("$.deadlines", "1 to 10 deadlines");
        for (var i = 0; i < pack.Deadlines.Count; i++)
            if (!pack.Grades!.Order.Contains(pack.Deadlines[i].Grade!.Value))
                yield return new($"$.deadlines[{i}].grade.value", "a grade of grades.order");
        var order = pack.Deadlines.Select(deadline => pack.Grades!.Order.ToList().IndexOf(deadline.Grade!.Value)).ToList();
        if (!order.SequenceEqual(order.Order())) yield return new("$.deadlines", "in the order of the grades");
    }

    private static IEnumerable<PackFault> Rules(RequirementPack pack)
    {
        if (pack.Rules.Count is 0 or > 20) yield return new("$.rules", "1 to 20 rules");
        for (var i = 0; i < pack.Rules.Count; i++)
        {
            var path = $"$.rules[{i}]";
            var id = pack.Rules[i].Id;
            if (!Key().IsMatch(id)) yield return new($"{path}.id", KeyShape);
            if (pack.Rules.Take(i).Any(earlier => earlier.Id == id)) yield return new($"{path}.id", "an earlier rule has this id");
            foreach (var fault in pack.Rules[i] switch
            {
                SessionsRule sessions => Sessions(path, sessions),
                AssessmentsRule assessments => Assessments(path, assessments),
                _ => [],
            }) yield return fault;
        }
    }

    private static IEnumerable<PackFault> Sessions(string path, SessionsRule rule)
    {
        if (rule.Minimum.Value is < 1 or > 1000) yield return new($"{path}.minimum.value", "1 to 1000 sessions");
        if (rule.MinimumMinutes?.Value is < 1 or > 480) yield return new($"{path}.minimumMinutes.value", "1 to 480 minutes");
        if (rule.EveryDays.Value is < 1 or > 366) yield return new($"{path}.everyDays.value", "1 to 366 days");
        if (rule.JudgedAfter.Value is < 1 or > 1000) yield return new($"{path}.judgedAfter.value", "1 to 1000 sessions");
        if (rule.Modes.Value.Count is 0 || HasRepeats(rule.Modes.Value)) yield return new($"{path}.modes.value", SomeOnce);
        if (rule.Accepted.Value.Count is 0 || HasRepeats(rule.Accepted.Value)) yield return new($"{path}.accepted.value", SomeOnce);
    }

    private static IEnumerable<PackFault> Assessments(string path, AssessmentsRule rule)
    {
        if (!Word().IsMatch(rule.Type)) yield return new($"{path}.type", "a code of letters, digits and hyphens, at most 32 characters");
        if (rule.Minimum.Value is < 1 or > 100) yield return new($"{path}.minimum.value", "1 to 100 assessments");
        if (rule.EveryMonths?.Value is < 1 or > 60) yield return new($"{path}.everyMonths.value", "1 to 60 months");
        if (rule.Accepted.Value.Count is 0 || HasRepeats(rule.Accepted.Value)) yield return new($"{path}.accepted.value", SomeOnce);
        foreach (var fault in Codes($"{path}.passes.value", rule.Passes.Value)) yield return fault;
    }

    private static IEnumerable<PackFault> Competencies(RequirementPack pack)
    {
        if (pack.Competencies.Count > RequirementPack.MostCompetencies || HasRepeats(pack.Competencies))
            yield return new("$.competencies", $"at most {RequirementPack.MostCompetencies}, each once");
        for (var i = 0; i < pack.Competencies.Count; i++)
        {
            if (!Key().IsMatch(pack.Competencies[i].Framework)) yield return new($"$.competencies[{i}].framework", "the id of a framework");
            if (pack.Competencies[i].Code is { Length: 0 or > 64 }) yield return new($"$.competencies[{i}].code", "1 to 64 characters");
        }
    }

    private static IEnumerable<PackFault> Texts(string path, IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => text.Value is { Length: 0 or > MostText }).Select(text => new PackFault($"{path}.{text.Key}", $"1 to {MostText} characters"));

    private static IEnumerable<PackFault> Source(string path, Sourced? sourced)
    {
        if (sourced is { Confirmed: true, Source: null }) yield return new(path, "confirmed, but no source says so");
        if (sourced?.Source is { } source && !IsAddress(source)) yield return new($"{path}.source", "an http or https address");
        if (sourced?.Note is { Length: > MostNote }) yield return new($"{path}.note", $"at most {MostNote} characters");
    }

    private static IEnumerable<PackFault> Codes(string path, IReadOnlyList<string> codes)
    {
        if (codes.Count is 0 or > 20 || HasRepeats(codes)) yield return new(path, "1 to 20 codes, each once");
        for (var i = 0; i < codes.Count; i++)
            if (!Word().IsMatch(codes[i])) yield return new($"{path}[{i}]", "letters, digits and hyphens, at most 32 characters");
    }

    private static bool IsAddress(string text) =>
        text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static bool HasRepeats<T>(IReadOnlyList<T> items) => items.Distinct().Count() != items.Count;

    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,32}\z")]
    private static partial Regex Word();
}
