using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portfolio.Api.Demonstration;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Readme;

/// <summary>The walkthrough, sent as it stands to a host with the demonstration programme: what its comments promise is what comes back.</summary>
public sealed partial class WalkthroughTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string File = System.IO.File.ReadAllText(Path.Combine(Source.Root, "api", "Demonstration", "walkthrough.http"));

    private readonly HttpFile walkthrough = HttpFile.Read(File);
    private readonly Dictionary<string, string> answers = [];

    [Fact]
    public async Task The_walkthrough_answers_as_it_says_and_can_be_sent_twice()
    {
        host.Clock.Set(new DateTimeOffset(2025, 9, 10, 12, 0, 0, TimeSpan.Zero));
        await host.Service<DemonstrationProgramme>().Make(TestContext.Current.CancellationToken);
        foreach (var step in walkthrough.Steps)
        {
            var (status, body) = await Send(step);
            Assert.True(status == step.Status, $"{step.Title}: {status} {body}");
            if (WhyDiffers(step.Answer, body) is { } why)
                Assert.Fail($"{step.Title}: {why}\n{body}");
        }

        // Once more, as a client does that lost the answers: what was made is the same success, and the register is signed by now.
        foreach (var step in walkthrough.Steps)
            Assert.Equal(step.Name is "register" or "list" || step.Status == 409 ? 409 : 200, (await Send(step)).Status);
    }

    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 2}""")]
    [InlineData("""{"a": "x…"}""", """{"a": "yes"}""")]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"a": [1, 2]}""", """{"a": [1]}""")]
    [InlineData("eyJ…", "<html>")]
    public void A_wrong_promise_is_found(string promised, string answered) => Assert.NotNull(WhyDiffers(promised, answered));

    [Fact]
    public void Every_request_in_the_README_stands_in_the_walkthrough()
    {
        var readme = System.IO.File.ReadAllText(Path.Combine(Source.Root, "README.md"));
        var shown = Shown().Matches(readme).Select(match => match.Groups["request"].Value).ToList();
        Assert.Equal(6, shown.Count(text => text.Contains("### answers", StringComparison.Ordinal)));
        Assert.All(shown, text => Assert.Contains(text, File, StringComparison.Ordinal));
    }

    private async Task<(int Status, string Body)> Send(HttpStep step)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Address));
        if (step.Body.Length > 0)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Filled(step.Body)));
        foreach (var (name, value) in step.Headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, Filled(value)) || request.Content!.Headers.TryAddWithoutValidation(name, value));
        var answer = await host.Anybody().SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (step.Name is { } named)
            answers.TryAdd(named, body);
        return ((int)answer.StatusCode, body);
    }

    private string Filled(string text) => Placeholder().Replace(text, match => match.Groups["variable"].Value is { Length: > 0 } variable
        ? variable == "host" ? host.Address.AbsoluteUri.TrimEnd('/') : Filled(walkthrough.Variables[variable])
        : match.Groups["path"].Value is "*" ? answers[match.Groups["step"].Value] : (string)At(answers[match.Groups["step"].Value], match.Groups["path"].Value)!);

    private static JsonNode? At(string body, string path) => path.Split('.', '[', ']').Skip(1).Where(part => part.Length > 0)
        .Aggregate(JsonNode.Parse(body), (node, part) => int.TryParse(part, out var index) ? node![index] : node![part]);

    /// <summary>“…” stands for whatever comes, at the end of a text or for a whole value; a list promises its first entries.</summary>
    private static string? WhyDiffers(string promised, string answered) =>
        promised[0] is '{' ? WhyDiffers(JsonNode.Parse(promised), JsonNode.Parse(answered), "$") : Begins(promised, answered) ? null : "another text";

    private static string? WhyDiffers(JsonNode? promised, JsonNode? answered, string at) => (promised, answered) switch
    {
        (JsonValue text, not null) when text.TryGetValue<string>(out var any) && any == "…" => null,
        (JsonObject ours, JsonObject theirs) when !ours.Select(member => member.Key).Order().SequenceEqual(theirs.Select(member => member.Key).Order()) =>
            $"{at} has other members",
        (JsonObject ours, JsonObject theirs) => ours.Select(member => WhyDiffers(member.Value, theirs[member.Key], $"{at}.{member.Key}")).FirstOrDefault(why => why is not null),
        (JsonArray ours, JsonArray theirs) when ours.Count > theirs.Count => $"{at} is shorter",
        (JsonArray ours, JsonArray theirs) => ours.Select((entry, i) => WhyDiffers(entry, theirs[i], $"{at}[{i}]")).FirstOrDefault(why => why is not null),
        (JsonValue ours, JsonValue theirs) when ours.TryGetValue<string>(out var start) && theirs.TryGetValue<string>(out var text) =>
            Begins(start, text) ? null : $"{at} is “{text}”",
        _ => JsonNode.DeepEquals(promised, answered) ? null : $"{at} is {answered?.ToJsonString()}",
    };

    private static bool Begins(string promised, string text) =>
        promised.EndsWith('…') ? text.StartsWith(promised[..^1], StringComparison.Ordinal) : text == promised;

    [GeneratedRegex(@"\{\{((?<step>\w+)\.response\.body\.(?<path>[^}]+)|(?<variable>\w+))\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("```http\n(?<request>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
