using System.Diagnostics.CodeAnalysis;

namespace Portfolio.Contracts.Records;

internal static class Base58
{
    // A signature needs 88; the work grows with the square of the length, so a longer text is not worth reading.
    public const int MaxLength = 128;

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MaxLength / 2 + 16);
        var zeros = LeadingZeros(bytes);
        Span<byte> digits = stackalloc byte[MaxLength];
        var count = Convert(bytes[zeros..], 256, digits, 58);
        Span<char> text = stackalloc char[zeros + count];
        text[..zeros].Fill('1');
        for (var i = 0; i < count; i++)
            text[zeros + i] = Alphabet[digits[count - 1 - i]];
        return new string(text);
    }

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length > MaxLength)
            return false;
        Span<byte> digits = stackalloc byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Alphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (digit < 0)
                return false;
            digits[i] = (byte)digit;
        }

        var zeros = LeadingZeros(digits);
        Span<byte> reversed = stackalloc byte[MaxLength];
        var count = Convert(digits[zeros..], 58, reversed, 256);
        bytes = new byte[zeros + count];
        reversed[..count].CopyTo(bytes.AsSpan(zeros));
        bytes.AsSpan(zeros).Reverse();
        return true;
    }

    private static int LeadingZeros(ReadOnlySpan<byte> digits) =>
        digits.IndexOfAnyExcept((byte)0) is >= 0 and var first ? first : digits.Length;

    // Least significant digit first.
    private static int Convert(ReadOnlySpan<byte> from, int fromBase, Span<byte> to, int toBase)
    {
        var count = 0;
        foreach (var digit in from)
        {
            int carry = digit;
            for (var i = 0; i < count || carry > 0; i++)
            {
                if (i == count)
                    to[count++] = 0;
                carry += to[i] * fromBase;
                to[i] = (byte)(carry % toBase);
                carry /= toBase;
            }
        }

        return count;
    }
}
