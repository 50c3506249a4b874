using System.Security.Cryptography;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// The VC-JWT form of Open Badges 3.0, section 8.2: the credential's members and the JWT's own beside them.
internal static class RecordJwt
{
    public static string Sign(ReadOnlySpan<byte> credential, string keyId, RSA key) => Jws.Sign(key, keyId, Payload(credential));

    // Why the JWT's own members do not say what the credential says; null where they do.
    public static string? WhyNot(JsonElement payload, RecordHeader header, Claim claim)
    {
        var ends = header.ValidUntil?.ToUnixTimeSeconds();
        return payload.Text("iss") != header.Issuer.Id ? "“iss” is not the issuer."
            : payload.Text("jti") != header.Id ? "“jti” is not the record's id."
            : payload.Text("sub") != $"urn:uuid:{claim.Holder.Id:D}" ? "“sub” is not the holder."
            : Seconds(payload, "nbf") != header.ValidFrom.ToUnixTimeSeconds() ? "“nbf” is not when it was signed."
            : Seconds(payload, "exp") != ends || payload.TryGetProperty("exp", out _) != ends.HasValue ? "“exp” is not when it ends."
            : null;
    }

    public static JsonElement WithoutOwnMembers(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
            return payload;
        var json = new JsonText().Open();
        foreach (var member in payload.EnumerateObject())
            if (member.Name is not ("iss" or "jti" or "sub" or "nbf" or "exp"))
                json.Raw(member.Name, member.Value);
        return JsonElement.Parse(json.Close().ToArray());
    }

    private static byte[] Payload(ReadOnlySpan<byte> credential)
    {
        var root = StrictJson.Parse(credential);
        var json = new JsonText().Open().Members(root);
        json.Text("iss", root.Member("issuer").Text("id")!).Text("jti", root.Text("id")!).Text("sub", root.Member("credentialSubject").Text("id")!)
            .Number("nbf", RecordTime.Read(root.Text("validFrom"))!.Value.ToUnixTimeSeconds());
        if (RecordTime.Read(root.Text("validUntil")) is { } until)
            json.Number("exp", until.ToUnixTimeSeconds());
        return json.Close().ToArray();
    }

    private static long? Seconds(JsonElement payload, string name) =>
        payload.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var seconds) ? seconds : null;
}
