using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Audit;

/// <summary>The four kinds of entry.</summary>
internal static class AuditKind
{
    public const string Change = "change";
    public const string Read = "read";
    public const string SignIn = "sign-in";
    public const string Refused = "refused";
}

/// <summary>A thing by what it is and its id: a person, a group, a session, a record …</summary>
internal sealed record Thing(string Kind, Guid Id);

/// <summary>What a request turned out to be about, where its path does not say so.</summary>
internal sealed record Concerned(Thing Of);

/// <summary>What is to be audited: ids and codes, never a name; the address is sealed when it is written.</summary>
internal sealed record Noted(Guid Programme, string Kind, string Action, DateTimeOffset At)
{
    public Guid? Person { get; init; }
    public Guid? Platform { get; init; }
    public string? AsRole { get; init; }
    public Thing? Subject { get; init; }
    public Thing? Made { get; init; }
    public int? Status { get; init; }
    public int Times { get; init; } = 1;
    public IPAddress? From { get; init; }
}

/// <summary>An entry as it is kept.</summary>
internal sealed record AuditEntry(
    long Position, long Step, string Kind, string Action, Guid? PersonId, Guid? PlatformId, string? AsRole, string? SubjectKind, Guid? SubjectId,
    string? MadeKind, Guid? MadeId, int? Status, int Times, DateTimeOffset At, byte[]? FromWhere, byte[] Chain)
{
    public const string Columns = """
        position, step, kind, action, person_id, platform_id, as_role, subject_kind, subject_id, made_kind, made_id, status::int, times, at, from_where, chain
        """;
}

/// <summary>How a step is bound to all before it.</summary>
internal static class AuditChain
{
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    /// <summary>What only the master key can compute over a step's entries: whoever has the database alone cannot write the chain anew.</summary>
    public static byte[] Digest(MasterKey master, Guid programme, IEnumerable<AuditEntry> step)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var entry in step)
            Write(writer, entry);
        writer.Flush();
        return master.Authenticate(programme, "audit", bytes.ToArray());
    }

    public static byte[] Next(byte[] before, long first, byte[] digest)
    {
        Span<byte> position = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(position, first);
        return SHA256.HashData([.. before, .. position, .. digest]);
    }

    // Every part has a length or says that it is missing, so that no two entries have the same bytes.
    private static void Write(BinaryWriter writer, AuditEntry entry)
    {
        foreach (var text in new[] { entry.Kind, entry.Action, entry.AsRole, entry.SubjectKind, entry.MadeKind })
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }
        foreach (var id in new[] { entry.PersonId, entry.PlatformId, entry.SubjectId, entry.MadeId })
        {
            writer.Write(id is not null);
            writer.Write((id ?? Guid.Empty).ToByteArray(bigEndian: true));
        }
        writer.Write(entry.Status ?? 0);
        writer.Write(entry.Times);
        writer.Write(entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        writer.Write(entry.FromWhere?.Length ?? -1);
        writer.Write(entry.FromWhere ?? []);
    }
}
