using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>The verifier of `contracts`, with what this service knows handed to it: its keys, its log, its withdrawals.</summary>
internal static class Verifying
{
    public const int LargestRecord = 1 << 20;

    public static async Task<VerificationBody> Check(PortfolioDatabase database, byte[] record, DateTimeOffset now, CancellationToken cancellation)
    {
        if (EvidenceFile.Looks(record))
            return await CheckEvidence(database, record, now, cancellation);
        // Whose it claims to be decides which keys to ask; nothing in the record is fetched.
        var unknown = RecordVerifier.Check(record, RecordKeys.None, now);
        if (unknown.Header is not { } claimed || ProgrammeOf(claimed.Issuer.Id) is not { } id)
            return ToBody(unknown);
        await using var work = await database.Begin(id, cancellation);
        if (await ProgrammeStore.Find(work, id) is not { } programme || programme.Issuer != claimed.Issuer.Id)
            return ToBody(unknown);
        return ToBody(await Check(work, programme, record, RecordOf(claimed.Id), claimed.Version, now));
    }

    // Of an evidence pack the same: its programme's keys, and of each record that it lists what is known here.
    private static async Task<VerificationBody> CheckEvidence(PortfolioDatabase database, byte[] file, DateTimeOffset now, CancellationToken cancellation)
    {
        if (EvidenceFile.Read(file) is not { } claim || ProgrammeOf(claim.Issuer) is not { } id)
            return ToBody(EvidenceFile.Check(file, RecordKeys.None, now));
        await using var work = await database.Begin(id, cancellation);
        if (await ProgrammeStore.Find(work, id) is not { } programme || programme.Issuer != claim.Issuer)
            return ToBody(EvidenceFile.Check(file, RecordKeys.None, now));
        var keys = RecordKeys.Of(await PublishedKeys.All(work, programme));
        var alone = EvidenceFile.Check(file, keys, now);
        // Nothing is looked up of a list that the programme did not sign.
        if (!alone.Checks.Any(check => check is { Name: CheckNames.SignatureValid, Answer: Answer.Yes }))
            return ToBody(alone);
        var facts = new Dictionary<ListedRecord, RecordFacts>();
        foreach (var record in claim.Records)
            facts[record] = await RecordKnowledge.Of(work, RecordOf(record.Url), record.Version);
        return ToBody(EvidenceFile.Check(file, keys, now, record => facts.GetValueOrDefault(record)));
    }

    /// <summary>A record of this programme, by what it says of itself.</summary>
    public static async Task<CheckedRecord> Check(Work work, Programme programme, byte[] record, Guid id, int number, DateTimeOffset now)
    {
        var keys = RecordKeys.Of(await PublishedKeys.All(work, programme));
        var facts = await RecordKnowledge.Of(work, id, number);
        return RecordVerifier.Check(record, keys, now, facts);
    }

    public static VerificationBody ToBody(CheckedRecord record) => new(
        record.Accepted, record.Header?.Id, record.Header?.Version, [.. record.Checks.Select(ToBody)]);

    public static VerificationBody ToBody(CheckedEvidence evidence) =>
        new(evidence.Accepted, evidence.Claim?.Id, null, [.. evidence.Checks.Select(ToBody)], "evidence-pack");

    private static CheckBody ToBody(Check check) => new(check.Name, check.Answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "not-checked" }, check.Why);

    private static Guid RecordOf(string url) => Guid.TryParse(url[(url.LastIndexOf('/') + 1)..], out var id) ? id : Guid.Empty;

    private static Guid? ProgrammeOf(string issuer) => Guid.TryParse(issuer[(issuer.LastIndexOf(':') + 1)..], out var id) ? id : null;
}
