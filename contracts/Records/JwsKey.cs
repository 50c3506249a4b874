using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal static class JwsKey
{
    public const int MinBits = 2048;

    // Larger keys are valid RSA and cost the verifier as much time as their sender likes.
    public const int MaxBits = 4096;

    // Looking at a key's numbers costs five times as much as checking a signature with it.
    private static readonly ConditionalWeakTable<RSA, object> Good = [];

    public static JwsFault? WhyNot(RSA key)
    {
        if (Good.TryGetValue(key, out _))
            return null;
        try
        {
            var fault = WhyNot(key.ExportParameters(includePrivateParameters: false));
            if (fault is null)
                Vouch(key);
            return fault;
        }
        catch (Exception refused) when (refused is CryptographicException or ObjectDisposedException)
        {
            return JwsFault.KeyUnusable;
        }
    }

    // For a key whose numbers were looked at before it was made.
    public static void Vouch(RSA key) => Good.TryAdd(key, Good);

    public static JwsFault? WhyNot(RSAParameters publicKey) =>
        Bits(publicKey.Modulus) is < MinBits or > MaxBits ? JwsFault.KeySizeRefused
        : IsUsual(publicKey.Exponent.AsSpan().TrimStart((byte)0)) ? null
        : JwsFault.KeyExponentRefused;

    // From 65537 (NIST SP 800-56B) to what fits four bytes: with an exponent of 1 anybody could "sign".
    private static bool IsUsual(ReadOnlySpan<byte> exponent) => exponent.Length is 3 or 4 && (exponent[^1] & 1) == 1;

    private static int Bits(byte[]? modulus)
    {
        var digits = modulus.AsSpan().TrimStart((byte)0);
        return digits.IsEmpty ? 0 : digits.Length * 8 - byte.LeadingZeroCount(digits[0]);
    }
}
