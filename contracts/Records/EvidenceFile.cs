using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

/// <summary>One signed file for a panel: a list of records that the programme signed, and the records themselves. It is checked with nothing but the file and the keys.</summary>
public static class EvidenceFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestBytes = 4 << 20;

    internal const string Type = "PortfolioEvidencePack";
    internal const int Format = 1;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>Whether these bytes say that they are an evidence pack, and not a record.</summary>
    public static bool Looks(ReadOnlySpan<byte> file) => file.TrimStart(" \t\r\n"u8).StartsWith("{\"evidencePack\":"u8);

    /// <summary>What the file says of itself, before anything of it is checked; null where it cannot be read.</summary>
    public static EvidenceClaim? Read(ReadOnlySpan<byte> file) => Open(file)?.Claim;

    /// <summary>Asks every question of <see cref="EvidenceChecks.All"/>. It never fetches anything and never throws, whatever it is given.</summary>
    /// <param name="file">The file as it was issued.</param>
    /// <param name="keys">The programme's keys.</param>
    /// <param name="now">The time to judge dates by.</param>
    /// <param name="facts">What is known of a record beyond the file, by its address and version; null where nothing is.</param>
    public static CheckedEvidence Check(ReadOnlySpan<byte> file, RecordKeys keys, DateTimeOffset now, Func<ListedRecord, RecordFacts?>? facts = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (Open(file) is not { } opened)
            return new(null, [], [new(CheckNames.FormatKnown, Answer.No, "It cannot be read as an evidence pack of a known format."), .. EvidenceChecks.NotAsked(CheckNames.FormatKnown)]);
        var (claim, jws, records) = opened;
        var key = jws.Header.KeyId is { } id ? keys.Find(id) : null;
        var theirs = key is { Rsa: not null } && key.BelongsTo(claim.Issuer);
        var handed = records.Select(record => (Bytes: record, Digest: Convert.ToHexStringLower(SHA256.HashData(record)))).ToList();
        var listed = claim.Records.ToDictionary(record => record.Digest, StringComparer.Ordinal);
        List<CheckedRecord> each =
        [
            .. handed.Select(record => RecordVerifier.Check(record.Bytes, keys, now, listed.TryGetValue(record.Digest, out var of) ? facts?.Invoke(of) : null)),
        ];
        return new(claim, each,
        [
            new(CheckNames.FormatKnown, Answer.Yes, $"It is an evidence pack of format version {Format}, of {claim.Records.Count} records."),
            key is null ? new(CheckNames.KeyKnown, Answer.No, "The key it names is not among the keys handed in.")
                : theirs ? new(CheckNames.KeyKnown, Answer.Yes, "The key it names is a key of the programme.")
                : new(CheckNames.KeyKnown, Answer.No, "The key it names is not a key of the programme that it says issued it."),
            !theirs ? EvidenceChecks.NotAsked(CheckNames.SignatureValid, "Without its key the signature cannot be checked.")
                : jws.Check(key!.Rsa!.Value) is { } bad ? new(CheckNames.SignatureValid, Answer.No, Words.Of(bad))
                : new(CheckNames.SignatureValid, Answer.Yes, "The programme's RS256 signature is good."),
            !theirs || key!.ValidFrom is null ? EvidenceChecks.NotAsked(CheckNames.KeyValidWhenSigned, "When the key was in use is not known.")
                : claim.IssuedAt >= key.ValidFrom && !(claim.IssuedAt > key.ValidUntil) ? new(CheckNames.KeyValidWhenSigned, Answer.Yes, "The key was in use when it was signed.")
                : new(CheckNames.KeyValidWhenSigned, Answer.No, "The key was not in use when it was signed."),
            Listed(claim, handed, listed, each),
            Accepted(each),
            Stand(each),
        ]);
    }

    // What is handed in is what is listed, each once, and says of itself what the list says of it.
    private static Check Listed(
        EvidenceClaim claim, List<(byte[] Bytes, string Digest)> handed, Dictionary<string, ListedRecord> listed, List<CheckedRecord> each)
    {
        var same = handed.Count == claim.Records.Count && handed.Select(record => record.Digest).ToHashSet(StringComparer.Ordinal).SetEquals(listed.Keys)
            && handed.Zip(each).All(record => record.Second.Header is { } header && listed[record.First.Digest] is var of && (header.Id, header.Version) == (of.Url, of.Version));
        return same
            ? new(EvidenceChecks.RecordsAsListed, Answer.Yes, "The records in it are those that its signed list names, byte for byte.")
            : new(EvidenceChecks.RecordsAsListed, Answer.No, "The records in it are not those that its signed list names.");
    }

    private static Check Accepted(List<CheckedRecord> each)
    {
        // Whether a record still stands is a question of its own.
        var bad = each.Count(record => record.Header is null || record.Checks.Any(check => check.Name != CheckNames.NotWithdrawn && check.Answer == Answer.No)
            || record[CheckNames.SignatureValid].Answer != Answer.Yes);
        return bad == 0
            ? new(EvidenceChecks.RecordsGood, Answer.Yes, "Every record in it is good by itself.")
            : new(EvidenceChecks.RecordsGood, Answer.No, $"{bad} of {each.Count} records are not good by themselves.");
    }

    private static Check Stand(List<CheckedRecord> each)
    {
        var ended = each.Count(record => record[CheckNames.NotWithdrawn].Answer == Answer.No);
        return ended > 0 ? new(CheckNames.NotWithdrawn, Answer.No, $"{ended} of {each.Count} records were withdrawn or superseded since.")
            : each.All(record => record[CheckNames.NotWithdrawn].Answer == Answer.Yes) ? new(CheckNames.NotWithdrawn, Answer.Yes, "No record in it was withdrawn or superseded.")
            : new(CheckNames.NotWithdrawn, Answer.NotChecked, "Whether each record still stands was not handed in.");
    }

    private static (EvidenceClaim Claim, Jws Jws, IReadOnlyList<byte[]> Records)? Open(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestBytes)
            return null;
        try
        {
            using var json = JsonDocument.Parse(file.ToArray(), Strict);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 2 || root.Text("evidencePack") is not { } signed
                || root.Member("records").ValueKind != JsonValueKind.Array || !Jws.TryRead(signed, out var jws, out _)
                || !StrictJson.TryParse(jws.Payload, out var payload, out _) || EvidenceClaim.Of(payload) is not { } claim)
                return null;
            var records = root.Items("records").Select(record => record.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(record.GetString()!) : []).ToList();
            return (claim, jws, records);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The records are their JWTs, which hold nothing that JSON escapes.
    internal static byte[] Write(RSA key, string keyId, ReadOnlySpan<byte> payload, IEnumerable<string> records)
    {
        var json = new JsonText().Open().Text("evidencePack", Jws.Sign(key, keyId, payload)).Set("records", [.. records]).Close();
        return json.ToArray();
    }
}
