using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Rfc4648 = System.Buffers.Text.Base64Url;

namespace Portfolio.Contracts.Records;

// The base library forgives padding, white space and stray bits, which would give one signature many spellings.
internal static class Base64Url
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public static string Encode(ReadOnlySpan<byte> bytes) => Rfc4648.EncodeToString(bytes);

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = IsCanonical(text) ? Rfc4648.DecodeFromChars(text) : null;
        return bytes is not null;
    }

    private static bool IsCanonical(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(Letters))
            return false;
        var unusedBits = (text.Length % 4) switch { 0 => 0, 2 => 0b1111, 3 => 0b11, _ => -1 };
        return unusedBits == 0 || (unusedBits > 0 && (Alphabet.IndexOf(text[^1], StringComparison.Ordinal) & unusedBits) == 0);
    }
}
