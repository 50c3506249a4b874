using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

// A signing key kept open: OpenSSL derives the key pair once. Safe for many threads, because OpenSSL
// counts references to the key and each signature has its own context.
internal sealed class Ed25519Key : IDisposable
{
    private readonly LibCrypto.KeyHandle key;
    private readonly byte[] publicKey = new byte[Ed25519.KeyBytes];

    public Ed25519Key(ReadOnlySpan<byte> seed)
    {
        Ed25519.RequireLibrary();
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, Ed25519.KeyBytes, nameof(seed));
        key = LibCrypto.EVP_PKEY_new_raw_private_key(LibCrypto.Ed25519Id, 0, seed, Ed25519.KeyBytes);
        nuint length = Ed25519.KeyBytes;
        if (key.IsInvalid || LibCrypto.EVP_PKEY_get_raw_public_key(key, publicKey, ref length) != 1)
            throw Failed();
    }

    public ReadOnlySpan<byte> PublicKey => publicKey;

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureBytes];
        nuint length = Ed25519.SignatureBytes;
        using var context = LibCrypto.EVP_MD_CTX_new();
        return !context.IsInvalid
            && LibCrypto.EVP_DigestSignInit(context, 0, 0, 0, key) == 1
            && LibCrypto.EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length) == 1
            && length == Ed25519.SignatureBytes
            ? signature
            : throw Failed();
    }

    public void Dispose() => key.Dispose();

    private static CryptographicException Failed()
    {
        LibCrypto.ERR_clear_error();
        return new("OpenSSL refused an Ed25519 key or signature.");
    }
}
