using System.Text;

namespace Portfolio.Api.Curricula;

/// <summary>A framework as Moodle 4.5 imports it: fourteen columns, the framework's own row first, parents before children.</summary>
internal static class MoodleSheet
{
    public const string Type = "text/csv";
    public const string Parent = "Parent ID number", Id = "ID number", Name = "Short name", Text = "Description", IsFramework = "Is framework", Taxonomy = "Taxonomy";

    private const int LongestName = 100, Levels = 4;

    public static readonly IReadOnlyList<string> Columns =
    [
        Parent, Id, Name, Text, "Description format", "Scale values", "Scale configuration", "Rule type", "Rule outcome", "Rule config", "Cross-referenced competency ID numbers",
        "Exported ID", IsFramework, Taxonomy,
    ];

    // Moodle's own words for what a level holds; it takes no others.
    private static readonly string[] Words = ["behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice", "proficiency", "skill", "value"];

    public static byte[] Write(Framework framework)
    {
        var sheet = new StringBuilder();
        Row(sheet, Columns);
        Row(sheet, ["", framework.Id, FrameworkText.Short(framework.Title, LongestName), FrameworkText.Html(framework.Title, framework.Note), "1",
            "Not yet competent,Competent", """[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]""", "", "", "", "", "", "1", string.Join(',', Kinds(framework))]);
        foreach (var item in framework.Items)
            Row(sheet, [item.Parent ?? "", item.Code, FrameworkText.Short(item.Title, LongestName), FrameworkText.Html(item.Title, item.Description), "1", "", "", "", "", "", "", "", "", ""]);
        return Encoding.UTF8.GetBytes(sheet.ToString());
    }

    private static IEnumerable<string> Kinds(Framework framework)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in framework.Items)
            depths[item.Code] = item.Parent is { } parent ? depths[parent] + 1 : 0;
        var kinds = framework.Items.ToLookup(item => depths[item.Code], item => item.Kind);
        return Enumerable.Range(0, Levels).Select(depth => kinds[depth].FirstOrDefault(kind => Words.Contains(kind)) ?? "competency");
    }

    private static void Row(StringBuilder sheet, IEnumerable<string> cells) => sheet.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
