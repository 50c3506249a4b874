using System.Security.Cryptography;

namespace Portfolio.Api.Sealing;

/// <summary>AES-256-GCM, one byte of version in front, bound to the place it is kept in: bytes moved to another row do not open.</summary>
internal static class Sealed
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var closed = new byte[1 + NonceLength + plain.Length + TagLength];
        closed[0] = Version;
        var nonce = closed.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, closed.AsSpan(1 + NonceLength, plain.Length), closed.AsSpan(closed.Length - TagLength), place);
        return closed;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place)
    {
        if (closed.Length < 1 + NonceLength + TagLength || closed[0] != Version)
            throw new CryptographicException("This is not a sealed value of a version that is known here.");
        var plain = new byte[closed.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(closed.Slice(1, NonceLength), closed.Slice(1 + NonceLength, plain.Length), closed[^TagLength..], plain, place);
        return plain;
    }
}
