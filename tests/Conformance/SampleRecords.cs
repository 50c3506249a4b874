using System.Security.Cryptography;
using Portfolio.Contracts.Records;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Conformance;

/// <summary>Signed records of every kind, as an adapter is given them.</summary>
public static class SampleRecords
{
    public static IReadOnlyList<string> Kinds { get; } =
        ["attendance", "presentation", "follow-up", "leading", "period-account", "assessment", "recorded-elsewhere", "verification"];

    /// <summary>Freshly signed; each kind and number has an id of its own, each version its own bytes.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="version">1, 2, 3 …</param>
    /// <param name="number">Tells records of one kind apart, 0 to 15.</param>
    public static SignedRecord Of(string kind, int version = 1, int number = 0)
    {
        var claim = ClaimOf(kind);
        var at = 0x100 + Kinds.ToList().IndexOf(kind) * 16 + number;
        var header = RecordSamples.Header(at) with { Version = version, ValidFrom = RecordSamples.Signed.AddDays(30 * (version - 1)) };
        header = header with { Status = header.Status with { Index = header.Status.Index + version * 1000 } };
        var list = new SignedList($"{RecordSamples.Base}/v1/programmes/{RecordSamples.Programme}/sessions/0198c0de-0000-7000-8000-0000000000f1/sign-off", SHA256.HashData("list"u8));
        var endorser = claim.Provenance.Kind == ProvenanceKind.Contemporaneous
            ? new Endorser(RecordSamples.LeaderEd25519, claim is PeriodAccount or Assessment or Verification ? null : list) : null;
        var signed = RecordSigner.Sign(header, claim, RecordSamples.Programme25, endorser);
        return new(IdOf(header), kind, header, claim, signed.Jwt, signed.Embedded);
    }

    internal static Claim ClaimOf(string kind) => kind switch
    {
        "follow-up" => RecordSamples.Claims["presentation"],
        "presentation" => (Presentation)RecordSamples.Claims["presentation"] with { Role = PresentationRole.Presented },
        _ => RecordSamples.Claims[kind],
    };

    internal static Guid IdOf(RecordHeader header) => Guid.Parse(header.Id.Split('/')[^1]);
}
