using System.Text.Json;

namespace Portfolio.Contracts.Records;

/// <summary>What an evidence pack says of itself. Only worth anything if <see cref="CheckedEvidence.Accepted"/>.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Issuer">The programme that issued it, as a did:web.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="AsOf">The day as of which it was frozen.</param>
/// <param name="Records">The records that it lists.</param>
public sealed record EvidenceClaim(string Id, string Issuer, DateTimeOffset IssuedAt, DateOnly AsOf, IReadOnlyList<ListedRecord> Records)
{
    internal static EvidenceClaim? Of(JsonElement payload)
    {
        var evidence = payload.Member("evidence");
        if (payload.Text("type") != EvidenceFile.Type || payload.Member("format") is not { ValueKind: JsonValueKind.Number } format || !format.TryGetInt32(out var number)
            || number != EvidenceFile.Format || payload.Text("id") is not { } id || !ShortText.IsUrl(id) || payload.Text("issuer") is not { } issuer
            || !ShortText.IsDidWeb(issuer) || payload.Member("issuedAt") is not { ValueKind: JsonValueKind.String } at || !at.TryGetDateTimeOffset(out var issuedAt)
            || !DateOnly.TryParseExact(evidence.Text("asOf"), "yyyy-MM-dd", out var asOf) || evidence.Member("records").ValueKind != JsonValueKind.Array)
            return null;
        var records = evidence.Items("records").Select(ListedRecord.Of).ToList();
        return records.Contains(null) || records.Select(record => record!.Digest).Distinct(StringComparer.Ordinal).Count() != records.Count
            ? null
            : new(id, issuer, issuedAt, asOf, [.. records.OfType<ListedRecord>()]);
    }
}

/// <summary>A record as an evidence pack lists it.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">SHA-256 of its JWT as issued, 64 hexadecimal digits.</param>
public sealed record ListedRecord(string Url, int Version, string Digest)
{
    internal static ListedRecord? Of(JsonElement record) =>
        record.Text("url") is { } url && ShortText.IsUrl(url) && record.Member("version") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var version)
        && record.Items("digests").FirstOrDefault() is { ValueKind: JsonValueKind.String } digest
            ? new(url, version, digest.GetString()!)
            : null;
}

/// <summary>The checks every evidence pack goes through, in the order they are answered.</summary>
public static class EvidenceChecks
{
    /// <summary>The records in it are those that its signed list names, byte for byte.</summary>
    public const string RecordsAsListed = "records-as-listed";
    /// <summary>Every record in it is good by itself.</summary>
    public const string RecordsGood = "records-good";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CheckNames.FormatKnown, CheckNames.KeyKnown, CheckNames.SignatureValid, CheckNames.KeyValidWhenSigned, RecordsAsListed, RecordsGood, CheckNames.NotWithdrawn,
    ];

    internal static Check NotAsked(string name, string why) => new(name, Answer.NotChecked, why);

    internal static IEnumerable<Check> NotAsked(string after) =>
        All.SkipWhile(name => name != after).Skip(1).Select(name => NotAsked(name, "An earlier check failed, so this one could not be made."));
}

/// <summary>What checking an evidence pack showed.</summary>
/// <param name="Claim">What it says; null where the format is not known.</param>
/// <param name="Records">Each record in it, as it was checked.</param>
/// <param name="Checks">Every check of <see cref="EvidenceChecks.All"/>, once, in order.</param>
public sealed record CheckedEvidence(EvidenceClaim? Claim, IReadOnlyList<CheckedRecord> Records, IReadOnlyList<Check> Checks)
{
    /// <summary>No check said no, and the format, the key and the signature were checked and hold.</summary>
    public bool Accepted =>
        Checks.All(check => check.Answer != Answer.No)
        && Checks.All(check => check.Answer == Answer.Yes || check.Name is not (CheckNames.FormatKnown or CheckNames.KeyKnown or CheckNames.SignatureValid));
}
