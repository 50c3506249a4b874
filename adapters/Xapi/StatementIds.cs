using System.Security.Cryptography;
using System.Text;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>Ids of statements, derived so that whatever is sent again has the id it had before: UUIDv5 (RFC 9562, section 5.5).</summary>
internal static class StatementIds
{
    // Made up once for these statements. Another one would make every record look new to every store.
    private static readonly Guid Ours = new("5d0f6c3e-9a41-4b7e-8c52-6f1d2e0b7a94");

    /// <summary>The statement of one version.</summary>
    /// <param name="of">The version.</param>
    /// <param name="round">0; one more each time it is sent after it was voided, because nothing takes a voiding back.</param>
    public static Guid Of(Delivered of, int round) => Named(round == 0 ? $"{of.Id}/{of.Version}" : $"{of.Id}/{of.Version}/{round}");

    /// <summary>The statement that voids another.</summary>
    public static Guid Voiding(Guid statement) => Named($"{statement}/void");

    public static Guid Named(string name)
    {
#pragma warning disable CA5350 // UUIDv5 is defined with SHA-1; it names things here and protects nothing.
        var hash = SHA1.HashData([.. Ours.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
