using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portfolio.Tests.Adapters.Moodle;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Lti;

/// <summary>Somebody as the platform knows them.</summary>
internal sealed record LtiUser(string Sub, string Name, string? Number = null, string? Email = null, string Role = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");

/// <summary>A learning platform that signs and serves as Moodle does, with keys of its own; on demand it does what none should.</summary>
internal sealed class LtiPlatform : IAsyncDisposable
{
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/", Form = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private readonly WebApplication app;

    private LtiPlatform(WebApplication app) => this.app = app;

    public string Site { get; private set; } = "";

    public List<(string Kid, RSA Key)> Keys { get; } = [("platform-1", RsaKeys.Others())];

    public LtiDoor Door { get; } = new();

    public required Func<DateTimeOffset> Now { get; init; }

    /// <summary>Who sits at the platform, and what the link that they open says.</summary>
    public LtiUser User { get; set; } = new("1", "Nobody");

    public Dictionary<string, string> Custom { get; set; } = [];

    public string LoginUrl { get; set; } = "";

    /// <summary>The course's members, page by page.</summary>
    public List<List<LtiUser>> Members { get; } = [];

    public JsonObject? Registered { get; private set; }

    /// <summary>What deep linking brought back.</summary>
    public string? Returned { get; private set; }

    public static async Task<LtiPlatform> Start(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var platform = new LtiPlatform(app) { Now = now };
        app.MapGet("/jwks", platform.PublishedKeys);
        app.MapGet("/course", () => Results.Content($"<!doctype html><html lang=en><title>A course</title><h1>A course</h1><iframe title=Portfolio width=1000 height=700 src=\"{platform.Initiation}\"></iframe>", "text/html"));
        app.MapGet("/auth", platform.Authenticate);
        app.MapPost("/token", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            return platform.Door.Open(form, $"{platform.Site}/token", now());
        });
        app.MapGet("/members", platform.Roster);
        app.MapPost("/return", async (HttpContext http) =>
        {
            platform.Returned = (await http.Request.ReadFormAsync())["JWT"];
            return Results.Content("<!doctype html><title>Added</title><h1>Added to the course</h1>", "text/html");
        });
        app.MapGet("/openid-configuration", () => Results.Json(new
        {
            issuer = platform.Site, authorization_endpoint = $"{platform.Site}/auth", token_endpoint = $"{platform.Site}/token", jwks_uri = $"{platform.Site}/jwks", registration_endpoint = $"{platform.Site}/register",
        }));
        app.MapPost("/register", async (HttpContext http) =>
        {
            if (http.Request.Headers.Authorization != "Bearer one-time")
                return Results.StatusCode(401);
            platform.Registered = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
            var answer = platform.Registered.DeepClone();
            (answer["client_id"], answer["https://purl.imsglobal.org/spec/lti-tool-configuration"]!["deployment_id"]) = ("dynamic-client", "7");
            return Results.Json(answer);
        });
        await app.StartAsync();
        platform.Site = $"http://localhost:{new Uri(app.Urls.Single()).Port}";
        return platform;
    }

    public string Initiation => $"{LoginUrl}?iss={Uri.EscapeDataString(Site)}&target_link_uri={Uri.EscapeDataString(LoginUrl)}&login_hint=hint&lti_message_hint={Uri.EscapeDataString("{\"cmid\":3}")}&client_id={LtiDoor.ClientId}&lti_deployment_id=1";

    /// <summary>A good message of whoever sits there.</summary>
    public Dictionary<string, object?> Claims(string nonce) => new()
    {
        ["iss"] = Site, ["aud"] = LtiDoor.ClientId, ["sub"] = User.Sub, ["iat"] = Seconds(0), ["exp"] = Seconds(60), ["nonce"] = nonce, ["name"] = User.Name, ["email"] = User.Email,
        [Claim + "message_type"] = "LtiResourceLinkRequest", [Claim + "version"] = "1.3.0", [Claim + "deployment_id"] = "1", [Claim + "target_link_uri"] = LoginUrl,
        [Claim + "roles"] = new[] { User.Role }, [Claim + "context"] = new { id = "2", label = "BAL", title = "Balint year", type = new[] { "CourseSection" } },
        [Claim + "resource_link"] = new { id = "1", title = "The group" }, [Claim + "lis"] = new { person_sourcedid = User.Number ?? "", course_section_sourcedid = "" },
        [Claim + "custom"] = Custom,
        ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new { scope = new[] { "https://purl.imsglobal.org/spec/lti-ags/scope/score" }, lineitems = $"{Site}/lineitems?type_id=1" },
        ["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new { context_memberships_url = $"{Site}/members", service_versions = new[] { "1.0", "2.0" } },
    };

    public long Seconds(int from) => Now().ToUnixTimeSeconds() + from;

    public string Sign(Dictionary<string, object?> claims, (string Kid, RSA Key)? by = null, string alg = "RS256")
    {
        var (kid, key) = by ?? Keys[0];
        var signed = $"{Part(new { alg, typ = "JWT", kid })}.{Part(claims)}";
        return alg == "none" ? signed + "." : $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private IResult PublishedKeys() => Results.Json(new
    {
        keys = Keys.Select(key => (key.Kid, Public: key.Key.ExportParameters(false)))
            .Select(key => new { kty = "RSA", use = "sig", alg = "RS256", kid = key.Kid, n = Base64Url.EncodeToString(key.Public.Modulus), e = Base64Url.EncodeToString(key.Public.Exponent) }),
    });

    // As Moodle answers: a form that sends itself.
    private IResult Authenticate(HttpContext http)
    {
        string Of(string name) => http.Request.Query[name].ToString();
        if (Of("scope") != "openid" || Of("response_type") != "id_token" || Of("response_mode") != "form_post" || Of("prompt") != "none" || Of("client_id") != LtiDoor.ClientId || Of("login_hint") != "hint"
            || Of("lti_message_hint") != "{\"cmid\":3}")
            return Results.BadRequest();
        return Results.Content($"""
            <!doctype html><title>Going on</title><form id="f" method="post" action="{Of("redirect_uri")}"><input type="hidden" name="id_token" value="{Sign(Claims(Of("nonce")))}">
            <input type="hidden" name="state" value="{Of("state")}"></form><script>document.getElementById("f").submit()</script>
            """, "text/html");
    }

    private IResult Roster(HttpContext http, int page = 0)
    {
        if (!Door.Lets(http, Now()))
            return Results.StatusCode(401);
        if (page + 1 < Members.Count)
            http.Response.Headers.Link = $"<{Site}/members?page={(page + 1).ToString(CultureInfo.InvariantCulture)}>; rel=\"next\"";
        return Results.Json(new
        {
            id = $"{Site}/members", context = new { id = "2" },
            members = Members[page].Select(member => new { status = "Active", roles = new[] { member.Role }, user_id = member.Sub, lis_person_sourcedid = member.Number, name = member.Name, email = member.Email }),
        }, contentType: Form);
    }
}
