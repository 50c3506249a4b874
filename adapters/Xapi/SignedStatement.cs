using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>A statement as it goes over the wire, with what is attached to it.</summary>
internal static class SignedStatement
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record itself, for stores that are to hold it: a compact JWS, which names people in clear.</summary>
    private sealed record Attached(string Usage, string Name, string Type, byte[] Bytes)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
    }

    /// <summary>The body of a request that sends it.</summary>
    /// <param name="statement">The statement; what is attached is added to it.</param>
    /// <param name="record">The record's bytes, where they go along.</param>
    /// <param name="usage">What the attachment of a record is called.</param>
    /// <param name="key">The key to sign with; null where the statement goes unsigned.</param>
    public static HttpContent Body(JsonObject statement, ReadOnlyMemory<byte>? record, string usage, AdapterKey? key)
    {
        var attached = new List<Attached>();
        if (record is { } bytes)
            attached.Add(Attach(statement, new(usage, "Signed record", "application/jwt", bytes.ToArray())));
        // Last: it is over the statement with everything but itself.
        if (key is not null)
            attached.Add(Attach(statement, new(Vocabulary.Signature, "Signature", "application/octet-stream", Jws(Bytes(statement), key))));
        return attached.Count == 0 ? Part(Bytes(statement), "application/json") : Mixed(statement, attached);
    }

    private static byte[] Bytes(JsonObject statement) => JsonSerializer.SerializeToUtf8Bytes(statement, Compact);

    private static Attached Attach(JsonObject statement, Attached attached)
    {
        if (statement["attachments"] is not JsonArray list)
            statement["attachments"] = list = [];
        list.Add((JsonNode)new JsonObject
        {
            ["usageType"] = attached.Usage,
            ["display"] = XapiMapping.Words(attached.Name),
            ["contentType"] = attached.Type,
            ["length"] = attached.Bytes.Length,
            ["sha2"] = attached.Hash,
        });
        return attached;
    }

    // With the certificate, because some stores check a signature only where they are given the key with it.
    private static byte[] Jws(byte[] payload, AdapterKey key)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = key.Id, ["x5c"] = new JsonArray(Convert.ToBase64String(key.Certificate.Span)) };
        var signed = $"{Base64Url.EncodeToString(Bytes(header))}.{Base64Url.EncodeToString(payload)}";
        return Encoding.ASCII.GetBytes($"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    private static MultipartContent Mixed(JsonObject statement, List<Attached> attached)
    {
        var boundary = "statement-" + (string?)statement["id"];
        var mixed = new MultipartContent("mixed", boundary) { Part(Bytes(statement), "application/json") };
        // Without the quotation marks that it is given otherwise, and that some stores take for a part of it.
        mixed.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        foreach (var one in attached)
        {
            var part = Part(one.Bytes, one.Type);
            part.Headers.TryAddWithoutValidation("Content-Transfer-Encoding", "binary");
            part.Headers.TryAddWithoutValidation("X-Experience-API-Hash", one.Hash);
            mixed.Add(part);
        }
        return mixed;
    }

    private static ByteArrayContent Part(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
