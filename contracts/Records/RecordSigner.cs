using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Contracts.Records;

// A programme's pair of keys under one name: RS256 for the JWT, Ed25519 for the embedded proof; without the latter where OpenSSL 3 is missing.
internal sealed record ProgrammeKeys(string Issuer, string Name, RSA Rsa, Ed25519Key? Ed25519)
{
    public string JwtKeyId => $"{DidWeb.Url(Issuer)}/keys/{Name}";

    public string ProofMethod => $"{Issuer}#{Name}";
}

// The leader's key and the list that was signed; the list is null where what was signed is the claim itself.
internal sealed record Endorser(Ed25519Key Key, SignedList? List);

// A record in the forms it was issued in; the embedded one is null where Ed25519 is missing.
internal sealed record SignedRecord(byte[]? Embedded, byte[] Jwt);

internal static class RecordSigner
{
    public static SignedRecord Sign(RecordHeader header, Claim claim, ProgrammeKeys keys, Endorser? endorser)
    {
        if (header.Issuer.Id != keys.Issuer)
            throw new ArgumentException("A programme signs its own records only.", nameof(keys));
        if (endorser is not null && claim.Provenance.Kind != ProvenanceKind.Contemporaneous)
            throw new ArgumentException("What was attested or imported carries no leader's endorsement.", nameof(endorser));
        if (endorser is null && keys.Ed25519 is not null && claim.Provenance.Kind == ProvenanceKind.Contemporaneous)
            throw new ArgumentException("The leader who vouches for it endorses it.", nameof(endorser));

        var credential = RecordJson.Claims(header, claim);
        if (endorser is not null)
            credential = Endorsed(credential, header, claim.Leader!, endorser);
        var embedded = keys.Ed25519 is { } key ? DataIntegrity.Sign(credential, keys.ProofMethod, header.ValidFrom, key) : null;
        return new(embedded, Encoding.ASCII.GetBytes(RecordJwt.Sign(embedded ?? credential, keys.JwtKeyId, keys.Rsa)));
    }

    private static byte[] Endorsed(byte[] claims, RecordHeader header, Leader leader, Endorser endorser)
    {
        var record = StrictJson.Parse(claims);
        return Endorsement.Into(record, Endorsement.Sign(header, leader, Endorsement.DigestOf(record), endorser.List, endorser.Key));
    }
}
