using System.Text.Json;

namespace Portfolio.Contracts.Records;

internal sealed partial class Examination
{
    private const string NoEd25519 = "This machine has no OpenSSL 3, which checking Ed25519 signatures needs.";

    private void Proved(JsonElement record, (string Method, DateTimeOffset Created, byte[] Signature) proof, RecordKey key)
    {
        if (!Ed25519.Available)
            Say(CheckNames.SignatureValid, (Answer.NotChecked, NoEd25519));
        else if (!DataIntegrity.Verify(record, proof, key.Ed25519.Span))
            No(CheckNames.SignatureValid, "The embedded proof does not belong to what it says.");
        else if (_read is { } read && proof.Created != read.Header.ValidFrom)
            No(CheckNames.FormatKnown, "The proof was made at another time than the record says.");
        else
            Say(CheckNames.SignatureValid, (Answer.Yes, "The programme's embedded proof is good."));
    }

    // The bytes as they were issued: a portfolio may have put the members of a JSON file in another order, and the log knows only ours.
    private byte[]? AsIssued(JsonElement record)
    {
        if (_read is null || DataIntegrity.Read(record) is not { } proof)
            return null;
        var credential = _endorsement.Length == 0 ? _read.Claims : Endorsement.Into(StrictJson.Parse(_read.Claims), _endorsement);
        return DataIntegrity.Written(StrictJson.Parse(credential), proof.Method, proof.Created, proof.Signature);
    }

    // The JWT's own signature covers the proof inside; a bad one still shows that somebody put together what does not belong together.
    private void ProofInside(JsonElement record)
    {
        if (DataIntegrity.Read(record) is not { } proof)
            No(CheckNames.SignatureValid, "It carries a proof inside of another kind than programmes sign.");
        else if (keys.Find(proof.Method) is not null && KeyOf(proof.Method, record) is { Ed25519.IsEmpty: false } key && Ed25519.Available)
            Proved(record, proof, key);
    }

    private void Endorsed(JsonElement record)
    {
        var endorsement = record.Member("endorsement");
        if (_read is not { Claim: var claim } read)
            return;
        if (claim.Provenance.Kind != ProvenanceKind.Contemporaneous)
            NotByLeader(endorsement, claim.Provenance.Kind);
        else if (endorsement.ValueKind == JsonValueKind.Undefined)
            Say(CheckNames.EndorsementValid, _form == RecordForm.Jwt && record.Member("proof").ValueKind == JsonValueKind.Undefined
                ? (Answer.NotChecked, "It carries no leader's endorsement: it was signed where Ed25519 was missing. The programme alone vouches for it.")
                : (Answer.No, "It carries no endorsement of the leader who led."));
        else if (endorsement.ValueKind != JsonValueKind.Array || endorsement.GetArrayLength() != 1)
            No(CheckNames.EndorsementValid, "It carries another number of endorsements than one.");
        else if (!Ed25519.Available)
            Say(CheckNames.EndorsementValid, (Answer.NotChecked, NoEd25519));
        else
            ByLeader(record, endorsement[0], read);
    }

    private void ByLeader(JsonElement record, JsonElement endorsement, ReadRecord read)
    {
        var digest = Endorsement.DigestOf(record, "endorsement", "proof");
        var why = Endorsement.WhyNot(endorsement, read.Header, read.Claim.Leader!, digest, out _endorsement);
        Say(CheckNames.EndorsementValid, why is null ? (Answer.Yes, "The leader named in it endorsed exactly these claims.") : (Answer.No, why));
        if (endorsement.Member("proof").Text("verificationMethod") is { } method && keys.Find(method) is { } key)
            _leaderKeys.Add(key);
    }

    private void NotByLeader(JsonElement endorsement, ProvenanceKind kind) =>
        Say(CheckNames.EndorsementValid, endorsement.ValueKind == JsonValueKind.Undefined
            ? (Answer.NotChecked, $"It says that it was {Codes.Of(kind)}, so it carries no leader's endorsement.")
            : (Answer.No, $"It says that it was {Codes.Of(kind)}, and yet carries an endorsement."));
}
