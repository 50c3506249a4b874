using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>A form of assessment as data: what is judged, on which scale, and what follows from it. One version of it never changes.</summary>
/// <param name="Type">What packs count by, such as the code of a college's form.</param>
/// <param name="Scale">From the lowest level to the highest.</param>
/// <param name="FilledInBy">Who may fill it in.</param>
/// <param name="CountersignedBy">Who may countersign it; where it is left out nobody needs to.</param>
/// <param name="Confirmed">Whether a public source says that the form is like this.</param>
internal sealed record AssessmentForm(
    string Id,
    int Version,
    string Type,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyList<FormItem> Items,
    IReadOnlyList<FormLevel> Scale,
    PassRule Pass,
    FormOutcomes Outcomes,
    IReadOnlyList<string> FilledInBy,
    bool Confirmed,
    IReadOnlyList<string>? CountersignedBy = null,
    string? Source = null,
    string? Note = null)
{
    public bool NeedsCountersignature => CountersignedBy is not null;

    public AssessmentFormBody ToBody() => new(
        Id, Version, Type, Title, [.. Items.Select(item => new FormItemBody(item.Code, item.Text, item.Optional))],
        [.. Scale.Select(level => new FormCodeBody(level.Code, level.Label))], new(Pass.AtLeast, Pass.Item, Pass.Items),
        [.. new[] { Outcomes.Passed, Outcomes.NotPassed }.Select(outcome => new FormCodeBody(outcome.Code, outcome.Label))],
        FilledInBy, CountersignedBy, Confirmed, Source, Note);

    /// <summary>In English where there is any, else in the language that the form has.</summary>
    public static string InWords(IReadOnlyDictionary<string, string> text) => text.GetValueOrDefault("en") ?? text.OrderBy(of => of.Key, StringComparer.Ordinal).First().Value;
}

internal sealed record FormItem(string Code, IReadOnlyDictionary<string, string> Text, bool Optional = false);

internal sealed record FormLevel(string Code, IReadOnlyDictionary<string, string> Label);

/// <summary>Passed when one item, or so many of them, is at this level or higher.</summary>
internal sealed record PassRule(string AtLeast, string? Item = null, int? Items = null);

internal sealed record FormOutcomes(FormLevel Passed, FormLevel NotPassed);

/// <summary>A level given to an item.</summary>
internal sealed record GivenRating(string Item, string Level);
