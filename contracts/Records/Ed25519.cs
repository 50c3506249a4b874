using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal static class Ed25519
{
    public const int KeyBytes = 32;
    public const int SignatureBytes = 64;

    public static bool Available => LibCrypto.IsThere;

    public static byte[] NewSeed() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static byte[] PublicKey(ReadOnlySpan<byte> seed)
    {
        using var key = new Ed25519Key(seed);
        return key.PublicKey.ToArray();
    }

    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        using var key = new Ed25519Key(seed);
        return key.Sign(message);
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        RequireLibrary();
        if (publicKey.Length != KeyBytes || signature.Length != SignatureBytes || WeakPoints.Contains(publicKey))
            return false;
        using var key = LibCrypto.EVP_PKEY_new_raw_public_key(LibCrypto.Ed25519Id, 0, publicKey, KeyBytes);
        using var context = LibCrypto.EVP_MD_CTX_new();
        var valid = !key.IsInvalid && !context.IsInvalid
            && LibCrypto.EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && LibCrypto.EVP_DigestVerify(context, signature, SignatureBytes, message, (nuint)message.Length) == 1;
        if (!valid)
            LibCrypto.ERR_clear_error();
        return valid;
    }

    internal static void RequireLibrary()
    {
        if (!Available)
            throw new PlatformNotSupportedException(
                "Ed25519 needs OpenSSL 3 (libcrypto.so.3), which was not found. On Debian and Ubuntu: apt-get install libssl3.");
    }
}
