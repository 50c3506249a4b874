using System.Buffers.Text;

namespace Portfolio.Contracts.Records;

// The base library finds a lone surrogate only when a string is read, and then with another exception; an escaped NUL not at all.
internal static class JsonEscapes
{
    private const int Low = 0xDC00;

    public static JsonFault? FirstFault(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOf((byte)'\\') is >= 0 and var at)
        {
            utf8 = utf8[at..];
            if (Unit(utf8) is not { } unit)
            {
                utf8 = utf8[Math.Min(2, utf8.Length)..];
                continue;
            }

            if (unit == 0)
                return JsonFault.NulCharacter;
            var pair = char.IsHighSurrogate((char)unit) && Unit(utf8[6..]) is >= Low and <= 0xDFFF;
            if (char.IsSurrogate((char)unit) && !pair)
                return JsonFault.LoneSurrogate;
            utf8 = utf8[(pair ? 12 : 6)..];
        }

        return null;
    }

    private static int? Unit(ReadOnlySpan<byte> utf8) =>
        utf8.Length >= 6 && utf8.StartsWith("\\u"u8)
            && Utf8Parser.TryParse(utf8.Slice(2, 4), out ushort unit, out var read, 'X') && read == 4
            ? unit
            : null;
}
