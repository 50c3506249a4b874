using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Something that is not as it was written, by a stable code and by ids.</summary>
internal sealed record LogFault(string Code, long? Position = null, Guid? RecordId = null, int? Number = null)
{
    public const string EntryChanged = "entry-changed";
    public const string CheckpointChanged = "checkpoint-changed";
    public const string BytesChanged = "record-bytes-changed";
    public const string RecordMissing = "record-missing";
    public const string NotLogged = "record-not-logged";
    public const string ErasedUnlogged = "record-erased-not-logged";
    public const string ErasedKept = "record-erased-and-kept";
}

/// <summary>Whether a programme's log and records are what was written: the chain, the signed heads, and each issued form against its digest.</summary>
internal static class LogCheck
{
    private sealed record Row(Guid RecordId, int Number, Guid PersonId, byte[]? Jwt, byte[]? Embedded, byte[] Digests);

    public static async Task<IReadOnlyList<LogFault>> Of(Work work, Programme programme, PersonKeys keys)
    {
        const string Versions = """
            select v.record_id, v.number, r.person_id, v.jwt, v.embedded, v.digests
            from record_version v join record r on r.programme_id = v.programme_id and r.id = v.record_id
            where v.programme_id = @Programme order by v.record_id, v.number
            """;
        var entries = await ProgrammeLog.All(work);
        var versions = await work.Rows<Row>(Versions, new { work.Programme });
        var holders = await keys.Of(work, [.. versions.Select(version => version.PersonId).Distinct()]);
        var broken = ProgrammeLog.FirstBroken(entries, await ProgrammeLog.Head(work));
        return
        [
            .. broken is { } position ? [new LogFault(LogFault.EntryChanged, position)] : Array.Empty<LogFault>(),
            .. OfCheckpoints(programme.Id, await ProgrammeLog.Checkpoints(work), entries, await SigningKeys.All(work, programme)),
            .. OfRecords(entries, versions, holders),
        ];
    }

    // A chain can be written anew from any place by whoever can write; the programme's signature over its heads cannot.
    private static IEnumerable<LogFault> OfCheckpoints(Guid programme, List<Checkpoint> checkpoints, List<LogEntry> entries, List<RecordKey> keys)
    {
        var chains = entries.ToDictionary(entry => entry.Position, entry => entry.Chain);
        foreach (var point in checkpoints)
            if (!chains.TryGetValue(point.Position, out var chain) || !chain.AsSpan().SequenceEqual(point.Chain) || !IsSigned(programme, point, keys))
                yield return new(LogFault.CheckpointChanged, point.Position);
        if (entries.Count > 0 && entries[^1].Position != checkpoints.LastOrDefault()?.Position)
            yield return new(LogFault.CheckpointChanged, entries[^1].Position);
    }

    internal static bool IsSigned(Guid programme, Checkpoint point, List<RecordKey> keys) =>
        Jws.TryRead(point.Signature, out var jws, out _)
        && keys.Find(key => key.Id == jws.Header.KeyId)?.Rsa is { } key && jws.Check(key) is null
        && jws.Payload.AsSpan().SequenceEqual(ProgrammeLog.Head(programme, point.Position, point.Chain, point.SignedAt));

    private static IEnumerable<LogFault> OfRecords(List<LogEntry> entries, List<Row> versions, IReadOnlyDictionary<Guid, PersonKey> holders)
    {
        var logged = entries.Where(entry => entry.Kind == "record-issued").ToLookup(entry => (entry.SubjectId, entry.Number));
        var erased = entries.Where(entry => entry.Kind == "record-erased").ToLookup(entry => (entry.SubjectId, entry.Number), entry => (long?)entry.Position);
        foreach (var version in versions)
        {
            if (logged[(version.RecordId, version.Number)].ToList() is not [var entry])
                yield return new(LogFault.NotLogged, null, version.RecordId, version.Number);
            else if (!DigestsOf(version, holders.GetValueOrDefault(version.PersonId)).AsSpan().SequenceEqual(entry.Digests))
                yield return new(LogFault.BytesChanged, entry.Position, version.RecordId, version.Number);
            // Bytes go with an entry that says so, and with nothing else: whoever destroys evidence is found out by that.
            var said = erased[(version.RecordId, version.Number)].FirstOrDefault();
            if (version.Jwt is null && said is null)
                yield return new(LogFault.ErasedUnlogged, null, version.RecordId, version.Number);
            else if (version.Jwt is not null && said is not null)
                yield return new(LogFault.ErasedKept, said, version.RecordId, version.Number);
        }
        var kept = versions.Select(version => (version.RecordId, version.Number)).ToHashSet();
        foreach (var entry in logged.Where(of => !kept.Contains(of.Key)).SelectMany(of => of))
            yield return new(LogFault.RecordMissing, entry.Position, entry.SubjectId, entry.Number);
    }

    // Of what was erased only the digests are left to compare.
    private static byte[] DigestsOf(Row version, PersonKey? holder)
    {
        if (holder is null || version.Jwt is null)
            return version.Digests;
        try
        {
            return
            [
                .. SHA256.HashData(holder.Open(version.Jwt, Issuing.JwtPlace)),
                .. version.Embedded is null ? [] : SHA256.HashData(holder.Open(version.Embedded, Issuing.EmbeddedPlace)),
            ];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
