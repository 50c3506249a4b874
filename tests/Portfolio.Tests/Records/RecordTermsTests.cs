using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class RecordTermsTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Documents = RecordSamples.Claims.Keys
        .ToDictionary(name => name, name => RecordSamples.SignedAs(name, RecordSamples.Header() with { ValidUntil = RecordSamples.Now }).Embedded!)
        .Append(new("status-list", StatusList.Sign(RecordSamples.Header().Status.List, RecordSamples.Signed, new BitstringStatusList(), RecordSamples.Programme25)))
        .Concat(Generated())
        .ToDictionary();

    [Fact]
    public async Task The_table_means_what_every_published_copy_of_the_contexts_means()
    {
        var input = new JsonObject
        {
            ["documents"] = new JsonObject(Documents.Select(document => KeyValuePair.Create(document.Key, JsonNode.Parse(document.Value)))),
            ["terms"] = new JsonArray([.. Terms().Select(term => (JsonNode)new JsonObject
            {
                ["scope"] = term.Scope, ["term"] = term.Name, ["iri"] = term.Iri, ["datatype"] = term.Datatype,
            })]),
        };

        var answer = await Checkers.Run("terms.mjs", input.ToJsonString());

        Assert.True(answer.ExitCode == 0, answer.Error);
        var read = JsonNode.Parse(answer.Output)!;
        Assert.Empty(read["wrong"]!.AsArray());
        foreach (var (name, json) in Documents)
        {
            var ours = Encoding.UTF8.GetString(RecordRdf.Canonical(StrictJson.Parse(json)));
            var theirs = read["statements"]![name]!.AsArray();
            Assert.True(theirs.Count >= 3);
            Assert.All(theirs, statements => Assert.Equal(ours, (string?)statements));
        }
    }

    [Fact]
    public void Every_term_of_the_table_is_used_by_some_record()
    {
        var used = Documents.Values.SelectMany(json => Members(StrictJson.Parse(json), [])).ToHashSet();
        Assert.All(Terms(), term => Assert.Contains((term.Scope, term.Name), used));
    }

    [Theory]
    [InlineData("""{"type":["VerifiableCredential"],"further":"text"}""")]
    [InlineData("""{"type":["VerifiableCredential"],"credentialSubject":{"type":["Further"]}}""")]
    [InlineData("""{"type":["VerifiableCredential"],"credentialSubject":{"type":["AchievementSubject"],"targetCode":"out of its scope"}}""")]
    [InlineData("""{"type":["VerifiableCredential"],"name":7}""")]
    [InlineData("""{"type":["VerifiableCredential"],"name":null}""")]
    [InlineData("""{"type":["VerifiableCredential"],"name":["a",["b"]]}""")]
    [InlineData("""{"type":["VerifiableCredential"],"issuer":"relative"}""")]
    [InlineData("""{"type":["VerifiableCredential"],"@context":"https://elsewhere.example.org/context"}""")]
    [InlineData("""{"type":["VerifiableCredential"],"@graph":[]}""")]
    [InlineData("""{"type":["DataIntegrityProof"],"proofPurpose":"authentication"}""")]
    [InlineData("""{"type":"VerifiableCredential","id":7}""")]
    [InlineData("""[]""")]
    public void What_the_table_does_not_know_is_refused(string json) =>
        Assert.Throws<FormatException>(() => { RecordRdf.Canonical(StrictJson.Parse(Encoding.UTF8.GetBytes(json))); });

    private static IEnumerable<KeyValuePair<string, byte[]>> Generated()
    {
        var records = new GeneratedRecords(3);
        for (var i = 0; i < 40; i++)
        {
            var (header, claim) = records.Next();
            var vouched = claim.Provenance.Kind == ProvenanceKind.Contemporaneous;
            yield return new($"generated-{i}",
                RecordSigner.Sign(header, claim, RecordSamples.Programme25, vouched ? new(RecordSamples.LeaderEd25519, null) : null).Embedded!);
        }
    }

    private static IEnumerable<(string Scope, string Name, string Iri, string? Datatype)> Terms() =>
        RecordTerms.Scopes.SelectMany(scope => scope.Value.Select(term => (scope.Key, term.Key, term.Value.Iri, term.Value.Datatype)));

    private static IEnumerable<(string, string)> Members(JsonElement node, string[] scopes)
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().SelectMany(item => Members(item, scopes));
        if (node.ValueKind != JsonValueKind.Object)
            return [];
        var types = node.Member("type") switch
        {
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            _ => [],
        };
        return node.EnumerateObject().SelectMany(member => types.Append("").Select(type => (type, member.Name)).Concat(Members(member.Value, types)));
    }
}
