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
        // Whose it claims to be decides which keys to ask; nothing in the record is fetched.
        var unknown = RecordVerifier.Check(record, RecordKeys.None, now);
        if (unknown.Header is not { } claimed || ProgrammeOf(claimed.Issuer.Id) is not { } id)
            return ToBody(unknown);
        await using var work = await database.Begin(id, cancellation);
        if (await ProgrammeStore.Find(work, id) is not { } programme || programme.Issuer != claimed.Issuer.Id)
            return ToBody(unknown);
        return ToBody(await Check(work, programme, record, RecordOf(claimed.Id), claimed.Version, now));
    }

    /// <summary>A record of this programme, by what it says of itself.</summary>
    public static async Task<CheckedRecord> Check(Work work, Programme programme, byte[] record, Guid id, int number, DateTimeOffset now)
    {
        var keys = RecordKeys.Of(await PublishedKeys.All(work, programme));
        var facts = await RecordKnowledge.Of(work, id, number);
        return RecordVerifier.Check(record, keys, now, facts);
    }

    public static VerificationBody ToBody(CheckedRecord record) => new(
        record.Accepted, record.Header?.Id, record.Header?.Version,
        [.. record.Checks.Select(check => new CheckBody(check.Name, check.Answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "not-checked" }, check.Why))]);

    private static Guid RecordOf(string url) => Guid.TryParse(url[(url.LastIndexOf('/') + 1)..], out var id) ? id : Guid.Empty;

    private static Guid? ProgrammeOf(string issuer) => Guid.TryParse(issuer[(issuer.LastIndexOf(':') + 1)..], out var id) ? id : null;
}
