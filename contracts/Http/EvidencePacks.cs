namespace Portfolio.Contracts.Http;

/// <summary>An evidence pack to freeze.</summary>
/// <param name="AsOf">The day as of which, not after today; today when left out.</param>
/// <param name="Pack">The requirement pack; the person's own when left out.</param>
/// <param name="Version">Its version.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewEvidencePack(
    [LocalDay] DateOnly? AsOf = null, [PlainText(100)] string? Pack = null, [System.ComponentModel.DataAnnotations.Range(1, 100000)] int? Version = null, Guid? Id = null);

/// <summary>An evidence pack: what a panel is shown, in bytes that never change.</summary>
/// <param name="Id">The evidence pack.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Pack">The requirement pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="AsOf">The day as of which.</param>
/// <param name="FrozenAt">When it was frozen.</param>
/// <param name="MadeBy">Who froze it.</param>
/// <param name="Url">Its address: as <c>application/json</c> one signed file, as <c>application/pdf</c> the same on paper.</param>
/// <param name="CheckUrl">Where anybody who holds the paper sees that it was issued and what changed since.</param>
/// <param name="FileHash">SHA-256 of the signed file.</param>
/// <param name="PaperHash">SHA-256 of the paper.</param>
public sealed record EvidencePackBody(
    Guid Id, Guid PersonId, string Pack, int PackVersion, DateOnly AsOf, DateTimeOffset FrozenAt, Guid? MadeBy, string Url, string CheckUrl, string FileHash,
    string PaperHash);

/// <summary>Somebody's evidence packs, newest first.</summary>
/// <param name="EvidencePacks">The evidence packs.</param>
public sealed record EvidencePackList(IReadOnlyList<EvidencePackBody> EvidencePacks);

/// <summary>What the signed file of an evidence pack signs.</summary>
/// <param name="Type"><c>PortfolioEvidencePack</c>.</param>
/// <param name="Format">The format's version: 1.</param>
/// <param name="Id">The evidence pack's address.</param>
/// <param name="Issuer">The programme that issued it.</param>
/// <param name="IssuedAt">When, to the second.</param>
/// <param name="Programme">The programme's name.</param>
/// <param name="Evidence">What was known. Each record is named by address, version and digests.</param>
/// <param name="Confirmations">What was confirmed, oldest first.</param>
public sealed record EvidencePackContent(
    string Type, int Format, string Id, string Issuer, DateTimeOffset IssuedAt, string Programme, EvidenceBody Evidence, IReadOnlyList<EvidenceConfirmation> Confirmations);

/// <summary>A step as it stood.</summary>
/// <param name="Step">The step.</param>
/// <param name="Act"><c>agrees</c>, <c>checks</c> or <c>verifies</c>.</param>
/// <param name="State"><c>taken</c>, or as it waited.</param>
/// <param name="By">Who took it, by name; else who may, in a code.</param>
/// <param name="On">When, in the programme's time zone.</param>
/// <param name="RecordUrl">The record that says so.</param>
public sealed record EvidenceConfirmation(string Step, string Act, string State, string By, DateOnly? On, string? RecordUrl);

/// <summary>What changed since an evidence pack was frozen.</summary>
/// <param name="EvidencePackId">The evidence pack.</param>
/// <param name="FrozenAt">When it was frozen.</param>
/// <param name="Changes">The changes, oldest first; empty where nothing changed.</param>
public sealed record EvidenceChanges(Guid EvidencePackId, DateTimeOffset FrozenAt, IReadOnlyList<EvidenceChange> Changes);

/// <summary>A change.</summary>
/// <param name="Code"><c>withdrawn</c>, <c>corrected</c>, <c>queried</c> or <c>signed-after</c>.</param>
/// <param name="Says">What it is, in words.</param>
/// <param name="RecordUrl">The record; absent for presentations, which are counted and not dated.</param>
/// <param name="At">When; absent for presentations.</param>
public sealed record EvidenceChange(string Code, string Says, string? RecordUrl, DateTimeOffset? At);

/// <summary>What anybody who holds an evidence pack may know of it: no name, and nothing that it holds.</summary>
/// <param name="Issuer">The programme that issued it.</param>
/// <param name="FrozenAt">When.</param>
/// <param name="AsOf">The day as of which.</param>
/// <param name="FileHash">SHA-256 of the signed file.</param>
/// <param name="PaperHash">SHA-256 of the paper.</param>
/// <param name="Changes">How many changes there were since, by code.</param>
public sealed record EvidencePackCheck(
    string Issuer, DateTimeOffset FrozenAt, DateOnly AsOf, string FileHash, string PaperHash, IReadOnlyDictionary<string, int> Changes);
