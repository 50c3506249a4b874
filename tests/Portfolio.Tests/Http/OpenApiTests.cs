using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>The description that is served is the approved one, and it says what a caller has to know.</summary>
public sealed class OpenApiTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Remedy = "Read the difference after rewriting it: PORTFOLIO_APPROVE=1 tests/run --filter FullyQualifiedName~OpenApiTests, then git diff openapi.yaml";
    private static readonly string Approved = Path.Combine(Source.Root, "openapi.yaml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_served_description_is_the_approved_one()
    {
        var served = await host.Anybody().GetStringAsync("/openapi/v1.yaml", Cancellation);
        if (Environment.GetEnvironmentVariable("PORTFOLIO_APPROVE") == "1")
            await File.WriteAllTextAsync(Approved, served, Cancellation);
        Assert.True(served == await File.ReadAllTextAsync(Approved, Cancellation), $"openapi.yaml is not what is served. {Remedy}");
    }

    [Fact]
    public async Task Every_endpoint_has_a_name_a_summary_who_may_ask_a_known_tag_and_a_success()
    {
        var document = await Document();
        var tags = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToHashSet();
        foreach (var (name, operation) in Operations(document))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["operationId"]), $"{name} has no name (WithName).");
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), $"{name} has no summary (WithSummary).");
            Assert.DoesNotContain("For .", (string)operation["description"]!, StringComparison.Ordinal);
            Assert.All(operation["tags"]!.AsArray(), tag => Assert.Contains((string)tag!, tags));
            Assert.Contains(operation["responses"]!.AsObject(), answer => answer.Key[0] == '2');
            Assert.NotNull(operation["security"]);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.True(parameter!["description"] is not null, $"{name}: {parameter["name"]} is not described."));
        }
    }

    [Fact]
    public async Task Every_refusal_of_an_endpoint_is_declared_with_an_example()
    {
        var document = await Document();
        var operations = Operations(document).ToDictionary(operation => (string)operation.Operation["operationId"]!, operation => operation.Operation);
        foreach (var endpoint in Described())
        {
            var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
            foreach (var problem in endpoint.Metadata.OfType<RefusalsOfEndpoint>().SelectMany(refusals => refusals.Problems))
            {
                var answer = Resolve(document, operations[name]["responses"]![$"{problem.Status}"]);
                var example = Resolve(document, answer["content"]!["application/problem+json"]!["examples"]![problem.Code]);
                Assert.Equal(problem.Code, (string)example["value"]!["code"]!);
            }
        }
    }

    [Fact]
    public async Task Every_endpoint_of_the_interface_is_described()
    {
        var names = Operations(await Document()).Select(operation => (string)operation.Operation["operationId"]!).ToHashSet();
        Assert.All(Described(), endpoint => Assert.Contains(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.DisplayName!, names));
        Assert.True(names.Count > 30);
    }

    [Fact]
    public async Task Every_body_has_an_example()
    {
        var document = await Document();
        foreach (var (name, operation) in Operations(document))
            foreach (var body in operation["responses"]!.AsObject().Select(answer => Resolve(document, answer.Value)).Append(operation["requestBody"]).OfType<JsonNode>())
                foreach (var (type, media) in body["content"]?.AsObject() ?? [])
                    Assert.True(media!["example"] is not null || media["examples"] is not null, $"{name}: {type} has no example (api/Http/…Examples.cs).");
    }

    [Fact]
    public async Task The_fences_of_a_body_are_told()
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        Assert.Equal(200, (int)schemas["NewPerson"]!["properties"]!["name"]!["maxLength"]!);
        Assert.Equal(20, (int)schemas["NewPerson"]!["properties"]!["number"]!["maxLength"]!);
        Assert.Equal(["in-person", "online"], schemas["Register"]!["properties"]!["mode"]!["enum"]!.AsArray().Select(code => (string)code!));
        Assert.Equal(200, (int)schemas["Register"]!["properties"]!["lines"]!["maxItems"]!);
        Assert.Equal(600, (int)schemas["NewSession"]!["properties"]!["minutes"]!["maximum"]!);
        Assert.Contains("1990-01-01", (string)schemas["NewSession"]!["properties"]!["heldOn"]!["description"]!, StringComparison.Ordinal);
        Assert.False((bool)schemas["NewPerson"]!["additionalProperties"]!);
        Assert.Null(schemas["PersonBody"]!["additionalProperties"]);
    }

    [Fact]
    public async Task No_host_is_named_and_every_path_follows_the_stages()
    {
        var document = await Document();
        Assert.Equal("/", (string)Assert.Single(document["servers"]!.AsArray())!["url"]!);
        Assert.DoesNotContain("127.0.0.1", document.ToJsonString(), StringComparison.Ordinal);
        var order = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToList();
        var paths = document["paths"]!.AsObject().Select(path => order.IndexOf((string)path.Value!.AsObject().First().Value!["tags"]![0]!)).ToList();
        Assert.Equal(paths.Order(), paths);
    }

    private IEnumerable<RouteEndpoint> Described() => host.Endpoints.Where(endpoint =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null && !endpoint.RoutePattern.RawText!.StartsWith("/openapi/", StringComparison.Ordinal));

    private async Task<JsonNode> Document() => JsonNode.Parse(await host.Anybody().GetStringAsync("/openapi/v1.json"))!;

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select ($"{operation.Key} {path.Key}", operation.Value!);

    private static JsonNode Resolve(JsonNode document, JsonNode? node) => (string?)node!["$ref"] is { } reference
        ? reference[2..].Split('/').Aggregate(document, (at, name) => at[name]!)
        : node;
}
