using System.Text;
using System.Text.Json;
using Portfolio.Api.Curricula;

namespace Portfolio.Tests.Curricula;

/// <summary>What is written for other platforms, column for column and member for member as they take it.</summary>
public sealed class FrameworkFormatTests
{
    private static readonly string[] Columns =
    [
        "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values", "Scale configuration", "Rule type", "Rule outcome", "Rule config",
        "Cross-referenced competency ID numbers", "Exported ID", "Is framework", "Taxonomy",
    ];

    public static TheoryData<string> Each { get; } = [.. Frameworks.All.Select(framework => framework.Id), "deep"];

    [Theory]
    [MemberData(nameof(Each))]
    public void Moodles_sheet_has_its_fourteen_columns_the_framework_first_and_parents_before_children(string id)
    {
        var framework = Of(id);
        var rows = Rows(Encoding.UTF8.GetString(MoodleSheet.Write(framework)));
        Assert.Equal(Columns, rows[0]);
        Assert.All(rows, row => Assert.Equal(14, row.Count));

        var whole = rows[1];
        Assert.Equal(("", framework.Id, "1", "1"), (whole[0], whole[1], whole[4], whole[12]));
        Assert.Equal(["Not yet competent", "Competent"], whole[5].Split(','));
        using var scale = JsonDocument.Parse(whole[6]);
        Assert.True(scale.RootElement[0].TryGetProperty("scaleid", out _));
        Assert.Equal((2, 1, 1), (scale.RootElement[1].GetProperty("id").GetInt32(), scale.RootElement[1].GetProperty("scaledefault").GetInt32(), scale.RootElement[1].GetProperty("proficient").GetInt32()));
        Assert.Equal(4, whole[13].Split(',').Length);

        var seen = new HashSet<string> { "" };
        foreach (var (row, item) in rows.Skip(2).Zip(framework.Items))
        {
            Assert.Contains(row[0], seen);
            Assert.True(seen.Add(row[1]), "An ID number is in a framework once.");
            Assert.Equal((item.Parent ?? "", item.Code, "1"), (row[0], row[1], row[4]));
            Assert.InRange(row[2].Length, 1, 100);
            Assert.All(row.Skip(5), cell => Assert.Equal("", cell));
        }
        Assert.Equal(framework.Items.Count, rows.Count - 2);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Maharas_matrix_has_its_members_and_no_others(string id)
    {
        var framework = Of(id);
        using var matrix = JsonDocument.Parse(Matrix.Write(framework));
        var root = matrix.RootElement.GetProperty("framework");
        Assert.Equal(["institution", "name", "description", "selfassess", "evidencestatuses", "standards", "standardelements"], Members(root));
        Assert.Equal(("all", JsonValueKind.False), (root.GetProperty("institution").GetString(), root.GetProperty("selfassess").ValueKind));
        Assert.Equal(["begun", "incomplete", "partialcomplete", "completed"], root.GetProperty("evidencestatuses").EnumerateArray().SelectMany(Members));
        Assert.All(root.GetProperty("standards").EnumerateArray(), standard => Assert.Equal(["shortname", "name", "description", "standardid"], Members(standard)));
        Assert.All(root.GetProperty("standardelements").EnumerateArray(), element =>
            Assert.Equal(["shortname", "name", "description", "standardid", "elementid"], Members(element).Where(member => member != "parentelementid")));
        Assert.Equal(framework.Items.Count, root.GetProperty("standards").GetArrayLength() + root.GetProperty("standardelements").GetArrayLength());
    }

    private static Framework Of(string id) => id == "deep" ? Made.Deep() : Frameworks.Find(id)!;

    private static IEnumerable<string> Members(JsonElement of) => of.EnumerateObject().Select(member => member.Name);

    // RFC 4180, read by nobody of ours.
    private static List<List<string>> Rows(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
            switch (text[at])
            {
                case '"' when quoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append(text[at++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    rows.Add([.. row, cell.ToString()]);
                    row.Clear();
                    cell.Clear();
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        return rows;
    }
}
