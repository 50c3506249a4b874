using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Xapi;

/// <summary>What a store makes of a request with a statement, by the specification and not by what the adapter does.</summary>
internal static class Statements
{
    private const string Signature = "http://adlnet.gov/expapi/attachments/signature";

    public static bool IsVoiding(JsonObject statement) => (string?)statement["verb"]!["id"] == "http://adlnet.gov/expapi/verbs/voided";

    public static Shown Shown(JsonObject statement)
    {
        var about = statement["context"]!["extensions"]!.AsObject().Single(extension => extension.Key.EndsWith("/record", StringComparison.Ordinal)).Value!;
        return new(Guid.Parse(((string)about["url"]!).Split('/')[^3]), (int)about["version"]!);
    }

    /// <summary>Attachments are not compared: they are not part of what may not change.</summary>
    public static bool AreSame(JsonObject one, JsonObject other)
    {
        var (left, right) = ((JsonObject)one.DeepClone(), (JsonObject)other.DeepClone());
        return JsonNode.DeepEquals(Without(left, "attachments"), Without(right, "attachments"));
    }

    /// <summary>The statement of a request, with everything that is attached to it checked; or what is wrong.</summary>
    public static async Task<(JsonObject? Statement, string? Fault)> Read(HttpRequest request)
    {
        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        if (type.MediaType == "application/json")
            return Checked(JsonNode.Parse(await new StreamReader(request.Body).ReadToEndAsync()) as JsonObject, []);
        if (type.MediaType != "multipart/mixed" || type.Boundary.Value!.Contains('"', StringComparison.Ordinal))
            return (null, "It is neither JSON nor multipart/mixed.");

        var reader = new MultipartReader(type.Boundary.Value, request.Body);
        var first = await reader.ReadNextSectionAsync();
        if (first?.ContentType != "application/json")
            return (null, "The first part is not the statement.");
        var statement = JsonNode.Parse(await first.ReadAsStringAsync()) as JsonObject;
        var parts = new Dictionary<string, byte[]>();
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes);
            var hash = part.Headers!["X-Experience-API-Hash"].ToString();
            if (part.Headers["Content-Transfer-Encoding"] != "binary" || hash != Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())))
                return (null, "A part is not what its hash says.");
            parts.Add(hash, bytes.ToArray());
        }
        return Checked(statement, parts);
    }

    private static (JsonObject?, string?) Checked(JsonObject? statement, Dictionary<string, byte[]> parts)
    {
        var attachments = statement?["attachments"] as JsonArray ?? [];
        if (attachments.Count != parts.Count)
            return (null, "Parts and attachments do not belong to each other.");
        foreach (var attachment in attachments)
        {
            if (!parts.TryGetValue((string)attachment!["sha2"]!, out var bytes) || bytes.Length != (int)attachment["length"]!)
                return (null, "An attachment did not come along.");
            if ((string?)attachment["usageType"] == Signature && WhyNotSigned(statement!, (string?)attachment["contentType"], Encoding.ASCII.GetString(bytes)) is { } why)
                return (null, why);
        }
        return (statement, null);
    }

    private static string? WhyNotSigned(JsonObject statement, string? type, string jws)
    {
        var parts = jws.Split('.');
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)header["x5c"]![0]!));
        using var key = certificate.GetRSAPublicKey()!;
        if (type != "application/octet-stream" || (string?)header["alg"] != "RS256"
            || !key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            return "The signature does not hold.";
        var before = (JsonObject)statement.DeepClone();
        var attachments = before["attachments"]!.AsArray();
        attachments.Remove(attachments.Single(one => (string?)one!["usageType"] == Signature));
        if (attachments.Count == 0)
            before.Remove("attachments");
        return JsonNode.DeepEquals(before, JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))) ? null : "What was signed is another statement.";
    }

    private static JsonObject Without(JsonObject statement, string member)
    {
        statement.Remove(member);
        return statement;
    }
}
