using System.Text;
using System.Text.Json;
using Portfolio.Api.Curricula;
using JsonManners = Portfolio.Api.Http.Json;

namespace Portfolio.Tests.Curricula;

/// <summary>A framework in each form and back: the same items, in the same places.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Each { get; } = [.. Frameworks.All.Select(framework => framework.Id), "deep"];

    [Theory]
    [MemberData(nameof(Each))]
    public void Our_own_form_and_a_case_package_bring_back_everything(string id)
    {
        var framework = Of(id);
        Assert.Equal(Text(framework), Text(Made.Good(Made.Own(framework), FrameworkFile.Json)));
        Assert.Equal(Text(framework), Text(Made.Good(Made.Case(framework), FrameworkFile.Case)));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Moodles_csv_and_maharas_matrix_bring_back_codes_titles_texts_and_parents_in_order(string id)
    {
        var framework = Of(id);
        var expected = framework.Items.Select(item => (item.Code, item.Title, item.Parent, item.Description));
        foreach (var read in new[] { Made.Good(MoodleSheet.Write(framework), MoodleSheet.Type), Made.Good(Matrix.Write(framework), Matrix.Type) })
        {
            Assert.Equal(expected, read.Items.Select(item => (item.Code, item.Title, item.Parent, item.Description)));
            Assert.Equal((framework.Title, framework.Note), (read.Title, read.Note));
        }
        Assert.Equal(framework.Id, Made.Good(MoodleSheet.Write(framework), MoodleSheet.Type).Id);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void What_other_platforms_limit_is_within_their_limits_and_parents_come_first(string id)
    {
        var framework = Of(id);
        var rows = Encoding.UTF8.GetString(MoodleSheet.Write(framework)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(framework.Items.Count + 2, rows.Length);
        using var matrix = JsonDocument.Parse(Matrix.Write(framework));
        var (standards, elements) = (matrix.RootElement.GetProperty("framework").GetProperty("standards"), matrix.RootElement.GetProperty("framework").GetProperty("standardelements"));
        Assert.All(standards.EnumerateArray().Concat(elements.EnumerateArray()), entry =>
        {
            Assert.InRange(entry.GetProperty("shortname").GetString()!.Length, 1, 100);
            Assert.InRange(entry.GetProperty("name").GetString()!.Length, 1, 255);
        });
        var ids = standards.EnumerateArray().Select(standard => standard.GetProperty("standardid").GetInt32()).ToHashSet();
        var seen = new HashSet<string>();
        foreach (var element in elements.EnumerateArray())
        {
            Assert.Contains(element.GetProperty("standardid").GetInt32(), ids);
            if (element.TryGetProperty("parentelementid", out var parent))
                Assert.Contains(parent.GetString()!, seen);
            seen.Add(element.GetProperty("elementid").GetString()!);
        }
    }

    [Fact]
    public void A_long_title_is_cut_where_it_has_to_be_and_whole_beside_it()
    {
        var cells = Encoding.UTF8.GetString(MoodleSheet.Write(Made.Deep())).Split("\r\n").Single(row => row.StartsWith("T1,T1.1,", StringComparison.Ordinal));
        Assert.Equal(100, cells.Split(',')[2].Length);
        Assert.EndsWith("…", cells.Split(',')[2], StringComparison.Ordinal);
        Assert.Contains(new string('y', 30), cells, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_framework_every_form_brings_its_items_back()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var framework = Made.Random(seed);
            Assert.Equal((seed, Text(framework)), (seed, Text(Made.Good(Made.Case(framework), FrameworkFile.Case))));
            var expected = framework.Items.Select(item => (seed, item.Code, item.Title, item.Parent, item.Description)).ToList();
            Assert.Equal(expected, Made.Good(MoodleSheet.Write(framework), MoodleSheet.Type).Items.Select(item => (seed, item.Code, item.Title, item.Parent, item.Description)));
            Assert.Equal(expected.Order(), Made.Good(Matrix.Write(framework), Matrix.Type).Items.Select(item => (seed, item.Code, item.Title, item.Parent, item.Description)).Order());
        }
    }

    [Fact]
    public void Texts_of_other_platforms_lose_their_markup_and_keep_their_lines()
    {
        var csv = string.Join(',', MoodleSheet.Columns) + "\n,F,Framework,,1,,,,,,,,1,\"outcome,skill\"\nA,B,Below,\"<ul>\n <li>One &amp; two</li>\n <li><b>Three</b></li></ul>\",1,,,,,,,,,\n,A,Above,plain,1,,,,,,,,,\n";
        var framework = Made.Good(Encoding.UTF8.GetBytes(csv), MoodleSheet.Type);
        Assert.Equal([("A", "outcome", "plain"), ("B", "skill", "One & two\nThree")], framework.Items.Select(item => (item.Code, item.Kind!, item.Description!)));
    }

    [Fact]
    public void A_text_of_nothing_but_opened_tags_is_read_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        FrameworkText.Plain(new string('<', 5_000_000));
        FrameworkText.Plain(string.Concat(Enumerable.Repeat("<br ", 1_000_000)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    private static Framework Of(string id) => id == "deep" ? Made.Deep() : Frameworks.Find(id)!;

    private static string Text(Framework framework) => JsonSerializer.Serialize(framework.ToBody(), JsonManners.Options);
}
