using System.Text.RegularExpressions;
using Portfolio.Api.Database;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What checking an archive showed.</summary>
/// <param name="Faults">What is wrong with it, one line each.</param>
/// <param name="Ended">Versions that were withdrawn or superseded, as the log and the status lists both say.</param>
/// <param name="Issued">How many versions the log says were issued; an archive of one person, or after an erasure, holds fewer.</param>
/// <param name="Erased">Of how many the log says that their bytes were erased.</param>
internal sealed record ArchiveAnswer(IReadOnlyList<string> Faults, IReadOnlyList<string> Ended, int Accepted, int Versions, int Issued, int Erased, int Entries);

/// <summary>Checks an archive by itself: its log with its checkpoint, then every record with its keys, its lists and that log.</summary>
internal sealed partial class ArchiveCheck
{
    private readonly string folder;
    private readonly DateTimeOffset now;
    private readonly List<string> faults = [], ended = [];
    private readonly List<LogEntry> entries = [];
    private readonly RecordKeys keys;
    private readonly RecordFacts facts;
    private readonly bool listed;
    private int accepted;

    /// <exception cref="RefusedException">Something is missing without which nothing could be checked.</exception>
    private ArchiveCheck(string folder, RecordKeys? keys, DateTimeOffset now)
    {
        (this.folder, this.now) = (folder, now);
        this.keys = keys ?? Keys();
        ReadLog();
        // Status lists need Ed25519, as embedded forms do: where there are none of these, there never were lists.
        listed = Files(Archive.Records).Any(path => path.EndsWith(".json", StringComparison.Ordinal));
        var positions = FsckLog.Positions(entries);
        facts = new()
        {
            StatusLists = [.. Files(Archive.Lists).Select(path => new ReadOnlyMemory<byte>(Read(path)))],
            PositionInLog = digest => positions.TryGetValue(digest, out var position) ? position : null,
        };
    }

    /// <param name="keys">Keys from elsewhere, to be believed instead of those in the archive.</param>
    public static ArchiveAnswer Of(string folder, RecordKeys? keys, DateTimeOffset now)
    {
        var check = new ArchiveCheck(folder, keys, now);
        check.Checkpoint();
        var versions = check.Records();
        return new(check.faults, check.ended, check.accepted, versions, check.entries.Count(entry => entry.Kind == "record-issued"),
            check.entries.Count(entry => entry.Kind == "record-erased"), check.entries.Count);
    }

    private RecordKeys Keys()
    {
        try
        {
            return RecordKeys.Read(Read(Path.Combine(folder, Archive.KeySet))).And(RecordKeys.Read(Read(Path.Combine(folder, Archive.DidDocument))));
        }
        catch (FormatException refused)
        {
            throw new RefusedException($"{folder} has no keys that could be used. {refused.Message}");
        }
    }

    private void ReadLog()
    {
        var path = Path.Combine(folder, Archive.Log);
        if (!File.Exists(path))
            throw new RefusedException($"{folder} is no archive: it has no {Archive.Log}.");
        foreach (var line in File.ReadLines(path))
            if (ArchiveLog.Read(line) is { } entry)
                entries.Add(entry);
            else
            {
                faults.Add($"{Archive.Log}: line {entries.Count + 1} is not an entry of a log.");
                return;
            }
    }

    private void Checkpoint()
    {
        var path = Path.Combine(folder, Archive.Checkpoint);
        if (!File.Exists(path))
        {
            if (entries.Count > 0)
                faults.Add($"{Archive.Checkpoint} is missing: nobody has signed this log.");
            return;
        }
        var point = SavedCheckpoint.Read(Read(path)).Point;
        if (ProgrammeLog.FirstBroken(entries, new(point.Position, point.Chain)) is { } broken)
            faults.Add(broken > entries.Count
                ? $"{Archive.Log} ends at position {entries.Count}, and the checkpoint is of position {point.Position}."
                : $"{Archive.Log}: position {broken} is not what was written.");
        if (WhyNot(point) is { } why)
            faults.Add($"{Archive.Checkpoint}: {why}");
    }

    private string? WhyNot(Checkpoint point)
    {
        if (!Jws.TryRead(point.Signature, out var jws, out _) || jws.Header.KeyId is not { } id || keys.Find(id) is not { Rsa: { } rsa } key || jws.Check(rsa) is not null)
            return "it is not signed with a key of the programme.";
        return !StrictJson.TryParse(jws.Payload, out var payload, out _) || !Guid.TryParseExact(payload.Text("programme"), "D", out var programme)
            || !jws.Payload.AsSpan().SequenceEqual(ProgrammeLog.Head(programme, point.Position, point.Chain, point.SignedAt)) ? "its signature is of another position, chain or time."
            : !id.Contains($"/{programme:D}/", StringComparison.Ordinal) ? "it is signed with another programme's key."
            : key.LostFrom <= point.Position ? "it is signed with a key that was lost then."
            : null;
    }

    private int Records()
    {
        var issued = entries.Where(entry => entry.Kind == "record-issued").ToLookup(entry => entry.SubjectId);
        var endings = entries.Where(entry => entry.Kind is "record-superseded" or "record-withdrawn")
            .GroupBy(entry => (entry.SubjectId, entry.Number)).ToDictionary(same => same.Key, same => same.First().Kind["record-".Length..]);
        var erased = entries.Where(entry => entry.Kind == "record-erased").Select(entry => (entry.SubjectId, entry.Number)).ToHashSet();
        var found = new HashSet<(Guid, int)>();
        foreach (var path in Files(Archive.Records))
        {
            var name = Path.GetRelativePath(folder, path);
            if (FileName().Match(Path.GetFileName(path)) is not { Success: true } match)
            {
                faults.Add($"{name}: no file of an archive is called so.");
                continue;
            }
            var record = Guid.Parse(match.Groups["id"].ValueSpan);
            var number = match.Groups["number"] is { Success: true } older
                ? int.Parse(older.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : issued[record].Select(entry => entry.Number).DefaultIfEmpty().Max();
            found.Add((record, number));
            OfRecord(name, Read(path), record, number, endings.GetValueOrDefault((record, number)));
        }
        foreach (var (record, numbers) in issued.Where(of => found.Any(one => one.Item1 == of.Key)).Select(of => (of.Key, of.Select(entry => entry.Number))))
            faults.AddRange(numbers.Where(number => !found.Contains((record, number)) && !erased.Contains((record, number))).Select(number => $"records: version {number} of {record:D} is missing."));
        return found.Count;
    }

    private void OfRecord(string name, byte[] bytes, Guid id, int number, string? logged)
    {
        var record = RecordVerifier.Check(bytes, keys, now, facts);
        var no = record.Checks.FirstOrDefault(check => check.Answer == Answer.No && (logged is null || check.Name != CheckNames.NotWithdrawn));
        if (no is not null)
            faults.Add($"{name}: NOT accepted, {no.Name}. {no.Why}");
        else if (record.Header is not { } header || !header.Id.EndsWith($"/{id:D}", StringComparison.Ordinal) || header.Version != number)
            faults.Add($"{name}: it is not the record and version that its name says.");
        else if (listed && record[CheckNames.NotWithdrawn].Answer == Answer.NotChecked && Ed25519.Available)
            faults.Add($"{name}: the status list that it names is not here, or is of before.");
        else if (logged is not null && record[CheckNames.NotWithdrawn].Answer == Answer.Yes)
            faults.Add($"{name}: it was {logged}, and the status list does not say so.");
        else if (logged is not null)
            ended.Add($"{name}: {logged}.");
        else
            accepted++;
    }

    private IEnumerable<string> Files(string name) =>
        Directory.Exists(Path.Combine(folder, name)) ? Directory.EnumerateFiles(Path.Combine(folder, name)).Order(StringComparer.Ordinal) : [];

    private static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"There is no file {path}.");
        if (new FileInfo(path).Length > Verifying.LargestRecord)
            throw new RefusedException($"{path} is larger than any record or key set: they have at most 1 MiB.");
        return File.ReadAllBytes(path);
    }

    [GeneratedRegex(@"^(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.v(?<number>[1-9][0-9]{0,8}))?\.(json|jwt)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
