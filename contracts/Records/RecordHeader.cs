namespace Portfolio.Contracts.Records;

/// <summary>What surrounds a claim in one version of a record.</summary>
/// <param name="Id">The record's URL, the same in every version; https.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="ValidFrom">When this version was signed; kept to the second, in UTC.</param>
/// <param name="Issuer">The programme.</param>
/// <param name="Status">Where to look whether this version was withdrawn or superseded.</param>
/// <param name="ValidUntil">When it ends, to the second; null where it does not.</param>
public sealed record RecordHeader(
    string Id, int Version, DateTimeOffset ValidFrom, Issuer Issuer, StatusEntry Status, DateTimeOffset? ValidUntil = null)
{
    /// <summary>URL of this version of the record.</summary>
    public string VersionId => $"{Id}/versions/{Version}";
}

/// <summary>The programme that issues.</summary>
/// <param name="Id">Its <c>did:web</c>.</param>
/// <param name="Name">Its name; a demonstration says so here.</param>
public sealed record Issuer(string Id, string Name);

/// <summary>One bit in a Bitstring Status List 1.0, purpose <c>revocation</c>.</summary>
/// <param name="List">URL of the list; https.</param>
/// <param name="Index">Place of the bit, from 0.</param>
public sealed record StatusEntry(string List, int Index);
