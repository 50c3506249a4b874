using System.Security.Cryptography;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// What a leader signed when signing: the list of a session, say. Salted, so that the digest betrays nobody who was on it.
internal sealed record SignedList(string Id, byte[] Sha256);

// The leader's own voice inside a record: an Open Badges EndorsementCredential under the leader's did:key, which holds for these claims only.
internal static class Endorsement
{
    private const string Name = "Endorsement by whoever signed";
    private const string Comment = "I vouch for the claims of this record; they are what I was shown when I signed.";

    // SHA-256 of the RDFC-1.0 canonical statements of the record without endorsement and proof.
    public static byte[] DigestOf(JsonElement record, params ReadOnlySpan<string> without) => SHA256.HashData(RecordRdf.Canonical(record, without));

    public static byte[] Sign(RecordHeader header, Leader leader, byte[] claimsDigest, SignedList? list, Ed25519Key key) =>
        DataIntegrity.Sign(
            Json(header, leader, DidKey.Did(key.PublicKey), claimsDigest, list), DidKey.VerificationMethod(key.PublicKey), header.ValidFrom, key);

    /// <summary>Why the endorsement on a record is not one of its leader for its claims; null where it is, and then as it was issued.</summary>
    public static string? WhyNot(JsonElement endorsement, RecordHeader header, Leader leader, byte[] claimsDigest, out byte[] issued)
    {
        issued = [];
        if (DataIntegrity.Read(endorsement) is not { } proof || !DidKey.TryReadVerificationMethod(proof.Method, out var key) || proof.Created != header.ValidFrom)
            return "The leader's endorsement carries no proof of the kind that leaders sign.";
        var expected = StrictJson.Parse(Json(header, leader, DidKey.Did(key), claimsDigest, ListOf(endorsement, ClaimsId(header))));
        if (!SaysTheSame(expected, endorsement))
            return "The leader's endorsement is not about this leader, this version and these claims.";
        if (!DataIntegrity.Verify(endorsement, proof, key))
            return "The signature on the leader's endorsement does not belong to it.";
        issued = DataIntegrity.Written(expected, proof.Method, proof.Created, proof.Signature);
        return null;
    }

    // The list that the endorsement on a record names; nothing where it names none.
    public static SignedList? ListOf(JsonElement record, RecordHeader header) => ListOf(record.Items("endorsement").FirstOrDefault(), ClaimsId(header));

    public static byte[] Into(JsonElement claims, byte[] endorsement) =>
        new JsonText().Open().Members(claims).OpenSet("endorsement").Raw(null, endorsement).CloseSet().Close().ToArray();

    private static bool SaysTheSame(JsonElement expected, JsonElement endorsement) =>
        endorsement.EnumerateObject().All(member =>
            member.Name == "proof" || (expected.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value)))
        && endorsement.GetPropertyCount() == expected.GetPropertyCount() + 1;

    private static byte[] Json(RecordHeader header, Leader leader, string did, byte[] claimsDigest, SignedList? list)
    {
        var json = new JsonText().Open()
            .Set("@context", RecordJson.CredentialsContext, RecordJson.BadgesContext)
            .Text("id", $"{header.VersionId}#endorsement")
            .Set("type", "VerifiableCredential", "EndorsementCredential")
            .Text("name", Name)
            .Profile("issuer", did, leader)
            .Text("validFrom", RecordTime.Write(header.ValidFrom))
            .Open("credentialSubject").Text("id", header.Id).Set("type", "EndorsementSubject").Text("endorsementComment", Comment).Close()
            .OpenSet("relatedResource");
        Digest(json, ClaimsId(header), claimsDigest);
        if (list is not null)
            Digest(json, list.Id, list.Sha256);
        return json.CloseSet().Close().ToArray();
    }

    private static void Digest(JsonText json, string id, byte[] sha256) =>
        json.Open().Text("id", id).Text("digestMultibase", Multibase.EncodeBase64Url([.. Sha256Multihash, .. sha256])).Close();

    private static string ClaimsId(RecordHeader header) => $"{header.VersionId}#claims";

    // Statements are a set: the claims named twice would be the same statements, and must not pass for a list.
    private static SignedList? ListOf(JsonElement endorsement, string claimsId) =>
        endorsement.Items("relatedResource").ElementAtOrDefault(1) is { ValueKind: JsonValueKind.Object } list
        && ShortText.IsUrl(list.Text("id")) && list.Text("id") != claimsId && Multibase.TryDecode(list.Text("digestMultibase"), out var multihash)
        && multihash.Length == Sha256Multihash.Length + SHA256.HashSizeInBytes
            ? new(list.Text("id")!, multihash[Sha256Multihash.Length..])
            : null;

    // Multihash code and length of a SHA-256.
    private static ReadOnlySpan<byte> Sha256Multihash => [0x12, 0x20];
}
