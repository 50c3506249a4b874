using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Webhook;

/// <summary>A receiver of webhooks that checks signature and time, takes each message once, and keeps what it was told of.</summary>
public sealed class ReceiverDouble : PlatformDouble
{
    // Made up; secret to nobody.
    public static readonly string Secret = "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("a secret of the tests, 32 bytes!"));
    private readonly ConcurrentDictionary<string, JsonObject> taken = new();
    private readonly ConcurrentDictionary<(Guid Record, int Version), bool> shown = new();

    public override IReadOnlyList<Shown> Shown => [.. shown.Keys.Select(key => new Shown(key.Record, key.Version))];

    /// <summary>How far the time of sending may be from its own, in seconds.</summary>
    public int Tolerance { get; init; } = 300;

    public override bool AnyAnswerIsYes => true;

    public override IEnumerable<string> Secrets => [Secret];

    /// <summary>The messages that were taken, by their ids.</summary>
    public IReadOnlyDictionary<string, JsonObject> Taken => taken;

    public static Task<TestConnection> Connect(PlatformDouble receiver) =>
        Task.FromResult(new TestConnection(new Dictionary<string, string> { ["url"] = receiver.Address + "hook", ["secret"] = Secret }));

    protected override void Map(IEndpointRouteBuilder routes) => routes.MapPost("/hook", async (HttpContext http) =>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        return IsSigned(http.Request.Headers, body.ToArray()) ? Take(http.Request.Headers["webhook-id"].ToString(), (JsonObject)JsonNode.Parse(body.ToArray())!) : Results.BadRequest();
    });

    private IResult Take(string id, JsonObject message)
    {
        if (!taken.TryAdd(id, message))
            return Results.Ok();
        var data = message["data"]!;
        switch ((string?)message["type"])
        {
            case "record.signed":
                shown[Key(data)] = true;
                break;
            case "record.superseded":
                shown.TryRemove((Key(data).Record, (int)data["supersedes"]!), out _);
                shown[Key(data)] = true;
                break;
            case "record.withdrawn":
                shown.TryRemove(Key(data), out _);
                break;
        }
        return Results.NoContent();
    }

    private bool IsSigned(IHeaderDictionary headers, byte[] body)
    {
        var (id, at) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(Clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance)
            return false;
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{at}."), .. body];
        var right = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed));
        return headers["webhook-signature"].ToString().Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(right)));
    }

    private static (Guid Record, int Version) Key(JsonNode data) => (Guid.Parse((string)data["recordId"]!), (int)data["version"]!);
}
