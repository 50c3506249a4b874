using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Mahara;

/// <summary>A Mahara with one institution, one trainee and the manners of 22.10: errors inside a 200, ids as numbers or as texts, and nothing sent twice is one.</summary>
internal sealed partial class MaharaHost : PlatformDouble
{
    public const string ServiceToken = "mahara-service-token", OwnToken = "mahara-own-token", Username = "trainee1", Email = "tara.trainee@example.org";
    public const long Trainee = 2;

    private readonly Lock gate = new();

    public List<(long Id, string Title)> Journals { get; } = [(10, "Reading"), (11, "Training")];

    public List<MaharaPosted> Posts { get; } = [new(5, 10, "On a book", "<p>A page of a diary.</p>", [], false, [])];

    public List<(long Id, string Folder, string Title, int Bytes)> Files { get; } = [];

    public bool Full { get; set; }

    public override IReadOnlyList<Shown> Shown
    {
        get
        {
            lock (gate)
                return [.. Posts.Where(post => !post.Draft).Select(post => RecordUrl().Match(post.Description)).Where(match => match.Success)
                    .Select(match => new Shown(Guid.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))];
        }
    }

    public override bool OlderStays => true;

    public override IEnumerable<string> Secrets => [ServiceToken, OwnToken];

    public required bool Own { get; init; }

    public override IReadOnlyList<string> Steps => Own ? ["entry"] : ["file", "entry"];

    public override string? StepOf(Seen request) =>
        request.Text.Contains("mahara_upload_file", StringComparison.Ordinal) ? "file"
        : request.Text.Contains("mahara_blog_create_blogpost", StringComparison.Ordinal) || request.Text.Contains("module_mobileapi_upload_blog_post", StringComparison.Ordinal) ? "entry"
        : null;

    public override Fault Saying(int status) => status switch
    {
        401 => Fault.Of(200, Error("WebserviceAccessException").ToJsonString()),
        403 => Fault.Of(200, Error("AccessDeniedException").ToJsonString()),
        _ => base.Saying(status),
    };

    protected override void Map(IEndpointRouteBuilder routes) => routes.MapPost("/webservice/rest/server.php", async (HttpContext http) =>
    {
        if (http.Request.Query["alt"] != "json")
            return Results.Text("<?xml version=\"1.0\"?><RESPONSE/>", "application/xml");
        var asked = await MaharaAsked.Read(http);
        lock (gate)
            return asked is null
                ? Results.Text("<h1>Fatal error</h1>", "text/html", statusCode: 500)
                : Results.Text(new MaharaFunctions(this, asked).Answer().ToJsonString(), "application/jsonrequest");
    });

    public static JsonObject Error(string name) => new() { ["error"] = true, ["error_class"] = name, ["error_message"] = "Etwas ist schiefgegangen." };

    public long Next() => Posts.Select(post => post.Id).Concat(Files.Select(file => file.Id)).Max() + 1;

    [GeneratedRegex(@"/records/([0-9a-f-]{36})/versions/(\d+)")]
    private static partial Regex RecordUrl();
}

/// <summary>An entry as Mahara keeps it.</summary>
internal sealed record MaharaPosted(long Id, long Journal, string Title, string Description, IReadOnlyList<string> Tags, bool Draft, IReadOnlyList<long> Files);

/// <summary>What was asked: names with brackets are gathered into lists.</summary>
internal sealed record MaharaAsked(string Token, string Function, JsonNode Fields, IReadOnlyList<(string Field, string Name, byte[] Bytes)> Files)
{
    public static async Task<MaharaAsked?> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body);
            var json = JsonObject.Create(document.RootElement.Clone())!;
            return new((string)json["wstoken"]!, (string)json["wsfunction"]!, json, []);
        }
        var form = await http.Request.ReadFormAsync();
        // What its OAuth protocol does to a list in the body of such a request.
        if (form.Keys.Any(key => key.Contains('[', StringComparison.Ordinal)))
            return null;
        var fields = new JsonObject();
        foreach (var (name, value) in form)
            fields[name] = value.ToString();
        fields["tags"] = new JsonArray([.. http.Request.Query.Where(pair => pair.Key.StartsWith("tags[", StringComparison.Ordinal)).Select(pair => JsonValue.Create(pair.Value.ToString()))]);
        var files = new List<(string, string, byte[])>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            files.Add((file.Name, file.FileName, bytes.ToArray()));
        }
        return new(form["wstoken"].ToString(), form["wsfunction"].ToString(), fields, files);
    }
}
