using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// Exactly the members below. A header that may say more can say "take this key" (jwk, jku, x5c) or "ignore what you do not know" (crit).
internal sealed record JwsHeader(string? KeyId, string? Type)
{
    public const string Algorithm = "RS256";
    public const string Jwt = "JWT";

    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", Algorithm);
            if (KeyId is not null)
                writer.WriteString("kid", KeyId);
            if (Type is not null)
                writer.WriteString("typ", Type);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JwsHeader? header, [NotNullWhen(false)] out JwsFault? fault)
    {
        header = null;
        fault = StrictJson.TryParse(utf8, out var json, out var jsonFault) ? WhyNot(json)
            : jsonFault == JsonFault.DuplicateMember ? JwsFault.HeaderMemberDuplicated
            : JwsFault.HeaderNotAnObject;
        if (fault is not null)
            return false;
        header = new(Text(json, "kid"), Text(json, "typ"));
        return true;
    }

    private static JwsFault? WhyNot(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return JwsFault.HeaderNotAnObject;
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is not ("alg" or "kid" or "typ"))
                return JwsFault.HeaderMemberUnknown;
            if (member.Value.ValueKind != JsonValueKind.String)
                return JwsFault.HeaderMemberNotText;
        }

        return Text(json, "alg") != Algorithm ? JwsFault.AlgorithmNotRs256
            : Text(json, "typ") is not (null or Jwt) ? JwsFault.TypeNotJwt
            : null;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
