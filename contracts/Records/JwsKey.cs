using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal static class JwsKey
{
    public const int MinBits = 2048;

    // Larger keys are valid RSA and cost the verifier as much time as their sender likes.
    public const int MaxBits = 4096;

    public static JwsFault? WhyNot(RSA key)
    {
        try
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            return Bits(parameters.Modulus) is < MinBits or > MaxBits ? JwsFault.KeySizeRefused
                : IsUsual(parameters.Exponent) ? null
                : JwsFault.KeyExponentRefused;
        }
        catch (Exception refused) when (refused is CryptographicException or ObjectDisposedException)
        {
            return JwsFault.KeyUnusable;
        }
    }

    // From 65537 (NIST SP 800-56B) to what fits four bytes: with an exponent of 1 anybody could "sign".
    private static bool IsUsual(byte[]? exponent) =>
        exponent is { Length: 3 or 4 } && (exponent[^1] & 1) == 1 && exponent.AsSpan(0, exponent.Length - 2).ContainsAnyExcept((byte)0);

    private static int Bits(byte[]? modulus)
    {
        var digits = modulus.AsSpan().TrimStart((byte)0);
        return digits.IsEmpty ? 0 : digits.Length * 8 - byte.LeadingZeroCount(digits[0]);
    }
}
