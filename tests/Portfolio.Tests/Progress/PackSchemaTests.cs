using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portfolio.Tests.Progress;

public class PackSchemaTests
{
    private static readonly string Schema = Path.Combine(Source.Root, "contracts", "schemas", "requirement-pack.schema.json");

    [Fact]
    public async Task The_shipped_packs_are_valid_against_the_schema()
    {
        var packs = Directory.GetFiles(Path.Combine(Source.Root, "api", "Progress", "Packs"), "*.json");
        Assert.Equal(2, packs.Length);
        Assert.All(await Errors(packs.Select(File.ReadAllText)), Assert.Empty);
    }

    [Fact]
    public async Task The_schema_refuses_what_the_reader_refuses_wherever_a_schema_can()
    {
        var broken = BrokenPacks.All.Where(each => each.Value.SchemaRefuses).ToList();
        var errors = await Errors(broken.Select(each => each.Value.Document));
        Assert.Empty(broken.Zip(errors).Where(each => each.Second.Length == 0).Select(each => each.First.Key));
    }

    private static async Task<string[][]> Errors(IEnumerable<string> documents)
    {
        var input = new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]).ToJsonString();
        var answer = await Checkers.Run("json-schema.mjs", input, Schema);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonSerializer.Deserialize<string[][]>(answer.Output)!;
    }
}
