using System.Diagnostics.CodeAnalysis;

namespace Portfolio.Contracts.Records;

// did:key and Multikey for Ed25519 public keys: multicodec 0xed as a two-byte varint, then the 32 bytes, in base58btc.
internal static class DidKey
{
    private const string Scheme = "did:key:";
    private static ReadOnlySpan<byte> Ed25519Codec => [0xed, 0x01];

    public static string Multikey(ReadOnlySpan<byte> publicKey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(publicKey.Length, Ed25519.KeyBytes);
        return Multibase.EncodeBase58([.. Ed25519Codec, .. publicKey]);
    }

    public static string Did(ReadOnlySpan<byte> publicKey) => Scheme + Multikey(publicKey);

    public static string VerificationMethod(ReadOnlySpan<byte> publicKey)
    {
        var key = Multikey(publicKey);
        return $"{Scheme}{key}#{key}";
    }

    public static bool TryReadMultikey(string? text, [NotNullWhen(true)] out byte[]? publicKey)
    {
        publicKey = null;
        if (text is not ['z', ..] || !Multibase.TryDecode(text, out var bytes))
            return false;
        if (bytes.Length != Ed25519Codec.Length + Ed25519.KeyBytes || !bytes.AsSpan().StartsWith(Ed25519Codec))
            return false;
        publicKey = bytes[Ed25519Codec.Length..];
        return true;
    }

    public static bool TryReadDid(string? did, [NotNullWhen(true)] out byte[]? publicKey)
    {
        publicKey = null;
        return did is not null && did.StartsWith(Scheme, StringComparison.Ordinal) && TryReadMultikey(did[Scheme.Length..], out publicKey);
    }

    // Only the form whose fragment repeats the key: without the fragment, widely used verifiers find no method.
    public static bool TryReadVerificationMethod(string? method, [NotNullWhen(true)] out byte[]? publicKey)
    {
        publicKey = null;
        return method is not null && method.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash
            && method.AsSpan(hash + 1).SequenceEqual(method.AsSpan(Math.Min(Scheme.Length, hash)..hash))
            && TryReadDid(method[..hash], out publicKey);
    }
}
