using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portfolio.Api.Sessions;

/// <summary>What a letter or a device carries: the programme, then 32 random bytes. The database keeps a hash of the whole.</summary>
internal static class RegisterLinkSecret
{
    private const int Bytes = 48;
    public const int Length = 64;

    public static string Make(Guid programme, out byte[] hash)
    {
        byte[] bytes = [.. programme.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(32)];
        hash = SHA256.HashData(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The programme that it speaks of and its hash, or nothing where the text is none at all.</summary>
    public static bool TryRead(string? text, out Guid programme, out byte[] hash)
    {
        (programme, hash) = (Guid.Empty, []);
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text?.Length != Length || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != Bytes)
            return false;
        programme = new Guid(bytes[..16], bigEndian: true);
        hash = SHA256.HashData(bytes);
        return true;
    }
}
