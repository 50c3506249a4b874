using System.Net;
using System.Text.RegularExpressions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>Titles and texts in the forms that other platforms have for them: a short line, and HTML.</summary>
internal static partial class FrameworkText
{
    private const char Cut = '…';

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"</(?:p|div|li|h[1-6])\s*>|<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    // No tag holds another one: so whatever is handed in is looked through once.
    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInId();

    /// <summary>On one line, whatever it was on.</summary>
    public static string Line(string text) => Space().Replace(text, " ").Trim();

    public static string Short(string text, int most) =>
        text.Length <= most ? text : (char.IsHighSurrogate(text[most - 2]) ? text[..(most - 2)] : text[..(most - 1)]).TrimEnd() + Cut;

    /// <summary>An id of a framework that a file names in words alone.</summary>
    public static string Id(string words)
    {
        var id = NotInId().Replace(words.ToLowerInvariant(), "-").Trim('-');
        return id.Length <= 63 ? id : id[..63].Trim('-');
    }

    /// <summary>Title and text as HTML: the title whole, because beside it stands one that may be cut.</summary>
    public static string Html(string title, string? text) =>
        string.Concat($"{title}\n{text}".TrimEnd('\n').Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    /// <summary>What an HTML text says, line by line.</summary>
    public static string Plain(string html)
    {
        var lines = Tag().Replace(LineEnd().Replace(Space().Replace(html, " "), "\n"), "").Split('\n');
        return string.Join('\n', lines.Select(line => Line(WebUtility.HtmlDecode(line)))).Trim('\n');
    }

    /// <summary>A title that may have been cut, and the text beside it, in which it may stand whole.</summary>
    public static (string Title, string? Text) Whole(string title, string html)
    {
        var (shown, plain) = (Line(title), Plain(html));
        var end = plain.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? plain : plain[..end];
        var isTitle = first == shown || (shown.EndsWith(Cut) && first.StartsWith(shown[..^1], StringComparison.Ordinal));
        var (whole, text) = isTitle ? (first, end < 0 ? "" : plain[(end + 1)..].Trim('\n')) : (shown, plain);
        return whole.Length <= Fences.Name ? (whole, text.Length == 0 ? null : text) : (Short(whole, Fences.Name), plain);
    }
}
