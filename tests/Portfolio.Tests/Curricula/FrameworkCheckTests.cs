using Portfolio.Api.Curricula;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Curricula;

/// <summary>Whatever cannot be a framework is found by its place, with what is there and what would be right.</summary>
public sealed class FrameworkCheckTests
{
    public static TheoryData<string, string, string> Wrong { get; } = new()
    {
        { "id", "$.id", """{"id":"Our Additions","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A"}]}""" },
        { "title", "$.title", """{"id":"a","title":" T","issuer":"I","version":"1","items":[{"code":"A","title":"A"}]}""" },
        { "version", "$.version", """{"id":"a","title":"T","issuer":"I","version":"","items":[{"code":"A","title":"A"}]}""" },
        { "no item", "$.items", """{"id":"a","title":"T","issuer":"I","version":"1","items":[]}""" },
        { "ends before it begins", "$.validUntil", """{"id":"a","title":"T","issuer":"I","version":"1","validFrom":"2025-01-02","validUntil":"2025-01-01","items":[{"code":"A","title":"A"}]}""" },
        { "day", "$.validFrom", """{"id":"a","title":"T","issuer":"I","version":"1","validFrom":"0001-01-01","items":[{"code":"A","title":"A"}]}""" },
        { "source", "$.sources", """{"id":"a","title":"T","issuer":"I","version":"1","sources":["javascript:x()"],"items":[{"code":"A","title":"A"}]}""" },
        { "supersedes itself", "$.supersedes", """{"id":"a","title":"T","issuer":"I","version":"1","supersedes":"a","items":[{"code":"A","title":"A"}]}""" },
        { "code twice", "$.items[1].code", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A"},{"code":"A","title":"B"}]}""" },
        { "unknown parent", "$.items[0].parent", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","parent":"Z"}]}""" },
        { "its own parent", "$.items[0].parent", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","parent":"A"}]}""" },
        { "a circle", "$.items[1].parent", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"X","title":"X"},{"code":"A","title":"A","parent":"C"},{"code":"B","title":"B","parent":"A"},{"code":"C","title":"C","parent":"B"}]}""" },
        { "invisible letter", "$.items[0].title", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A\u202eB"}]}""" },
        { "provenance", "$.items[0].provenance", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","provenance":"recalled-unverified"}]}""" },
        { "mapped to itself", "$.items[0].mapsTo.framework", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","mapsTo":[{"framework":"a","code":"B"}]}]}""" },
        { "mapped twice", "$.items[0].mapsTo", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","mapsTo":[{"framework":"b","code":"B"},{"framework":"b","code":"B"}]}]}""" },
        { "somebody else's id", "$.items[0].itemId", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"A","itemId":"b43e8d5f-6478-5ff7-b12a-4f2b84d44e75"}]}""" },
        { "unknown member", "$", """{"id":"a","title":"T","issuer":"I","version":"1","further":1,"items":[{"code":"A","title":"A"}]}""" },
        { "no JSON", "framework.json:1", "{" },
        { "nothing", "framework.json:1", "" },
        { "an empty item", "$", """{"id":"a","title":"T","issuer":"I","version":"1","items":[null]}""" },
        { "half a letter", "$.items[0].title", """{"id":"a","title":"T","issuer":"I","version":"1","items":[{"code":"A","title":"\ud800"}]}""" },
        { "matrix without standards", "$.framework.standards", """{"framework":{"name":"A matrix"}}""" },
        { "matrix code twice", "$.framework.standards[1].shortname", """{"framework":{"name":"A","standards":[{"shortname":"S","name":"N","standardid":1},{"shortname":"S","name":"M","standardid":2}]}}""" },
        { "matrix standard missing", "$.framework.standardelements[0].parentelementid", """{"framework":{"name":"A","standards":[{"shortname":"S","name":"N","standardid":1}],"standardelements":[{"shortname":"E","name":"N","elementid":"E","standardid":9}]}}""" },
        { "matrix of no name", "$.framework.name", """{"framework":{"name":"","standards":[{"shortname":"S","name":"N","standardid":1}]}}""" },
        { "package without items", "$.CFItems", """{"CFDocument":{"title":"T","creator":"C"}}""" },
        { "package code twice", "$.CFItems[1].humanCodingScheme", """{"CFDocument":{"title":"T","creator":"C"},"CFItems":[{"fullStatement":"a","humanCodingScheme":"A"},{"fullStatement":"b","humanCodingScheme":"A"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_by_its_place(string what, string place, string json)
    {
        var (_, findings) = Made.Read(json, FrameworkFile.Json);
        Assert.True(findings.Any, what);
        Assert.Equal(place, findings.Listed[0].Field[..Math.Min(findings.Listed[0].Field.Length, place.Length)]);
        Assert.Matches("^“.*” should be .+\\.$", findings.Listed[0].Message);
    }

    [Theory]
    [InlineData("framework.csv:4 ID number", ",F,Framework,,1,,,,,,,,1,\n,A,Alpha,,,,,,,,,,,\n,A,Again,,,,,,,,,,,\n")]
    [InlineData("framework.csv:3 Parent ID number", ",F,Framework,,1,,,,,,,,1,\nZ,A,Alpha,,,,,,,,,,,\n")]
    [InlineData("framework.csv:3 Short name", ",F,Framework,,1,,,,,,,,1,\n,A,,,,,,,,,,,,\n")]
    [InlineData("framework.csv:1 Is framework", ",A,Alpha,,,,,,,,,,,\n")]
    [InlineData("framework.csv:3 Is framework", ",F,Framework,,1,,,,,,,,1,\n,G,Framework,,1,,,,,,,,1,\n")]
    [InlineData("framework.csv:3", ",F,Framework,,1,,,,,,,,1,\n,A,Alpha\n")]
    public void A_sheet_is_found_fault_with_by_line_and_column(string place, string rows)
    {
        var (_, findings) = Made.Read(string.Join(',', MoodleSheet.Columns) + "\n" + rows, MoodleSheet.Type);
        Assert.StartsWith(place, findings.Listed[0].Field, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_other_columns_is_refused_by_name()
    {
        var (_, findings) = Made.Read("Parent ID number,ID number\n,A\n", MoodleSheet.Type);
        Assert.Contains(findings.Listed, finding => finding.Field == "framework.csv:1 Short name");
    }

    [Fact]
    public void Findings_end_at_a_hundred_and_say_how_many_there_are()
    {
        var items = Enumerable.Range(0, 5001).Select(number => new FrameworkItem($"C{number}", ""));
        var (_, findings) = Made.Read(Made.Own(Made.Framework(items: [.. items])), FrameworkFile.Json);
        Assert.Equal((5002, 100), (findings.Count, findings.Listed.Count));
        Assert.Contains("5002", findings.ToProblem().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_larger_than_20_MB_is_refused_unread()
    {
        var (read, findings) = Made.Read(new byte[(20 << 20) + 1], FrameworkFile.Json);
        Assert.Null(read);
        Assert.Contains("20 MB", Assert.Single(findings.Listed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_items_one_below_the_other_are_taken()
    {
        var items = Enumerable.Range(0, 5000).Select(number => new FrameworkItem($"C{number}", "Deeper", number == 4999 ? null : $"C{number + 1}"));
        var framework = Made.Good(Made.Own(Made.Framework(items: [.. items])), FrameworkFile.Json);
        Assert.Equal(("C4999", "C0"), (framework.Items[0].Code, framework.Items[^1].Code));
    }
}
