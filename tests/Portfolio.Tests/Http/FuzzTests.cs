using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Http;

namespace Portfolio.Tests.Http;

/// <summary>
/// Requests made by chance out of the description, by everybody in turn: no answer is our fault, each is one that the description has, and a refused
/// request leaves nothing. With PORTFOLIO_EXHAUSTIVE=1 they are 10,000, otherwise a tenth.
/// All 10,000 were last sent on 22 November 2026, before signing in was built: what they found wrong was put right. Since then the first 1,600 were sent, without a fault.
/// A failure names its seed; <c>PORTFOLIO_FUZZ=seed tests/run --filter FullyQualifiedName~FuzzTests</c> sends that seed's requests again.
/// </summary>
public sealed class FuzzTests(TestCluster cluster)
{
    private const int OfOneSeed = 500;
    private static readonly string[] Leaks = ["Exception", "   at ", "Npgsql", "/api/", "System."];

    [Fact]
    public async Task Whatever_is_sent_the_answer_is_one_that_is_described_and_a_refusal_stores_nothing()
    {
        var faults = new List<string>();
        var outcomes = new Dictionary<string, int>();
        foreach (var seed in Seeds())
            await Run(seed, faults, outcomes);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => $"{outcome.Value,6} {outcome.Key}")));
        Assert.True(faults.Count == 0, $"{faults.Count} faults, of which:\n{string.Join("\n\n", faults.Take(25))}");
        Assert.True(outcomes.Where(outcome => outcome.Key[0] == '2').Sum(outcome => outcome.Value) * 10 > outcomes.Values.Sum(), "Fewer than a tenth were taken: the requests are too wrong to come far.");
    }

    [Theory]
    [InlineData("""{"a": 1}""", """{"type": "object", "properties": {"a": {"type": "string"}}}""")]
    [InlineData("""{}""", """{"type": "object", "required": ["a"]}""")]
    [InlineData("""{"b": 1}""", """{"type": "object", "properties": {"a": {}}, "additionalProperties": false}""")]
    [InlineData("""["x"]""", """{"type": "array", "items": {"type": "integer"}}""")]
    [InlineData("""[1, 1]""", """{"uniqueItems": true}""")]
    [InlineData("\"x\"", """{"enum": ["y"]}""")]
    [InlineData("\"x\"", """{"format": "uuid"}""")]
    [InlineData("\"2025-2-1\"", """{"format": "date"}""")]
    [InlineData("3000000000", """{"type": "integer", "format": "int32"}""")]
    [InlineData("1.5", """{"type": "integer"}""")]
    [InlineData("null", """{"type": "string"}""")]
    [InlineData("\"abc\"", """{"maxLength": 2}""")]
    [InlineData("\"abc\"", """{"pattern": "^x"}""")]
    [InlineData("7", """{"maximum": 6}""")]
    [InlineData("7", """{"oneOf": [{"type": "integer"}, {"minimum": 1}]}""")]
    [InlineData("7", """{"$ref": "#/components/schemas/T"}""")]
    [InlineData("7", """{"unheardOf": 1}""")]
    public void What_a_schema_does_not_say_is_caught(string json, string schema) =>
        Assert.NotEmpty(new FuzzSchema(JsonNode.Parse("""{"components": {"schemas": {"T": {"type": "string"}}}}""")!).Faults(JsonNode.Parse(json), JsonNode.Parse(schema)));

    [Fact]
    public void What_a_schema_says_is_let_through() => Assert.Empty(new FuzzSchema(new JsonObject()).Faults(
        JsonNode.Parse("""{"id": "0198a000-0000-7000-8000-000000000001", "on": "2025-05-28", "n": 1.0, "more": [1, 2], "none": null}"""),
        JsonNode.Parse("""
        {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}, "on": {"type": ["null", "string"], "format": "date"}, "n": {"type": "integer"},
         "more": {"type": "array", "items": {"type": "integer", "minimum": 1}, "maxItems": 2}, "none": {"type": ["null", "integer"]}}, "additionalProperties": false}
        """)));

    private static IEnumerable<int> Seeds() => Environment.GetEnvironmentVariable("PORTFOLIO_FUZZ") is { Length: > 0 } one
        ? [int.Parse(one, CultureInfo.InvariantCulture)]
        : Enumerable.Range(1, Environment.GetEnvironmentVariable("PORTFOLIO_EXHAUSTIVE") == "1" ? 20 : 2);

    private async Task Run(int seed, List<string> faults, Dictionary<string, int> outcomes)
    {
        await using var stage = await FuzzStage.Set(cluster);
        await using var stored = new FuzzStored(stage.Host);
        await stored.Open();
        var described = new FuzzInterface(await stage.Host.Anybody().GetStringAsync("/openapi/v1.json"));
        var chance = new FuzzChance(seed, stage);
        var requests = new FuzzRequests(chance, stage, described.Schema);
        string[] roles = [.. stage.Roles.Keys];
        for (var number = 0; number < OfOneSeed; number++)
        {
            var request = requests.Of(chance.One(described.Operations), roles[number % roles.Length]);
            using var answer = await stage.Send(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var outcome = $"{(int)answer.StatusCode} {CodeOf(answer, bytes)}";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            var changed = await stored.Changed();
            string[] found = [.. Faults(described.Schema, request, answer, bytes), .. answer.IsSuccessStatusCode ? [] : changed.Select(table => $"A refusal left something: {table}")];
            if (found.Length > 0)
                faults.Add($"PORTFOLIO_FUZZ={seed} (request {number}) {request}\n  {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)[..Math.Min(300, bytes.Length)]}\n  {string.Join("\n  ", found.Take(5))}");
        }
    }

    private static IEnumerable<string> Faults(FuzzSchema schema, FuzzRequest request, HttpResponseMessage answer, byte[] bytes)
    {
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
        // oEmbed asks for 501 where a format is not answered.
        if (status >= 500 && !(status == 501 && CodeOf(answer, bytes) == Problems.JsonOnly.Code))
            yield return "It is our fault.";
        if (!answer.IsSuccessStatusCode && Leaks.Any(Encoding.UTF8.GetString(bytes).Contains))
            yield return "It tells of the inside.";
        if ((request.IsNoHttp && status == 400 && bytes.Length == 0) || (request.SaysAnotherMethod && status == 400))
            yield break;
        if (!request.Operation.Answers.TryGetValue(status, out var told))
        {
            if (!request.Strays || CodeOf(answer, bytes) == "")
                yield return $"The description has no {status} here.";
            yield break;
        }
        if (bytes.Length == 0)
        {
            if (told.Media.Count > 0)
                yield return "The description has a body.";
            yield break;
        }
        if (told.Media.FirstOrDefault(media => media.Type == type) is not { } media)
        {
            yield return $"The description has no {type} here.";
            yield break;
        }
        if (type!.EndsWith("json", StringComparison.Ordinal) || type == "application/vc")
            foreach (var fault in schema.Faults(JsonNode.Parse(bytes), media.Schema))
                yield return fault;
        if (told.Codes.Count > 0 && !told.Codes.Contains(CodeOf(answer, bytes)) && !request.Strays)
            yield return $"The description has no {CodeOf(answer, bytes)} here.";
    }

    private static string CodeOf(HttpResponseMessage answer, byte[] bytes) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (string?)JsonSerializer.Deserialize<JsonObject>(bytes)!["code"] ?? "" : "";
}
