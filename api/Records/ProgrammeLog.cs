using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What is to be logged: ids, a kind and a digest, never a name.</summary>
internal sealed record LogFact(string Kind, Guid SubjectId, int Number, byte[] Digests);

internal sealed record LogEntry(long Position, string Kind, Guid SubjectId, int Number, byte[] Digests, DateTimeOffset LoggedAt, byte[] Chain);

internal sealed record LogHead(long Position, byte[] Chain);

internal sealed record Checkpoint(long Position, byte[] Chain, DateTimeOffset SignedAt, string Signature);

/// <summary>The programme's one log: positions without gaps, each entry bound to all before it.</summary>
internal static class ProgrammeLog
{
    /// <summary>Appends at the end of a transaction. The head's lock is the last that is taken: under it stand only positions, hashes and the head's signature.</summary>
    public static async Task Append(Work work, IReadOnlyList<LogFact> facts, SigningKey key, DateTimeOffset now)
    {
        const string TakePositions = """
            update log_head set position = position + @count where programme_id = @Programme returning position - @count as position, chain
            """;
        const string Insert = """
            insert into log_entry (programme_id, position, kind, subject_id, number, digests, logged_at, chain)
            select @Programme, position, kind, subject_id, number, digests, @at, chain
            from unnest(@positions, @kinds, @subjects, @numbers, @digests, @chains) as entry (position, kind, subject_id, number, digests, chain)
            """;
        const string Close = """
            update log_head set chain = @Chain where programme_id = @Programme;
            insert into checkpoint (programme_id, position, chain, signed_at, signature) values (@Programme, @Position, @Chain, @at, @signature)
            """;
        var at = ToMicroseconds(now);
        var head = (await work.Row<LogHead>(TakePositions, new { work.Programme, count = facts.Count }))!;
        var entries = Chain(head, facts, at);
        await work.Run(Insert, new
        {
            work.Programme, at,
            positions = entries.Select(entry => entry.Position).ToArray(),
            kinds = entries.Select(entry => entry.Kind).ToArray(),
            subjects = entries.Select(entry => entry.SubjectId).ToArray(),
            numbers = entries.Select(entry => entry.Number).ToArray(),
            digests = entries.Select(entry => entry.Digests).ToArray(),
            chains = entries.Select(entry => entry.Chain).ToArray(),
        });
        var last = entries[^1];
        await work.Run(Close, new { work.Programme, last.Position, last.Chain, at, signature = Sign(work.Programme, last.Position, last.Chain, at, key) });
    }

    /// <summary>The first position at which the log is not what it was when it was written; nothing when it is whole.</summary>
    public static long? FirstBroken(IEnumerable<LogEntry> entries, LogHead head)
    {
        var before = new LogHead(0, new byte[32]);
        foreach (var entry in entries)
        {
            if (entry.Position != before.Position + 1 || !entry.Chain.AsSpan().SequenceEqual(Next(before.Chain, entry)))
                return before.Position + 1;
            before = new(entry.Position, entry.Chain);
        }
        return before.Position == head.Position && before.Chain.AsSpan().SequenceEqual(head.Chain) ? null : before.Position + 1;
    }

    public static Task<List<LogEntry>> All(Work work) => work.Rows<LogEntry>("""
        select position, kind, subject_id, number, digests, logged_at, chain from log_entry where programme_id = @Programme order by position
        """, new { work.Programme });

    public static async Task<LogHead> Head(Work work) =>
        (await work.Row<LogHead>("select position, chain from log_head where programme_id = @Programme", new { work.Programme }))!;

    public static Task<List<Checkpoint>> Checkpoints(Work work) => work.Rows<Checkpoint>("""
        select position, chain, signed_at, signature from checkpoint where programme_id = @Programme order by position
        """, new { work.Programme });

    public static Task<Checkpoint?> LastCheckpoint(Work work) => work.Row<Checkpoint>("""
        select position, chain, signed_at, signature from checkpoint where programme_id = @Programme order by position desc limit 1
        """, new { work.Programme });

    private static List<LogEntry> Chain(LogHead head, IReadOnlyList<LogFact> facts, DateTimeOffset at)
    {
        var entries = new List<LogEntry>(facts.Count);
        var (position, chain) = (head.Position, head.Chain);
        foreach (var fact in facts)
        {
            var entry = new LogEntry(++position, fact.Kind, fact.SubjectId, fact.Number, fact.Digests, at, []);
            chain = Next(chain, entry);
            entries.Add(entry with { Chain = chain });
        }
        return entries;
    }

    private static byte[] Next(byte[] before, LogEntry entry)
    {
        Span<byte> numbers = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(numbers, entry.Position);
        BinaryPrimitives.WriteInt32BigEndian(numbers[8..], entry.Number);
        BinaryPrimitives.WriteInt64BigEndian(numbers[12..], entry.LoggedAt.UtcTicks / TimeSpan.TicksPerMicrosecond);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(numbers);
        hash.AppendData(entry.SubjectId.ToByteArray(bigEndian: true));
        hash.AppendData(entry.Digests);
        hash.AppendData(Encoding.ASCII.GetBytes(entry.Kind));
        return hash.GetHashAndReset();
    }

    private static string Sign(Guid programme, long position, byte[] chain, DateTimeOffset at, SigningKey key) =>
        Jws.Sign(key.Keys.Rsa, key.Keys.JwtKeyId, Head(programme, position, chain, at));

    /// <summary>The bytes that a checkpoint signs.</summary>
    public static byte[] Head(Guid programme, long position, byte[] chain, DateTimeOffset at) => Encoding.UTF8.GetBytes(
        $$"""{"programme":"{{programme:D}}","position":{{position}},"chain":"{{Convert.ToHexStringLower(chain)}}","time":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}}"}""");

    // The database keeps microseconds; what is hashed must be what is read back.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
