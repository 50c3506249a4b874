using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Api.People;

/// <summary>An authenticator's codes: RFC 6238 with SHA-1, six digits and periods of 30 seconds, which is what every authenticator takes.</summary>
internal static class SignInPeriods
{
    private const int Seconds = 30, Digits = 6;

    // A clock that is a period off is still taken.
    private static readonly long[] Near = [0, -1, 1];

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The period whose code this is, if it is later than the last that was taken.</summary>
    public static long? Of(byte[] secret, string? code, DateTimeOffset now, long last)
    {
        if (code is null)
            return null;
        var given = Encoding.ASCII.GetBytes(Plain(code));
        long? found = null;
        foreach (var period in Near.Select(near => (now.ToUnixTimeSeconds() / Seconds) + near))
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, period)), given) && period > last)
                found ??= period;
        return found;
    }

    public static string Code(byte[] secret, long period)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, period);
#pragma warning disable CA5350 // The algorithm is the authenticators', and an HMAC does not need collision resistance.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString(new string('0', Digits), CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(byte[] secret, string account) =>
        $"otpauth://totp/Portfolio:{Uri.EscapeDataString(account)}?secret={Base32(secret)}&issuer=Portfolio&algorithm=SHA1&digits={Digits}&period={Seconds}";

    /// <summary>The secret as somebody types it who cannot scan.</summary>
    public static string Base32(byte[] bytes)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(bytes.Select(part => part.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(Enumerable.Range(0, (bits.Length + 4) / 5).Select(at => Letters[Convert.ToInt32(bits.Substring(at * 5, Math.Min(5, bits.Length - (at * 5))).PadRight(5, '0'), 2)]));
    }

    /// <summary>People type what they see, spaces included.</summary>
    public static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));
}
