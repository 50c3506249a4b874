using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal enum RdfcDigest { Sha256, Sha384 }

internal static class RdfcDigests
{
    public static string Hex(this RdfcDigest digest, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA384.HashSizeInBytes];
        var length = digest == RdfcDigest.Sha256 ? SHA256.HashData(bytes, hash) : SHA384.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..length]);
    }
}
