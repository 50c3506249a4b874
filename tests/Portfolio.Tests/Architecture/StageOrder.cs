using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

/// <summary>A stage may look back, never forward; the ground knows no stage; what puts the house together comes last.</summary>
internal static partial class StageOrder
{
    private static readonly string[] Ground = ["Access", "Audit", "Database", "Http", "Mail", "Sealing", "Sheets"];

    private static readonly string[] Stages =
    [
        "People", "Curricula", "Groups", "Sessions", "Assessments", "Records", "Progress", "Deliveries", "Feed", "Privacy",
        // What reads whole sheets, under its pages.
        "Paper", "Pages", "Lti",
        // Over all stages: the demonstration, the verbs.
        "Demonstration", "Verbs",
    ];

    /// <summary>What a source of `api` says that it should not know of.</summary>
    public static IEnumerable<string> Faults(Source source)
    {
        if (!source.Path.Contains('/', StringComparison.Ordinal))
            yield break;
        var folder = source.Path.Split('/')[0];
        if (Rank(folder) is not { } own)
        {
            yield return $"{source.Path}: the folder {folder} has no place in the order";
            yield break;
        }
        var code = Prose().Replace(source.Text, "");
        if (Namespace().Match(code) is { Success: true } declared && declared.Groups[1].Value != $"Portfolio.Api.{folder}")
            yield return $"{source.Path}: its namespace is {declared.Groups[1].Value}";
        foreach (var named in Named().Matches(code).Select(match => match.Groups[1].Value).Distinct())
            if (named != folder && Rank(named) is { } other && other > 0 && other >= own)
                yield return $"{source.Path}: names {named}";
    }

    // The ground is one floor: its folders may name each other.
    private static int? Rank(string folder) =>
        Ground.Contains(folder) ? 0 : Array.IndexOf(Stages, folder) is >= 0 and var at ? at + 1 : null;

    [GeneratedRegex("""(?<!:)//.*|/\*[\s\S]*?\*/|\"{3}[\s\S]*?\"{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")]
    private static partial Regex Prose();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // By its full name, or, since every stage lies in Portfolio.Api, by its first word alone.
    [GeneratedRegex(@"(?:\bPortfolio\.Api\.|\bApi\.|(?<![\w.]))([A-Z]\w*)(?=\s*[.;])")]
    private static partial Regex Named();
}
