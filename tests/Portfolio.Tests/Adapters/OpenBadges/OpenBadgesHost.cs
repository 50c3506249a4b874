using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>An Open Badges 3.0 host with one user: registers clients, asks the user, gives out tokens that end, keeps the newer of two versions of a credential, and reads them out page by page.</summary>
internal sealed class OpenBadgesHost : PlatformDouble
{
    private readonly ConcurrentDictionary<(string Issuer, string Id), Held> held = new();

    public OpenBadgesHost() => Tokens = new(this);

    public HostTokens Tokens { get; }

    /// <summary>Whether the user lets what is there be read; a host of this kind offers no scope for it.</summary>
    public bool Readable { get; init; } = true;

    /// <summary>How it changes what it answers with, and nothing else.</summary>
    public Func<string, string> Echo { get; set; } = sent => sent;

    /// <summary>How it changes what it keeps.</summary>
    public Func<string, string> Changes { get; set; } = sent => sent;

    /// <summary>Whether nobody answers where tokens are given out.</summary>
    public bool TokensFail { get; set; }

    /// <summary>Where it says that its user is to be sent, where that is not to itself.</summary>
    public string? AuthorizesAt { get; set; }

    /// <summary>How many stand on one page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Whether it answers a credential that it has with 304.</summary>
    public bool SaysUnchanged { get; set; }

    public override IReadOnlyList<Shown> Shown => [.. held.Values.Select(one => one.Shown)];

    public override int Refreshes => Tokens.Refreshes;

    public override IEnumerable<string> Secrets => Tokens.Secrets;

    public IReadOnlyList<string> Contents => [.. held.Values.Select(one => one.Content)];

    public override string? StepOf(Seen request) => request is { Method: "POST", Path: "/ims/ob/v3p0/credentials" } ? "write" : null;

    /// <summary>The user takes a credential away.</summary>
    public void Remove(string id) => held.TryRemove(held.Keys.Single(key => key.Id == id), out _);

    // Prose says more than it should, and is not to be kept.
    public override Fault Saying(int status) => Fault.Of(status, Info("unauthorisedrequest", "Token " + string.Join(", ", Secrets)).ToJsonString());

    protected override void Map(IEndpointRouteBuilder routes)
    {
        Tokens.Map(routes);
        routes.MapGet("/ims/ob/v3p0/discovery", () => Results.Json(Description()));
        routes.MapPost("/ims/ob/v3p0/credentials", (Delegate)Upsert);
        routes.MapGet("/ims/ob/v3p0/credentials", Read);
    }

    private async Task<IResult> Upsert(HttpContext http)
    {
        if (Tokens.WhyNot(http, "credential.upsert") is { } refused)
            return refused;
        using var reader = new StreamReader(http.Request.Body);
        var sent = await reader.ReadToEndAsync();
        var type = http.Request.ContentType?.Split(';')[0];
        if (type is not ("text/plain" or "application/vc+ld+json" or "application/json") || http.Request.Headers.Accept != type || Held.Of(sent, type == "text/plain") is not { } one)
            return Error(400, "invaliddata");
        if (held.TryGetValue(one.Key, out var there) && (there.ValidFrom > one.ValidFrom || (SaysUnchanged && there.Content == sent)))
            return Results.StatusCode(304);
        held[one.Key] = one with { Content = Changes(sent) };
        return Results.Text(Echo(sent), type == "text/plain" ? type : "application/json", Encoding.UTF8, there is null ? 201 : 200);
    }

    private IResult Read(HttpContext http, int? limit, int? offset, DateTimeOffset? since)
    {
        if (Tokens.WhyNot(http, "credential.readonly") is { } refused)
            return refused;
        var all = held.Values.Where(one => since is null || one.ValidFrom > since).OrderBy(one => one.Key.Id, StringComparer.Ordinal).ToList();
        var (from, size) = (offset ?? 0, Math.Min(limit ?? PageSize, PageSize));
        var page = all.Skip(from).Take(size).ToList();
        http.Response.Headers["X-Total-Count"] = $"{all.Count}";
        string Link(int at, string rel) => $"<{Address}ims/ob/v3p0/credentials?limit={size}&offset={at}>; rel=\"{rel}\"";
        http.Response.Headers.Link = string.Join(", ", from + size < all.Count ? [Link(from + size, "next"), Link(0, "first")] : new[] { Link(0, "first") });
        var answer = new JsonObject
        {
            ["credential"] = new JsonArray([.. page.Where(one => !one.IsJws).Select(one => JsonNode.Parse(one.Content))]),
            ["compactJwsString"] = new JsonArray([.. page.Where(one => one.IsJws).Select(one => JsonValue.Create(one.Content))]),
        };
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    private JsonObject Description() => new()
    {
        ["openapi"] = "3.0.1",
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject
            {
                ["OAuth2ACG"] = new JsonObject
                {
                    ["type"] = "oauth2", ["x-imssf-registrationUrl"] = Address + "register",
                    ["flows"] = new JsonObject
                    {
                        ["authorizationCode"] = new JsonObject
                        {
                            ["authorizationUrl"] = AuthorizesAt ?? Address + "authorize?locale=en", ["tokenUrl"] = Address + "token", ["refreshUrl"] = Address + "token",
                            ["scopes"] = new JsonObject([.. Tokens.Scopes.Select(scope => KeyValuePair.Create(scope, (JsonNode?)"Made up."))]),
                        },
                    },
                },
            },
        },
    };

    internal static IResult Error(int status, string code) => Results.Text(Info(code, "Made-up prose.").ToJsonString(), "application/json", Encoding.UTF8, status);

    private static JsonObject Info(string code, string prose) => new()
    {
        ["imsx_codeMajor"] = "failure", ["imsx_severity"] = "error", ["imsx_description"] = prose,
        ["imsx_codeMinor"] = new JsonObject
        {
            ["imsx_codeMinorField"] = new JsonArray(new JsonObject { ["imsx_codeMinorFieldName"] = "TargetEndSystem", ["imsx_codeMinorFieldValue"] = code }, new JsonObject { ["imsx_codeMinorFieldName"] = "x", ["imsx_codeMinorFieldValue"] = prose }),
        },
    };

    private sealed record Held((string Issuer, string Id) Key, DateTimeOffset ValidFrom, Shown Shown, string Content, bool IsJws)
    {
        public static Held? Of(string sent, bool isJws)
        {
            try
            {
                var json = JsonNode.Parse(isJws ? Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(sent.Split('.')[1])) : sent)!;
                if (!isJws && json["proof"] is null)
                    return null;
                var id = json["id"]!.GetValue<string>();
                var version = json["credentialSubject"]!["result"]!.AsArray().Single(result => result!["resultDescription"]!.GetValue<string>().EndsWith("#version", StringComparison.Ordinal))!["value"]!.GetValue<string>();
                return new((json["issuer"]!["id"]!.GetValue<string>(), id), json["validFrom"]!.GetValue<DateTimeOffset>(), new(Guid.Parse(id.Split('/')[^1]), int.Parse(version)), sent, isJws);
            }
            catch (Exception e) when (e is JsonException or FormatException or NullReferenceException or InvalidOperationException or IndexOutOfRangeException)
            {
                return null;
            }
        }
    }
}
