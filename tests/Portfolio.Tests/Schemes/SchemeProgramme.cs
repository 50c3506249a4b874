using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Schemes;

/// <summary>A programme as the data of a scheme sets it up. Whatever has a name there can be named in a path, in a body and in an answer: <c>{name}</c>.</summary>
internal sealed partial class SchemeProgramme
{
    public const string Tutor = "tutor";

    private readonly TestHost host;
    private readonly string key = "scheme-" + Guid.NewGuid().ToString("N")[..12];
    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<string, HttpClient> clients = [];

    private SchemeProgramme(TestHost host) => this.host = host;

    public string this[string name]
    {
        get => ids[name];
        set => ids[name] = value;
    }

    public static async Task<SchemeProgramme> Set(TestHost host, JsonNode data)
    {
        var programme = new SchemeProgramme(host);
        var made = await host.Anybody().Post<ProgrammeBody>("/v1/programmes", new
        {
            programme.key, name = "Made-up programme", timeZone = "Europe/London", demonstration = true, tutor = new { name = "Tilda Tutor", key = Tutor },
        });
        programme["programme"] = $"{made.Id}";
        foreach (var (name, person) in data["people"]!.AsObject())
            await programme.Add(name, person!);
        return programme;
    }

    public async Task<HttpClient> As(string name) => clients.TryGetValue(name, out var known) ? known : clients[name] = await host.As(key, name);

    public string Path(string rest) => $"/v1/programmes/{this["programme"]}/{Filled(rest)}";

    public JsonNode Filled(JsonNode node) => JsonNode.Parse(Filled(node.ToJsonString()))!;

    /// <summary>A request as the data tells it; what it makes can be named from then on.</summary>
    public async Task<JsonNode?> Do(JsonNode step)
    {
        var method = step["get"] is not null ? "get" : step["put"] is not null ? "put" : "post";
        var request = new HttpRequestMessage(HttpMethod.Parse(method), Path(step[method]!.GetValue<string>()));
        if (method != "get")
            request.Content = new StringContent(Filled(step["body"]?.ToJsonString() ?? "{}"), Encoding.UTF8, "application/json");
        if (step["version"] is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await (await As(step["by"]?.GetValue<string>() ?? Tutor)).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {request.RequestUri}: {text}");
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        if (step["as"] is { } name)
            ids[name.GetValue<string>()] = body!["id"]!.GetValue<string>();
        return body;
    }

    private async Task Add(string name, JsonNode person)
    {
        var tutor = await As(Tutor);
        var from = person["from"]?.GetValue<string>() ?? "2020-01-01";
        var made = await tutor.Post<PersonBody>(Path("people"), new { name = $"{name} Made-Up", key = name });
        ids[name] = $"{made.Id}";
        if (person["profession"] is { } profession)
            await tutor.Post<FactBody>(Path($"people/{made.Id}/professions"), new { code = profession.GetValue<string>(), from });
        if (person["qualification"] is { } qualification)
            await tutor.Post<FactBody>(Path($"people/{made.Id}/qualifications"), new { code = qualification.GetValue<string>(), from });
        if (person["placement"] is { } placement)
            await Requests.Read<FactBody>(await tutor.PostAsJsonAsync(Path($"people/{made.Id}/placements"), placement));
        if (person["requirement"] is { } requirement)
            await tutor.Post<FactBody>(Path($"people/{made.Id}/requirements"), new { pack = requirement["pack"]!.GetValue<string>(), from = requirement["from"]!.GetValue<string>() });
    }

    private string Filled(string text) => Named().Replace(text, found => ids.GetValueOrDefault(found.Groups[1].Value, found.Value));

    [GeneratedRegex(@"\{([a-z][a-z0-9-]*)\}")]
    private static partial Regex Named();
}
