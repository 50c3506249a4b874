using System.Text.RegularExpressions;
using Portfolio.Api.Http;

namespace Portfolio.Api.Assessments;

// What the shape alone cannot say. The JSON Schema says the same wherever a schema can.
internal static partial class FormCheck
{
    private const int MostText = 500, MostItems = 40;
    private const string WordShape = "letters, digits and hyphens, at most 32 characters";

    public static readonly IReadOnlyList<string> Fillers = ["leader", "co-leader", "deputy", "educational-supervisor"];
    public static readonly IReadOnlyList<string> Countersigners = ["leader", "educational-supervisor", "tutor"];

    public static IReadOnlyList<DocumentFault> Faults(AssessmentForm form) =>
        [.. Head(form), .. Items(form), .. Scale(form), .. Pass(form), .. Outcomes(form), .. People(form)];

    private static IEnumerable<DocumentFault> Head(AssessmentForm form)
    {
        if (!Key().IsMatch(form.Id)) yield return new("$.id", "lower-case words of letters and digits joined by hyphens, at most 64 characters");
        if (form.Version < 1) yield return new("$.version", "versions count from 1");
        if (!Word().IsMatch(form.Type)) yield return new("$.type", WordShape);
        foreach (var fault in Texts("$.title", form.Title, 200)) yield return fault;
        if (form is { Confirmed: true, Source: null }) yield return new("$.confirmed", "confirmed, but no source says so");
        if (form.Source is { } source && !IsAddress(source)) yield return new("$.source", "an http or https address");
        if (form.Note is { Length: 0 or > MostText }) yield return new("$.note", $"1 to {MostText} characters");
    }

    private static IEnumerable<DocumentFault> Items(AssessmentForm form)
    {
        if (form.Items.Count is 0 or > MostItems) yield return new("$.items", $"1 to {MostItems} items");
        if (form.Items.Count > 0 && form.Items.All(item => item.Optional)) yield return new("$.items", "at least one that is not optional");
        for (var at = 0; at < form.Items.Count; at++)
        {
            foreach (var fault in Code($"$.items[{at}].code", [.. form.Items.Select(item => item.Code)], at)) yield return fault;
            foreach (var fault in Texts($"$.items[{at}].text", form.Items[at].Text, MostText)) yield return fault;
        }
    }

    private static IEnumerable<DocumentFault> Scale(AssessmentForm form)
    {
        if (form.Scale.Count is < 2 or > 20) yield return new("$.scale", "2 to 20 levels, the lowest first");
        for (var at = 0; at < form.Scale.Count; at++)
        {
            foreach (var fault in Code($"$.scale[{at}].code", [.. form.Scale.Select(level => level.Code)], at)) yield return fault;
            foreach (var fault in Texts($"$.scale[{at}].label", form.Scale[at].Label, 150)) yield return fault;
        }
    }

    private static IEnumerable<DocumentFault> Pass(AssessmentForm form)
    {
        var pass = form.Pass;
        if (form.Scale.All(level => level.Code != pass.AtLeast)) yield return new("$.pass.atLeast", "a level of the scale: no rating could reach this one");
        if ((pass.Item is null) == (pass.Items is null)) yield return new("$.pass", "either the one item that decides, or how many items");
        if (pass.Item is { } decides && form.Items.All(item => item.Code != decides)) yield return new("$.pass.item", "the code of an item");
        // An optional item that is left out would decide by its absence.
        if (pass.Item is { } left && form.Items.Any(item => item.Code == left && item.Optional)) yield return new("$.pass.item", "an item that is not optional");
        if (pass.Items is { } items && (items < 1 || items > form.Items.Count)) yield return new("$.pass.items", $"1 to {form.Items.Count}, the number of items");
    }

    private static IEnumerable<DocumentFault> Outcomes(AssessmentForm form)
    {
        foreach (var (path, outcome) in new[] { ("$.outcomes.passed", form.Outcomes.Passed), ("$.outcomes.notPassed", form.Outcomes.NotPassed) })
        {
            if (!Word().IsMatch(outcome.Code)) yield return new($"{path}.code", WordShape);
            foreach (var fault in Texts($"{path}.label", outcome.Label, 150)) yield return fault;
        }
        if (form.Outcomes.Passed.Code == form.Outcomes.NotPassed.Code) yield return new("$.outcomes.notPassed.code", "another code than that of having passed");
    }

    private static IEnumerable<DocumentFault> People(AssessmentForm form)
    {
        if (form.FilledInBy.Count == 0 || !OnceEach(form.FilledInBy, Fillers)) yield return new("$.filledInBy", $"at least one, each once, of {string.Join(", ", Fillers)}");
        if (form.CountersignedBy is { } others && (others.Count == 0 || !OnceEach(others, Countersigners)))
            yield return new("$.countersignedBy", $"at least one, each once, of {string.Join(", ", Countersigners)}; leave it out where nobody needs to");
    }

    private static IEnumerable<DocumentFault> Code(string path, string[] codes, int at)
    {
        if (!Word().IsMatch(codes[at])) yield return new(path, WordShape);
        if (codes.AsSpan(0, at).Contains(codes[at])) yield return new(path, "an earlier one has this code");
    }

    private static IEnumerable<DocumentFault> Texts(string path, IReadOnlyDictionary<string, string> texts, int most)
    {
        if (texts.Count is 0 or > 20) yield return new(path, "1 to 20 languages");
        foreach (var (language, text) in texts)
        {
            if (!Language().IsMatch(language)) yield return new($"{path}.{language}", "a language such as en or de-AT");
            if (!Contracts.Records.ShortText.Is(text, most)) yield return new($"{path}.{language}", $"1 to {most} characters on one line, nothing invisible, no space at either end");
        }
    }

    private static bool OnceEach(IReadOnlyList<string> codes, IReadOnlyList<string> known) => codes.All(known.Contains) && codes.Distinct().Count() == codes.Count;

    private static bool IsAddress(string text) =>
        text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,32}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z]{2})?\z")]
    private static partial Regex Language();
}
