using System.Text.Json.Nodes;

namespace Portfolio.Tests.Http;

/// <summary>Two linters of other people read the approved description; a planted fault shows that they would say so.</summary>
public sealed class OpenApiLintTests : IDisposable
{
    private const string Spectral = "node_modules/@stoplight/spectral-cli/dist/index.js";
    private const string Redocly = "node_modules/@redocly/cli/bin/cli.js";
    private static readonly string Approved = Path.Combine(Source.Root, "openapi.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Spectral_finds_no_error_and_no_warning()
    {
        var answer = await Checkers.Run(Spectral, "", SpectralOver(Approved));
        Assert.True(answer.ExitCode == 0, answer.Output + answer.Error);
    }

    [Fact]
    public async Task Spectral_finds_a_planted_fault()
    {
        var answer = await Checkers.Run(Spectral, "", SpectralOver(await Planted("      operationId: ListProblems\n", "")));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("operation-operationId", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redocly_finds_no_error_and_no_warning()
    {
        var answer = await Checkers.Run(Redocly, "", RedoclyOver(Approved));
        var totals = JsonNode.Parse(answer.Output)!["totals"]!;
        Assert.True((int)totals["errors"]! == 0 && (int)totals["warnings"]! == 0 && (int)totals["ignored"]! == 0, answer.Output);
    }

    [Fact]
    public async Task Redocly_finds_a_planted_fault()
    {
        var answer = await Checkers.Run(Redocly, "", RedoclyOver(await Planted("minutes: 60\n", "minutes: sixty\n")));
        Assert.NotEqual(0, (int)JsonNode.Parse(answer.Output)!["totals"]!["warnings"]!);
    }

    private async Task<string> Planted(string there, string instead)
    {
        var description = await File.ReadAllTextAsync(Approved);
        Assert.Contains(there, description, StringComparison.Ordinal);
        var path = Path.Combine(folder.Path, "planted.yaml");
        await File.WriteAllTextAsync(path, description.Replace(there, instead, StringComparison.Ordinal));
        return path;
    }

    private static string[] SpectralOver(string path) => ["lint", path, "--ruleset", ".spectral.yaml", "--fail-severity=warn"];

    private static string[] RedoclyOver(string path) => ["lint", path, "--config", "redocly.yaml", "--format", "json"];
}
