using System.Security.Cryptography;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// Data Integrity proofs of the cryptosuite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
internal static class DataIntegrity
{
    public const string Cryptosuite = "eddsa-rdfc-2022";

    public static byte[] Sign(byte[] unsecured, string method, DateTimeOffset created, Ed25519Key key)
    {
        var document = StrictJson.Parse(unsecured);
        var options = StrictJson.Parse(Options(new JsonText(), method, created, Contexts(document)).Close().ToArray());
        return Written(document, method, created, key.Sign(ToSign(document, options)));
    }

    // The one way a document with its proof is written.
    public static byte[] Written(JsonElement unsecured, string method, DateTimeOffset created, ReadOnlySpan<byte> signature) =>
        Options(new JsonText().Open().Members(unsecured), method, created, default, "proof")
            .Text("proofValue", Multibase.EncodeBase58(signature)).Close().Close().ToArray();

    /// <summary>Who says they signed, and when; null where the proof has not the shape of ours.</summary>
    public static (string Method, DateTimeOffset Created, byte[] Signature)? Read(JsonElement document)
    {
        var proof = document.Member("proof");
        return proof.ValueKind == JsonValueKind.Object && proof.GetPropertyCount() == 6
            && proof.Text("type") == "DataIntegrityProof" && proof.Text("cryptosuite") == Cryptosuite
            && proof.Text("proofPurpose") == RecordTerms.AssertionMethod
            && proof.Text("verificationMethod") is { } method
            && RecordTime.Read(proof.Text("created")) is { } created
            && proof.Text("proofValue") is ['z', ..] value
            && Multibase.TryDecode(value, out var signature) && signature.Length == Ed25519.SignatureBytes
            ? (method, created, signature)
            : null;
    }

    /// <summary>Whether the proof on a document, already read, was made with a key. False for what cannot be put into statements.</summary>
    public static bool Verify(JsonElement document, (string Method, DateTimeOffset Created, byte[] Signature) proof, ReadOnlySpan<byte> key)
    {
        try
        {
            var options = StrictJson.Parse(Options(new JsonText(), proof.Method, proof.Created, Contexts(document)).Close().ToArray());
            return Ed25519.Verify(key, ToSign(document, options), proof.Signature);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] ToSign(JsonElement document, JsonElement options)
    {
        var hashes = new byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(RecordRdf.Canonical(options), hashes);
        SHA256.HashData(RecordRdf.Canonical(document, "proof"), hashes.AsSpan(SHA256.HashSizeInBytes));
        return hashes;
    }

    private static JsonText Options(JsonText json, string method, DateTimeOffset created, JsonElement contexts, string? member = null)
    {
        json.Open(member);
        if (contexts.ValueKind != JsonValueKind.Undefined)
            json.Raw("@context", contexts);
        return json.Text("type", "DataIntegrityProof").Text("cryptosuite", Cryptosuite).Text("created", RecordTime.Write(created))
            .Text("verificationMethod", method).Text("proofPurpose", RecordTerms.AssertionMethod);
    }

    private static JsonElement Contexts(JsonElement document) => document.Member("@context");
}
