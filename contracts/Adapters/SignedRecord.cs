using Portfolio.Contracts.Records;

namespace Portfolio.Contracts.Adapters;

/// <summary>One version of a record as it was issued: what an adapter delivers.</summary>
/// <param name="Id">The record's id, the same in every version.</param>
/// <param name="Kind">As records have it: <c>attendance</c>, <c>presentation</c>, <c>follow-up</c>, <c>period-account</c>, <c>assessment</c>, <c>verification</c>, <c>recorded-elsewhere</c>, <c>leading</c>.</param>
/// <param name="Header">What surrounds the claim: URL, version, time of signing, issuer, status.</param>
/// <param name="Claim">What it says.</param>
/// <param name="Jwt">The compact JWS, as issued.</param>
/// <param name="Embedded">The form with an embedded proof, as issued; null where it was signed without one.</param>
public sealed record SignedRecord(Guid Id, string Kind, RecordHeader Header, Claim Claim, ReadOnlyMemory<byte> Jwt, ReadOnlyMemory<byte>? Embedded)
{
    /// <summary>The same as something that is there, or may be.</summary>
    /// <param name="receipt">What the platform answered; null where that is not known.</param>
    public Delivered As(Receipt? receipt) => new(Id, Kind, Header.Id, Header.Version, receipt);
}

/// <summary>A version that a platform has, or may have. It holds nothing of what the record says.</summary>
/// <param name="Id">The record's id, the same in every version.</param>
/// <param name="Kind">As records have it.</param>
/// <param name="Url">The record's URL, the same in every version.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Receipt">What the platform answered; null where no answer was understood.</param>
public sealed record Delivered(Guid Id, string Kind, string Url, int Version, Receipt? Receipt);
