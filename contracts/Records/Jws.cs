using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Contracts.Records;

// A compact JWS (RFC 7515), RS256 only. Reading and checking are two steps, because the header names the key to check with.
internal sealed class Jws
{
    // Base64url makes three bytes into four characters; the rest is for header and signature.
    public const int MaxLength = StrictJson.MaxBytes / 3 * 4 + 8 * 1024;

    private Jws(JwsHeader header, byte[] payload, byte[] signingInput, byte[] signature) =>
        (Header, Payload, this.signingInput, this.signature) = (header, payload, signingInput, signature);

    private readonly byte[] signingInput;
    private readonly byte[] signature;

    public JwsHeader Header { get; }

    public byte[] Payload { get; }

    public static string Sign(RSA key, string keyId, ReadOnlySpan<byte> payload)
    {
        if (JwsKey.WhyNot(key) is { } fault)
            throw new ArgumentException($"Not a key for RS256 records: {fault}.", nameof(key));
        var input = $"{Base64Url.Encode(new JwsHeader(keyId, JwsHeader.Jwt).ToBytes())}.{Base64Url.Encode(payload)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{input}.{Base64Url.Encode(signature)}";
    }

    public static bool TryRead(ReadOnlySpan<char> compact, [NotNullWhen(true)] out Jws? jws, [NotNullWhen(false)] out JwsFault? fault)
    {
        jws = null;
        fault = compact.Length > MaxLength ? JwsFault.TooLong : null;
        if (fault is not null)
            return false;

        Span<Range> parts = stackalloc Range[4];
        if (compact.Split(parts, '.') != 3)
            return Refuse(JwsFault.NotThreeParts, out fault);
        if (!Base64Url.TryDecode(compact[parts[0]], out var header)
            || !Base64Url.TryDecode(compact[parts[1]], out var payload)
            || !Base64Url.TryDecode(compact[parts[2]], out var signature))
            return Refuse(JwsFault.NotCanonicalBase64Url, out fault);
        if (!JwsHeader.TryRead(header, out var read, out fault))
            return false;

        jws = new(read, payload, Encoding.ASCII.GetBytes(compact[..parts[1].End.Value].ToArray()), signature);
        return true;
    }

    // Null where the signature is good.
    public JwsFault? Check(RSA key)
    {
        if (JwsKey.WhyNot(key) is { } fault)
            return fault;
        try
        {
            return key.VerifyData(signingInput, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? null
                : JwsFault.SignatureInvalid;
        }
        catch (ObjectDisposedException)
        {
            return JwsFault.KeyUnusable;
        }
        catch (CryptographicException)
        {
            return JwsFault.SignatureInvalid;
        }
    }

    public JwsFault? Check(RSAParameters publicKey)
    {
        if (JwsKey.WhyNot(publicKey) is { } fault)
            return fault;
        using var key = RSA.Create();
        try
        {
            key.ImportParameters(new() { Modulus = publicKey.Modulus, Exponent = publicKey.Exponent });
        }
        catch (CryptographicException)
        {
            return JwsFault.KeyUnusable;
        }

        JwsKey.Vouch(key);
        return Check(key);
    }

    private static bool Refuse(JwsFault why, [NotNull] out JwsFault? fault)
    {
        fault = why;
        return false;
    }
}
