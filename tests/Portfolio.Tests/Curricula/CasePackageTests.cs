using System.Text.Json.Nodes;
using Portfolio.Api.Curricula;

namespace Portfolio.Tests.Curricula;

/// <summary>Strict out: what the CASE 1.1 schema of a package has, and nothing else. Lenient in.</summary>
public sealed class CasePackageTests
{
    private static readonly Dictionary<string, (string[] Needed, string[] Others)> Members = new()
    {
        ["CFDocument"] = (["identifier", "uri", "creator", "title", "lastChangeDateTime"],
            ["frameworkType", "caseVersion", "officialSourceURL", "version", "statusStartDate", "statusEndDate", "notes", "extensions"]),
        ["CFItems"] = (["identifier", "fullStatement", "uri", "lastChangeDateTime"], ["CFItemType", "humanCodingScheme", "abbreviatedStatement", "notes", "extensions"]),
        ["CFAssociations"] = (["identifier", "associationType", "uri", "originNodeURI", "destinationNodeURI", "lastChangeDateTime"], ["sequenceNumber", "extensions"]),
    };

    private const string Foreign = """
        {"CFDocument": {"identifier": "a1a1a1a1-0000-4000-8000-000000000001", "uri": "x", "creator": "Example  Faculty", "title": "Example psychiatry curriculum", "language": "en",
          "lastChangeDateTime": "2026-06-30T12:00:00Z", "version": "2026", "CFPackageURI": {"title": "t", "identifier": "i", "uri": "u"}, "unheardOf": [1]},
         "CFItems": [
          {"identifier": "a1a1a1a1-0000-4000-8000-000000000012", "fullStatement": "Present\ntwo cases", "abbreviatedStatement": "Present", "humanCodingScheme": "CBD.2", "CFDocumentURI": {}},
          {"identifier": "a1a1a1a1-0000-4000-8000-000000000010", "fullStatement": "Take part in a group", "humanCodingScheme": "CBD", "CFItemType": "Competency"},
          {"identifier": "a1a1a1a1-0000-4000-8000-000000000011", "fullStatement": "Attend"}],
         "CFAssociations": [
          {"associationType": "isChildOf", "sequenceNumber": 2, "originNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000012"}, "destinationNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000010"}},
          {"associationType": "isChildOf", "sequenceNumber": 1, "originNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000011"}, "destinationNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000010"}},
          {"associationType": "isChildOf", "sequenceNumber": 1, "originNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000010"}, "destinationNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000001"}},
          {"associationType": "exactMatchOf", "originNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000010"}, "destinationNodeURI": {"identifier": "b43e8d5f-6478-5ff7-b12a-4f2b84d44e75"}},
          {"associationType": "isRelatedTo", "originNodeURI": {"identifier": "a1a1a1a1-0000-4000-8000-000000000010"}, "destinationNodeURI": {"identifier": "somewhere-else"}},
          {"associationType": "isChildOf", "originNodeURI": 7}, 8]}
        """;

    public static TheoryData<string> Each { get; } = [.. Frameworks.All.Select(framework => framework.Id), "deep"];

    [Theory]
    [MemberData(nameof(Each))]
    public void A_package_has_what_the_schema_needs_and_no_member_that_it_forbids(string id)
    {
        var package = JsonNode.Parse(Made.Case(id == "deep" ? Made.Deep() : Frameworks.Find(id)!))!.AsObject();
        Assert.Equal(["CFDocument", "CFItems", "CFAssociations"], package.Select(member => member.Key));
        foreach (var (name, (needed, others)) in Members)
            foreach (var node in package[name] is JsonArray many ? many.Select(one => one!.AsObject()) : [package[name]!.AsObject()])
            {
                Assert.Empty(needed.Except(node.Select(member => member.Key)));
                Assert.Empty(node.Select(member => member.Key).Except([.. needed, .. others]));
                Assert.DoesNotContain(node, member => member.Value is null);
                Assert.True(Guid.TryParseExact((string)node["identifier"]!, "D", out _));
            }
        var ids = package["CFItems"]!.AsArray().Select(item => (string)item!["identifier"]!).Append((string)package["CFDocument"]!["identifier"]!).ToHashSet();
        Assert.Equal(ids.Count - 1, package["CFItems"]!.AsArray().Count);
        Assert.All(package["CFAssociations"]!.AsArray(), association => Assert.Contains((string)association!["originNodeURI"]!["identifier"]!, ids));
        Assert.All(package["CFAssociations"]!.AsArray().Where(association => (string)association!["associationType"]! == "isChildOf"),
            association => Assert.Contains((string)association!["destinationNodeURI"]!["identifier"]!, ids));
        Assert.Equal(package["CFAssociations"]!.AsArray().Count, package["CFAssociations"]!.AsArray().Select(association => (string)association!["identifier"]!).Distinct().Count());
    }

    [Fact]
    public void A_package_of_somebody_else_is_read_for_what_it_says()
    {
        var (read, findings) = Made.Read(Foreign, FrameworkFile.Json);
        Assert.Empty(findings.Listed);
        var framework = read!.Framework;
        Assert.Equal(("example-psychiatry-curriculum", "2026", "Example Faculty"), (framework.Id, framework.Version, framework.Issuer));
        Assert.Equal(["CBD", "a1a1a1a1-0000-4000-8000-000000000011", "CBD.2"], FrameworkRead.Ordered(framework.Items).Select(item => item.Code));
        Assert.Equal(("Present", "Present\ntwo cases", "CBD"), (framework.Item("CBD.2")!.Title, framework.Item("CBD.2")!.Description, framework.Item("CBD.2")!.Parent));
        Assert.Equal(("gmc-gpc-2017", "GPC1", "loaded"), Assert.Single(framework.Item("CBD")!.MapsTo!) is var mapping ? (mapping.Framework, mapping.Code, mapping.Provenance) : default);
        Assert.Equal(Guid.Parse("a1a1a1a1-0000-4000-8000-000000000010"), framework.ItemId("CBD"));
    }

    [Fact]
    public void A_parent_that_is_not_in_the_package_is_found_at_its_item()
    {
        var (_, findings) = Made.Read(Foreign.Replace("\"destinationNodeURI\": {\"identifier\": \"a1a1a1a1-0000-4000-8000-000000000001\"}", "\"destinationNodeURI\": {\"identifier\": \"gone\"}", StringComparison.Ordinal), FrameworkFile.Json);
        Assert.Equal("$.CFItems[1].isChildOf", Assert.Single(findings.Listed).Field);
    }
}
