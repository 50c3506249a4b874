using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>Moodle's framework CSV: one row is the framework, the others its competencies. Its scales, rules and cross-references have no place here.</summary>
internal static class MoodleReader
{
    private const string File = "framework.csv";

    public static async Task<FrameworkRead?> Read(Stream content, FrameworkHints hints, FrameworkFindings findings, CancellationToken stop)
    {
        var found = new Findings();
        var sheet = await Sheet.Open(content, File, MoodleSheet.Columns, found, stop, prose: true);
        var rows = sheet.Rows().Take(FrameworkCheck.MostItems + 2).Select(row => (row.Line, Cells: MoodleSheet.Columns.ToDictionary(column => column, column => row[column]))).ToList();
        var frameworks = rows.Where(row => row.Cells[MoodleSheet.IsFramework] == "1").ToList();
        if (!found.Any && frameworks.Count != 1)
            found.Add(File, frameworks.Count == 0 ? 1 : frameworks[1].Line, MoodleSheet.IsFramework, $"{frameworks.Count} rows with 1", "1 in exactly one row, that of the framework");
        if (found.Any)
        {
            findings.Add(found);
            return null;
        }
        var (line, whole) = frameworks[0];
        var items = rows.Where(row => row.Cells[MoodleSheet.IsFramework] != "1").ToList();
        var kinds = whole[MoodleSheet.Taxonomy].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parents = items.GroupBy(row => row.Cells[MoodleSheet.Id]).ToDictionary(same => same.Key, same => ParentOf(same.First().Cells, whole));
        var (title, text) = FrameworkText.Whole(whole[MoodleSheet.Name], whole[MoodleSheet.Text]);
        var framework = new Framework(
            hints.Id ?? FrameworkText.Id(whole[MoodleSheet.Id]), title, "Not stated", hints.Version ?? "1", [.. items.Select(row => Item(row.Cells, whole, kinds, parents))],
            Note: text is null ? null : FrameworkText.Short(text, FrameworkCheck.LongestNote));
        return new(framework, (at, member) => at is { } of ? $"{File}:{items[of].Line} {Column(member)}" : $"{File}:{line} {Column(member)}", Whole: false, NamesVersion: hints.Version is not null);
    }

    private static FrameworkItem Item(Dictionary<string, string> cells, Dictionary<string, string> whole, string[] kinds, Dictionary<string, string?> parents)
    {
        var (title, text) = FrameworkText.Whole(cells[MoodleSheet.Name], cells[MoodleSheet.Text]);
        var depth = 0;
        // As deep as there are kinds is deep enough, and a circle ends there too.
        for (var above = ParentOf(cells, whole); above is not null && depth < kinds.Length; above = parents.GetValueOrDefault(above))
            depth++;
        return new(cells[MoodleSheet.Id], title, ParentOf(cells, whole), kinds.Length == 0 ? null : kinds[Math.Min(depth, kinds.Length - 1)], Description: text);
    }

    private static string? ParentOf(Dictionary<string, string> cells, Dictionary<string, string> whole) =>
        cells[MoodleSheet.Parent] is { Length: > 0 } parent && parent != whole[MoodleSheet.Id] ? parent : null;

    private static string Column(string ours) => ours switch
    {
        "code" or "id" => MoodleSheet.Id, "title" => MoodleSheet.Name, "parent" => MoodleSheet.Parent, "description" or "note" => MoodleSheet.Text, "kind" => MoodleSheet.Taxonomy, _ => "",
    };
}
