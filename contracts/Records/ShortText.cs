using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portfolio.Contracts.Records;

// Texts that may stand in a record: one line, nothing invisible that could change how it reads.
internal static class ShortText
{
    private static readonly SearchValues<char> CodeLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    // RFC 3986 characters without the quote and backslash that no URL has.
    private static readonly SearchValues<char> UrlLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    public static bool Is(string? text, int longest = ClaimRules.LongestText)
    {
        if (string.IsNullOrEmpty(text) || text.Length > longest || text[0] == ' ' || text[^1] == ' ')
            return false;
        if (Ascii.IsValid(text))
            return !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            if (!Shows(text, i))
                return false;
        return true;
    }

    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= 40 } && !text.AsSpan().ContainsAnyExcept(CodeLetters);

    // Plain http is for a demonstration on the machine itself; nothing real is signed there.
    public static bool IsUrl(string? url) =>
        url is { Length: <= 500 } && !url.AsSpan().ContainsAnyExcept(UrlLetters)
        && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://localhost", StringComparison.Ordinal))
        && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Host == "localhost");

    public static bool IsDidWeb(string? did) =>
        did is { Length: > 8 and <= 300 } && did.StartsWith("did:web:", StringComparison.Ordinal)
        && !did.AsSpan(8).ContainsAnyExcept(DidLetters);

    private static readonly SearchValues<char> DidLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_:%");

    private static bool Shows(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
    {
        UnicodeCategory.SpaceSeparator => text[at] == ' ',
        // The joiners are part of how some names are written; the rest of the format characters can turn text round.
        UnicodeCategory.Format => text[at] is '\u200c' or '\u200d',
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}
