using System.Text.Json.Nodes;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Schemes;

/// <summary>Every scheme is a row of data: it is set up, a period of it is recorded and signed, and its own question is answered over HTTP. Nothing here knows any of them.</summary>
public sealed class SchemeTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string Folder = Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Data", "schemes");

    public static TheoryData<string> Schemes { get; } = [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Fact]
    public void There_are_as_many_as_the_product_must_hold() => Assert.Equal(12, Schemes.Count);

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_scheme_is_set_up_recorded_signed_and_asked(string scheme)
    {
        var data = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, scheme + ".json"), TestContext.Current.CancellationToken))!;
        var programme = await SchemeProgramme.Set(host, data);
        foreach (var group in data["groups"]?.AsObject() ?? [])
            await SchemeGroup.Hold(programme, group.Key, group.Value!);
        foreach (var step in data["then"]?.AsArray() ?? [])
            await programme.Do(step!);
        var faults = new List<string>();
        foreach (var question in data["questions"]!.AsArray())
            faults.AddRange(Answered.Differs(programme.Filled(question!["answer"]!), await programme.Do(question), $"{question["get"] ?? question["post"]}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
