using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>An OpenID Connect provider with keys of its own, that does what a real one does and, on demand, what none should.</summary>
internal sealed class ProviderDouble : IAsyncDisposable
{
    public const string ClientId = "portfolio";
    public const string Secret = "a secret: with odd/characters+";
    public const string Audience = "https://portfolio.example.org/v1";

    private readonly WebApplication app;
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> codes = [];
    private int metadataAsked;

    private ProviderDouble(WebApplication app) => this.app = app;

    public string Issuer { get; private set; } = "";

    /// <summary>The keys that it publishes; the first signs.</summary>
    public List<(string Kid, RSA Key)> Keys { get; } = [("key-1", RsaKeys.Others())];

    /// <summary>Whose account signs in at the page.</summary>
    public string Subject { get; set; } = "subject-1";

    public bool Down { get; set; }

    /// <summary>The issuer that its metadata names, where that is not its own.</summary>
    public string? CallsItself { get; set; }

    public int MetadataAsked => metadataAsked;

    public int CodesExchanged { get; private set; }

    /// <summary>Changes the id_token's claims before it is signed.</summary>
    public Action<Dictionary<string, object?>> Tamper { get; set; } = _ => { };

    /// <summary>What signs the id_token instead, where it is not itself.</summary>
    public Func<Dictionary<string, object?>, string>? Forge { get; set; }

    public required Func<DateTimeOffset> Now { get; init; }

    public static async Task<ProviderDouble> Start(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new ProviderDouble(app) { Now = now };
        app.Use((http, next) => provider.Down ? Task.Run(() => http.Response.StatusCode = 503) : next(http));
        app.MapGet("/.well-known/openid-configuration", provider.Metadata);
        app.MapGet("/keys", provider.PublishedKeys);
        app.MapGet("/authorize", provider.Authorise);
        app.MapPost("/token", (Delegate)provider.Token);
        await app.StartAsync();
        provider.Issuer = app.Urls.Single();
        return provider;
    }

    public Dictionary<string, string?> Settings(string name) => new()
    {
        [$"Portfolio:Providers:{name}:Authority"] = Issuer,
        [$"Portfolio:Providers:{name}:ClientId"] = ClientId,
        [$"Portfolio:Providers:{name}:ClientSecret"] = Secret,
        [$"Portfolio:Providers:{name}:Audience"] = Audience,
        [$"Portfolio:Providers:{name}:Private"] = "true",
    };

    public Dictionary<string, object?> Header(string type = "at+jwt") => new() { ["alg"] = "RS256", ["typ"] = type, ["kid"] = Keys[0].Kid };

    /// <summary>A good access token's claims, for an hour around now.</summary>
    public Dictionary<string, object?> Claims(string subject = "subject-1") => new()
    {
        ["iss"] = Issuer, ["sub"] = subject, ["aud"] = Audience, ["iat"] = Seconds(0), ["nbf"] = Seconds(0), ["exp"] = Seconds(3600), ["client_id"] = "an-app", ["jti"] = $"{Guid.NewGuid()}",
    };

    public long Seconds(int from) => Now().ToUnixTimeSeconds() + from;

    public string Sign(Dictionary<string, object?> header, Dictionary<string, object?> claims, RSA? key = null)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString((key ?? Keys[0].Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Keys.ForEach(key => key.Key.Dispose());
    }

    private IResult Metadata()
    {
        Interlocked.Increment(ref metadataAsked);
        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = CallsItself ?? Issuer, ["authorization_endpoint"] = Issuer + "/authorize?tenant=made-up", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
    }

    private IResult PublishedKeys() => Results.Json(new
    {
        keys = Keys.Select(key => (key.Kid, Public: key.Key.ExportParameters(false)))
            .Select(key => new { kty = "RSA", use = "sig", kid = key.Kid, n = Base64Url.EncodeToString(key.Public.Modulus), e = Base64Url.EncodeToString(key.Public.Exponent) }),
    });

    private IResult Authorise(HttpContext http)
    {
        string Of(string name) => http.Request.Query[name].ToString();
        if (Of("tenant") != "made-up" || Of("client_id") != ClientId || Of("response_type") != "code" || Of("code_challenge_method") != "S256" || !Of("scope").Split(' ').Contains("openid"))
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (Of("code_challenge"), Of("nonce"), Of("redirect_uri"));
        return Results.Redirect(QueryHelpers.AddQueryString(Of("redirect_uri"), new Dictionary<string, string?> { ["code"] = code, ["state"] = Of("state"), ["iss"] = Issuer }));
    }

    private async Task<IResult> Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(Secret)}"));
        if (http.Request.Headers.Authorization != "Basic " + client)
            return Results.Json(new { error = "invalid_client" }, statusCode: (int)HttpStatusCode.Unauthorized);
        var verifier = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        if (!codes.Remove(form["code"].ToString(), out var asked) || asked.Challenge != Base64Url.EncodeToString(verifier) || asked.Redirect != form["redirect_uri"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        CodesExchanged++;
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer, ["sub"] = Subject, ["aud"] = ClientId, ["iat"] = Seconds(0), ["exp"] = Seconds(300), ["nonce"] = asked.Nonce, ["email"] = "tara@example.org",
        };
        Tamper(claims);
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", id_token = Forge?.Invoke(claims) ?? Sign(Header("JWT"), claims) });
    }
}
