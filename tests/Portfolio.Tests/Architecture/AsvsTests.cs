using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

/// <summary>The table of OWASP ASVS 5.0 has a row for every requirement of levels 1 and 2, and names nothing that is not there.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] States = ["met", "gap", "operator", "n/a"];

    /// <summary>How many requirements of levels 1 and 2 each section has: 345 in all, less the 92 of level 3.</summary>
    private static readonly IReadOnlyDictionary<string, int> Sections = new Dictionary<string, int>
    {
        ["1.1"] = 2, ["1.2"] = 9, ["1.3"] = 11, ["1.4"] = 3, ["1.5"] = 2, ["2.1"] = 3, ["2.2"] = 3, ["2.3"] = 4, ["2.4"] = 1, ["3.2"] = 2, ["3.3"] = 4, ["3.4"] = 6, ["3.5"] = 5, ["3.7"] = 2,
        ["4.1"] = 3, ["4.2"] = 1, ["4.3"] = 2, ["4.4"] = 4, ["5.1"] = 1, ["5.2"] = 3, ["5.3"] = 2, ["5.4"] = 3, ["6.1"] = 3, ["6.2"] = 12, ["6.3"] = 4, ["6.4"] = 4, ["6.5"] = 5, ["6.6"] = 3, ["6.8"] = 4,
        ["7.1"] = 3, ["7.2"] = 4, ["7.3"] = 2, ["7.4"] = 5, ["7.5"] = 2, ["7.6"] = 2, ["8.1"] = 2, ["8.2"] = 3, ["8.3"] = 1, ["8.4"] = 1, ["9.1"] = 3, ["9.2"] = 4,
        ["10.1"] = 2, ["10.2"] = 2, ["10.3"] = 4, ["10.4"] = 11, ["10.5"] = 5, ["10.6"] = 2, ["10.7"] = 3, ["11.1"] = 2, ["11.2"] = 3, ["11.3"] = 3, ["11.4"] = 4, ["11.5"] = 1, ["11.6"] = 1,
        ["12.1"] = 3, ["12.2"] = 2, ["12.3"] = 4, ["13.1"] = 1, ["13.2"] = 5, ["13.3"] = 2, ["13.4"] = 5, ["14.1"] = 2, ["14.2"] = 4, ["14.3"] = 3, ["15.1"] = 3, ["15.2"] = 3, ["15.3"] = 7,
        ["16.1"] = 1, ["16.2"] = 5, ["16.3"] = 4, ["16.4"] = 3, ["16.5"] = 3, ["17.1"] = 1, ["17.2"] = 4, ["17.3"] = 2,
    };

    private static readonly IReadOnlyList<Row> Rows = [.. from Match row in Line().Matches(File.ReadAllText(Path.Combine(Repository.Root, "tests", "asvs.md"))) select new Row(row)];

    private sealed record Row(string Id, int Level, string State, string Where, string Shown)
    {
        public Row(Match row)
            : this(row.Groups["id"].Value, int.Parse(row.Groups["level"].Value, null), row.Groups["state"].Value, row.Groups["where"].Value, row.Groups["shown"].Value)
        {
        }

        // What has a slash within it is of this repository, unless it begins with one: that is of the service.
        public IEnumerable<string> Files => Quoted().Matches(Where).Select(quoted => quoted.Groups[1].Value).Where(of => of.IndexOf('/', StringComparison.Ordinal) > 0 && of != "text/csv");

        public IEnumerable<string> Tests => Quoted().Matches(Shown).Select(quoted => quoted.Groups[1].Value);
    }

    [Fact]
    public void Every_requirement_of_both_levels_has_one_row()
    {
        Assert.Equal(Rows.Count, Rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(Sections.OrderBy(section => section.Key, StringComparer.Ordinal),
            Rows.GroupBy(row => row.Id[..row.Id.LastIndexOf('.')]).Select(section => KeyValuePair.Create(section.Key, section.Count())).OrderBy(section => section.Key, StringComparer.Ordinal));
        Assert.Equal((70, 183), (Rows.Count(row => row.Level == 1), Rows.Count(row => row.Level == 2)));
    }

    [Fact]
    public void Every_row_says_how_it_stands_and_why()
    {
        Assert.All(Rows, row => Assert.Contains(row.State, States));
        Assert.All(Rows, row => Assert.True(row.Where.Length >= 10, $"{row.Id} does not say where, or why not."));
        Assert.All(Rows.Where(row => row.State == "met"), row =>
            Assert.True(row.Files.Any() || row.Tests.Any() || row.Where.Contains("note *", StringComparison.Ordinal) || row.Where.Contains('`', StringComparison.Ordinal), $"{row.Id} is met nowhere."));
        foreach (var state in Rows.GroupBy(row => row.State))
            TestContext.Current.TestOutputHelper?.WriteLine($"{state.Count(),4} {state.Key}: {(state.Key == "gap" ? string.Join(", ", state.Select(row => row.Id)) : "")}");
    }

    [Fact]
    public void Every_file_and_every_test_that_is_named_is_there()
    {
        var tests = Repository.Sources(Path.Combine("tests", "Portfolio.Tests")).SelectMany(source => Class().Matches(source.Text)).Select(found => found.Groups[1].Value).ToHashSet();
        var missing = Rows.SelectMany(row => row.Files.Where(file => !Path.Exists(Path.Combine(Repository.Root, file))).Concat(row.Tests.Where(test => !tests.Contains(test))).Select(what => $"{row.Id}: {what}"));
        Assert.Empty(missing);
        Assert.True(tests.Count > 100);
    }

    [GeneratedRegex(@"^\| (?<id>\d+\.\d+\.\d+) \| (?<level>\d) \| [^|]+ \| (?<state>[^|]+) \| (?<where>[^|]*) \| (?<shown>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bclass (\w+Tests)\b")]
    private static partial Regex Class();
}
