using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>Gives tokens for assertions of a registered tool, once each, and knows its own clock alone.</summary>
internal sealed class LtiDoor
{
    public const string ClientId = "tool-client-1";
    private readonly Dictionary<string, DateTimeOffset> tokens = [];
    private readonly HashSet<string> used = [];

    /// <summary>The tool's certificate: whoever signs has its key.</summary>
    public ReadOnlyMemory<byte> Certificate { get; set; }

    public string? KeyId { get; set; }

    public IReadOnlyList<string> Tokens => [.. tokens.Keys];

    public IResult Open(IFormCollection form, string audience, DateTimeOffset now)
    {
        var parts = form["client_assertion"].ToString().Split('.');
        if (form["grant_type"] != "client_credentials" || form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" || parts.Length != 3 || !Signed(parts))
            return Results.Json(new { error = "invalid_client" }, statusCode: 400);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        string Of(string name) => claims.RootElement.GetProperty(name).ToString();
        var seconds = now.ToUnixTimeSeconds();
        if (Of("iss") != ClientId || Of("sub") != ClientId || Of("aud") != audience || claims.RootElement.GetProperty("iat").GetInt64() > seconds || claims.RootElement.GetProperty("exp").GetInt64() <= seconds || !used.Add(Of("jti")))
            return Results.Json(new { error = "invalid_request" }, statusCode: 400);
        var token = $"lti-token-number-{tokens.Count + 1}";
        tokens[token] = now.AddSeconds(3600);
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 3600, scope = form["scope"].ToString() });
    }

    public bool Lets(HttpContext http, DateTimeOffset now) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) && tokens.TryGetValue(header[7..], out var until) && until > now;

    public void Forget() => tokens.Clear();

    private bool Signed(string[] parts)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        if (header.RootElement.GetProperty("alg").GetString() != "RS256" || header.RootElement.GetProperty("kid").GetString() != KeyId)
            return false;
        using var certificate = X509CertificateLoader.LoadCertificate(Certificate.Span);
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
