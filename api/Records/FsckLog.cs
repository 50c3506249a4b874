using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>A checkpoint as it was served or exported, kept where the database is not: only with it can a log be found to have lost its end.</summary>
internal sealed record SavedCheckpoint(Checkpoint Point)
{
    /// <exception cref="RefusedException">It is not a checkpoint.</exception>
    public static SavedCheckpoint Read(byte[] bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize<CheckpointBody>(bytes, Json.Options) is { } body)
                return new(new Checkpoint(body.Position, Convert.FromHexString(body.Chain), body.SignedAt, body.Signature));
        }
        catch (Exception refused) when (refused is JsonException or FormatException)
        {
            // Said below.
        }
        throw new RefusedException("The checkpoint handed in cannot be read: save it as the log's checkpoint is served, or as an export writes it.");
    }

    public static byte[] Write(Checkpoint point) => JsonSerializer.SerializeToUtf8Bytes(
        new CheckpointBody(point.Position, Convert.ToHexStringLower(point.Chain), point.SignedAt, point.Signature), Json.Options);
}

/// <summary>The log of one programme, and what is to be said of it.</summary>
internal sealed record FsckLog(Programme Programme, List<LogEntry> Entries, LogHead Head, List<Checkpoint> Checkpoints, List<RecordKey> Keys)
{
    /// <summary>Where each issued form stands, by its SHA-256 in lower-case hexadecimal.</summary>
    public static Dictionary<string, long> Positions(IEnumerable<LogEntry> entries)
    {
        var positions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Kind == "record-issued"))
            foreach (var digest in entry.Digests.Chunk(SHA256.HashSizeInBytes))
                positions.TryAdd(Convert.ToHexStringLower(digest), entry.Position);
        return positions;
    }

    /// <summary>The people of whom the log says that they were erased.</summary>
    public IReadOnlySet<Guid> Erased => Entries.Where(entry => entry.Kind == "person-erased").Select(entry => entry.SubjectId).ToHashSet();

    public string? FirstWrong(SavedCheckpoint saved)
    {
        var point = saved.Point;
        if (!LogCheck.IsSigned(Programme.Id, point, Keys))
            return "The checkpoint handed in is not signed by this programme.";
        if (KeyOf(point)?.LostFrom <= point.Position)
            return $"The checkpoint handed in, of position {point.Position}, is signed with a key that was declared lost before, so it shows nothing.";
        if (Entries.Find(entry => entry.Position == point.Position) is not { } entry)
            return $"The log ends at position {Entries.LastOrDefault()?.Position ?? 0}, and the checkpoint handed in was signed at position {point.Position}: the end of the log is gone.";
        return entry.Chain.AsSpan().SequenceEqual(point.Chain) ? null : $"The log was written anew: position {point.Position} is not what the checkpoint handed in says of it.";
    }

    public string InWords(LogFault fault) => fault switch
    {
        { Code: LogFault.EntryChanged, Position: { } position } => InWords(position),
        { Code: LogFault.CheckpointChanged, Position: { } position } when Checkpoints.Exists(point => point.Position == position) =>
            $"The checkpoint at position {position} of the log is not what the programme signed, or not of this log.",
        { Code: LogFault.CheckpointChanged } =>
            $"The log ends at position {fault.Position}, and no checkpoint was signed there: what stands after position {Checkpoints.LastOrDefault()?.Position ?? 0} was not written by this service.",
        { Code: LogFault.BytesChanged } => $"{Version(fault)}: its bytes are not those that were issued (position {fault.Position} of the log).",
        { Code: LogFault.RecordMissing } => $"{Version(fault)} stands at position {fault.Position} of the log and is not kept any more.",
        { Code: LogFault.ErasedUnlogged } => $"{Version(fault)}: its bytes are gone, and the log does not say that they were erased.",
        { Code: LogFault.ErasedKept } => $"{Version(fault)} was erased at position {fault.Position} of the log, and its bytes are kept.",
        _ => $"{Version(fault)} is kept and does not stand in the log, or more than once.",
    };

    /// <summary>An old pair cannot sign the head once a newer one has: whoever stole it is found out by that.</summary>
    public string? FirstKeyOutOfTurn()
    {
        var newest = DateTimeOffset.MinValue;
        foreach (var point in Checkpoints)
        {
            var key = KeyOf(point)!;
            if (key.ValidFrom < newest || point.SignedAt > key.ValidUntil)
                return $"The checkpoint at position {point.Position} of the log is signed with a pair that was out of use: whatever was appended there was forged with an old key.";
            newest = key.ValidFrom ?? newest;
        }
        return null;
    }

    private string InWords(long position)
    {
        var last = Entries.LastOrDefault()?.Position ?? 0;
        return Entries.Exists(entry => entry.Position == position) ? $"The log's entry at position {position} is not what was written."
            : position < last ? $"The log's entry at position {position} is missing."
            : position <= Head.Position ? $"The log ends at position {last}, and its head says {Head.Position}: the end of the log is gone."
            : $"The log's head does not belong to its last entry, at position {last}.";
    }

    private static string Version(LogFault fault) => $"Record {fault.RecordId:D}, version {fault.Number}";

    private RecordKey? KeyOf(Checkpoint point) => Jws.TryRead(point.Signature, out var jws, out _) ? Keys.Find(key => key.Id == jws.Header.KeyId) : null;
}
