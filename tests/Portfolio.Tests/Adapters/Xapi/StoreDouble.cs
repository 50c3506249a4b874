using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Adapters.Xapi;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Xapi;

/// <summary>A learning record store: keeps each statement once by its id, checks what is attached, and shows a voided one only to whoever asks for it as such.</summary>
public sealed class StoreDouble : PlatformDouble
{
    public const string Key = "store-key", Secret = "store: secret+of/odd characters", Token = "a-token-of-the-store";
    private readonly ConcurrentDictionary<Guid, JsonObject> statements = new();
    private readonly ConcurrentDictionary<Guid, bool> voided = new();

    /// <summary>The versions it speaks.</summary>
    public IReadOnlyList<string> Versions { get; set; } = ["1.0.3", "2.0.0"];

    /// <summary>Some refuse to void what they do not know.</summary>
    public bool RefusesUnknownVoids { get; set; }

    /// <summary>An account that may write and not void.</summary>
    public bool VoidsNothing { get; set; }

    /// <summary>An account that may write and not read.</summary>
    public bool WriteOnly { get; set; }

    /// <summary>The statements as they came, by the order in which they came.</summary>
    public ConcurrentQueue<JsonObject> Taken { get; } = new();

    public override IReadOnlyList<Shown> Shown =>
        [.. statements.Where(kept => !voided.ContainsKey(kept.Key) && !Statements.IsVoiding(kept.Value)).Select(kept => Statements.Shown(kept.Value))];

    public override IEnumerable<string> Secrets => [Secret, Basic, Token];

    private static string Basic { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Secret}"));

    public static Task<TestConnection> Connect(PlatformDouble store, params (string Name, string Value)[] more) => Task.FromResult(new TestConnection(
        new Dictionary<string, string>(more.Select(set => KeyValuePair.Create(set.Name, set.Value)))
        {
            ["endpoint"] = store.Address + "xapi/", ["key"] = Key, ["secret"] = Secret,
        }));

    /// <summary>Another statement under the id that this record would have.</summary>
    public override Task<bool> Occupy(SignedRecord record)
    {
        var id = StatementIds.Of(record.As(null), 0);
        statements[id] = XapiMapping.Statement(record, Guid.NewGuid(), id);
        return Task.FromResult(true);
    }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/xapi/about", () => Results.Json(new { version = Versions }));
        routes.MapGet("/xapi/statements", (HttpContext http, Guid? statementId, Guid? voidedStatementId) => May(http) ?? (WriteOnly ? Results.StatusCode(403) : Read(statementId, voidedStatementId)));
        routes.MapPost("/xapi/statements", async (HttpContext http) => May(http) ?? await Write(http));
    }

    private IResult? May(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() is var credentials && credentials != "Basic " + Basic && credentials != "Bearer " + Token)
            return Results.Unauthorized();
        return Versions.Contains(http.Request.Headers["X-Experience-API-Version"].ToString()) ? null : Results.BadRequest("The version is not one of this store's.");
    }

    private IResult Read(Guid? visible, Guid? hidden) => (visible, hidden) switch
    {
        ({ } id, null) => statements.TryGetValue(id, out var found) && !voided.ContainsKey(id) ? Answer(found) : Results.NotFound(),
        (null, { } id) => statements.TryGetValue(id, out var found) && voided.ContainsKey(id) ? Answer(found) : Results.NotFound(),
        (null, null) => Results.Json(new { statements = Array.Empty<object>(), more = "" }),
        _ => Results.BadRequest(),
    };

    // As real ones do: with what they add, ids in their own writing, and what is the default left out.
    private IResult Answer(JsonObject found)
    {
        var answer = (JsonObject)found.DeepClone();
        answer["id"] = ((string)answer["id"]!).ToUpperInvariant();
        answer["stored"] = Clock.GetUtcNow().ToString("O");
        answer["authority"] = new JsonObject { ["objectType"] = "Agent", ["account"] = new JsonObject { ["homePage"] = "https://store.example.org", ["name"] = Key } };
        answer["timestamp"] = ((string?)answer["timestamp"])?.Replace("Z", ".000+00:00", StringComparison.Ordinal);
        ((JsonObject)answer["actor"]!).Remove("objectType");
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    private async Task<IResult> Write(HttpContext http)
    {
        var (statement, fault) = await Statements.Read(http.Request);
        if (statement is null || !Guid.TryParse((string?)statement["id"], out var id))
            return Results.BadRequest(fault);
        var target = Statements.IsVoiding(statement) ? Guid.Parse((string)statement["object"]!["id"]!) : (Guid?)null;
        if (target is not null && VoidsNothing)
            return Results.StatusCode(403);
        if (target is { } unknown && RefusesUnknownVoids && !statements.ContainsKey(unknown))
            return Results.BadRequest("There is no such statement.");
        var kept = statements.GetOrAdd(id, (JsonObject)statement.DeepClone());
        if (!Statements.AreSame(kept, statement))
            return Results.Conflict();
        if (target is { } gone)
            voided[gone] = true;
        Taken.Enqueue(statement);
        return Results.Json(new[] { id.ToString().ToUpperInvariant() });
    }
}
