using System.Diagnostics.CodeAnalysis;

namespace Portfolio.Contracts.Records;

// W3C Controlled Identifiers 1.0, section 2.4: the first character names the alphabet.
internal static class Multibase
{
    public static string EncodeBase58(ReadOnlySpan<byte> bytes) => $"z{Base58.Encode(bytes)}";

    public static string EncodeBase64Url(ReadOnlySpan<byte> bytes) => $"u{Base64Url.Encode(bytes)}";

    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return text is ['z', ..] ? Base58.TryDecode(text.AsSpan(1), out bytes)
            : text is ['u', ..] && Base64Url.TryDecode(text.AsSpan(1), out bytes);
    }
}
