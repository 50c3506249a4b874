using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A key of a platform, and what it signs with it: right unless a test makes it wrong.</summary>
internal sealed class PlatformKey(string kid, string algorithm = "RS256", int bits = 2048) : IDisposable
{
    private readonly RSA? rsa = algorithm == "ES256" ? null : RsaKeys.Others(bits);
    private readonly ECDsa? elliptic = algorithm == "ES256" ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;

    public string Kid => kid;

    public JsonObject Jwk()
    {
        if (rsa?.ExportParameters(false) is { } plain)
            return new() { ["kty"] = "RSA", ["kid"] = kid, ["use"] = "sig", ["n"] = Base64Url.EncodeToString(plain.Modulus), ["e"] = Base64Url.EncodeToString(plain.Exponent) };
        var point = elliptic!.ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["kid"] = kid, ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    /// <summary>The public key as others could have copied it: what a confused verifier would take for a shared secret.</summary>
    public byte[] Pem => Encoding.ASCII.GetBytes(rsa!.ExportSubjectPublicKeyInfoPem());

    public static string Set(params IEnumerable<JsonObject> keys) => new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.DeepClone())]) }.ToJsonString();

    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString());

    public string Sign(string header, string claims)
    {
        var text = $"{Part(header)}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = elliptic?.SignData(bytes, HashAlgorithmName.SHA256)
            ?? rsa!.SignData(bytes, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public JsonObject Header() => new() { ["alg"] = algorithm, ["kid"] = kid, ["typ"] = "JWT" };

    public static JsonObject Claims(string client, string audience, DateTimeOffset now) => new()
    {
        ["iss"] = client, ["sub"] = client, ["aud"] = audience, ["jti"] = Guid.NewGuid().ToString("N"), ["exp"] = now.AddMinutes(4).ToUnixTimeSeconds(), ["iat"] = now.ToUnixTimeSeconds(),
    };

    public void Dispose()
    {
        rsa?.Dispose();
        elliptic?.Dispose();
    }
}

/// <summary>A platform's own site, where it publishes its keys: on this computer, which only tests allow.</summary>
internal sealed class KeysSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private KeysSite(WebApplication site) => this.site = site;

    public string Keys { get; set; } = PlatformKey.Set();
    public bool IsDown { get; set; }
    public int Asked { get; private set; }
    public string Url { get; private set; } = "";

    public static async Task<KeysSite> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new KeysSite(builder.Build());
        site.site.MapGet("/jwks.json", () =>
        {
            site.Asked++;
            return site.IsDown ? Microsoft.AspNetCore.Http.Results.StatusCode(500) : Microsoft.AspNetCore.Http.Results.Text(site.Keys, "application/jwk-set+json");
        });
        site.site.MapGet("/connected", () => "Welcome back.");
        await site.site.StartAsync();
        site.Url = site.site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/jwks.json";
        return site;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}

/// <summary>A host that may ask this computer for keys: <c>IClassFixture&lt;PlatformHost&gt;</c>.</summary>
public sealed class PlatformHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal string Issuer => Host.Service<AuthorizationAddresses>().Issuer;

    public async ValueTask InitializeAsync()
    {
        Host.Settings["Portfolio:Outbound:Loopback"] = "true";
        await Host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>The reasons that were logged for that platform, in order.</summary>
    internal IEnumerable<string> Reasons(Guid platform) =>
        Host.Log.Lines.Where(line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains($"{platform}", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]);

    internal static Task<HttpResponseMessage> Token(HttpClient client, string assertion, params (string, string)[] more) => client.PostAsync("/oauth/token", Puller.Form(
        [("grant_type", "client_credentials"), ("client_assertion_type", ClientAssertion.Type), ("client_assertion", assertion), .. more]));
}
