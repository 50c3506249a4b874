using System.Text.Json;

namespace Portfolio.Contracts.Records;

// A signed status list as a verifier sees it: Bitstring Status List 1.0, purpose revocation.
internal sealed class StatusList
{
    private readonly JsonElement _document;
    private readonly (string Method, DateTimeOffset Created, byte[] Signature) _proof;

    private StatusList(JsonElement document, string id, string issuer, DateTimeOffset validFrom, (string, DateTimeOffset, byte[]) proof) =>
        (_document, Id, Issuer, ValidFrom, _proof) = (document, id, issuer, validFrom, proof);

    public string Id { get; }

    public string Issuer { get; }

    public DateTimeOffset ValidFrom { get; }

    public string Method => _proof.Method;

    public static byte[] Sign(string id, DateTimeOffset validFrom, BitstringStatusList bits, ProgrammeKeys keys) =>
        DataIntegrity.Sign(
            Json(id, keys.Issuer, validFrom, bits.Encode()), keys.ProofMethod, validFrom,
            keys.Ed25519 ?? throw new PlatformNotSupportedException("A status list needs Ed25519."));

    public static StatusList? Read(ReadOnlySpan<byte> bytes)
    {
        if (!StrictJson.TryParse(bytes, out var document, out _) || DataIntegrity.Read(document) is not { } proof)
            return null;
        if ((document.Text("id"), document.Text("issuer"), RecordTime.Read(document.Text("validFrom")), document.Member("credentialSubject").Text("encodedList"))
            is not ({ } id, { } issuer, { } validFrom, { } encoded))
            return null;
        var expected = JsonElement.Parse(Json(id, issuer, validFrom, encoded));
        return document.GetPropertyCount() == expected.GetPropertyCount() + 1
            && document.EnumerateObject().All(member => member.Name == "proof"
                || (expected.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value)))
            ? new(document, id, issuer, validFrom, proof)
            : null;
    }

    public bool IsSignedWith(ReadOnlySpan<byte> key) => DataIntegrity.Verify(_document, _proof, key);

    // Null where the list has no such place or cannot be unpacked.
    public bool? IsSet(int index)
    {
        try
        {
            var bits = BitstringStatusList.Decode(_document.Member("credentialSubject").Text("encodedList")!);
            return index < bits.Length ? bits[index] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Json(string id, string issuer, DateTimeOffset validFrom, string encoded) => new JsonText().Open()
        .Set("@context", RecordJson.CredentialsContext)
        .Text("id", id)
        .Set("type", "VerifiableCredential", "BitstringStatusListCredential")
        .Text("issuer", issuer)
        .Text("validFrom", RecordTime.Write(validFrom))
        .Open("credentialSubject").Text("id", $"{id}#list").Text("type", "BitstringStatusList").Text("statusPurpose", "revocation").Text("encodedList", encoded).Close()
        .Close().ToArray();
}
