using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class PackSchemaTests
{
    private static readonly string Packs = Path.Combine(Source.Root, "api", "Progress", "Packs");
    private static readonly string Overlay = Path.Combine(Source.Root, "contracts", "schemas", "requirement-overlay.schema.json");
    private static readonly string Schema = Path.Combine(Source.Root, "contracts", "schemas", "requirement-pack.schema.json");

    [Fact]
    public async Task The_shipped_packs_are_valid_against_the_schema()
    {
        var packs = Directory.GetFiles(Packs, "*.json");
        Assert.NotEmpty(packs);
        Assert.All(await Errors(Schema, packs.Select(File.ReadAllText).Append(Everything.Document)), Assert.Empty);
    }

    [Fact]
    public async Task The_shipped_overlays_and_what_they_make_are_valid_against_theirs()
    {
        var overlays = Directory.GetFiles(Path.Combine(Packs, "Overlays"), "*.json");
        Assert.NotEmpty(overlays);
        Assert.All(await Errors(Overlay, overlays.Select(File.ReadAllText)), Assert.Empty);
        Assert.All(await Errors(Schema, RequirementPacks.All.Select(pack => Encoding.UTF8.GetString(PackDocument.Of(pack)))), Assert.Empty);
    }

    [Fact]
    public async Task The_schema_of_overlays_refuses_what_applying_refuses_wherever_a_schema_can()
    {
        var broken = BrokenOverlays.All.Where(each => each.Value.SchemaRefuses).ToList();
        var errors = await Errors(Overlay, broken.Select(each => each.Value.Document));
        Assert.Empty(broken.Zip(errors).Where(each => each.Second.Length == 0).Select(each => each.First.Key));
    }

    [Fact]
    public async Task The_schema_refuses_what_the_reader_refuses_wherever_a_schema_can()
    {
        var broken = BrokenPacks.All.Where(each => each.Value.SchemaRefuses).ToList();
        var errors = await Errors(Schema, broken.Select(each => each.Value.Document));
        Assert.Empty(broken.Zip(errors).Where(each => each.Second.Length == 0).Select(each => each.First.Key));
    }

    private static async Task<string[][]> Errors(string schema, IEnumerable<string> documents)
    {
        var input = new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]).ToJsonString();
        var answer = await Checkers.Run("json-schema.mjs", input, schema);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonSerializer.Deserialize<string[][]>(answer.Output)!;
    }
}
