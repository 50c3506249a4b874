using System.Globalization;
using System.Net;
using System.Text;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Mahara;

/// <summary>What a record looks like in a journal. Pure: the same record, the same entry.</summary>
internal static class MaharaMapping
{
    private const int LongestTag = 128;

    public static MaharaEntry Entry(SignedRecord record, Delivered? before, string? folder)
    {
        var lines = Lines(record, before, folder);
        return new(Title(record), string.Join(" ·\n", lines.Select(line => $"{line.Label}: {Plain(line.Text)}")), Html(lines), Tags(record), FileName(record));
    }

    /// <summary>Short, in the title, and in no other version's: what the trainee's own token reads of an entry is its title alone.</summary>
    public static string Reference(Delivered delivered) => Reference(delivered.Id, delivered.Version);

    private static string Reference(Guid id, int version) => $"[{id.ToString("N")[^12..]}/{version.ToString(CultureInfo.InvariantCulture)}]";

    private static string Title(SignedRecord record) => $"{MaharaClaims.Name(record.Claim)}, {MaharaClaims.When(record.Claim)} {Reference(record.Id, record.Header.Version)}";

    private static List<(string Label, string Text)> Lines(SignedRecord record, Delivered? before, string? folder)
    {
        var header = record.Header;
        List<(string, string)> lines = [.. MaharaClaims.Facts(record.Claim), ("Signed", $"{MaharaClaims.Day(DateOnly.FromDateTime(header.ValidFrom.UtcDateTime))}, {header.Issuer.Name}"), ("Record", header.VersionId)];
        if (folder is not null)
            lines.Add(("Signed file", $"{FileName(record)}, in the folder “{folder}” of your files"));
        if (before is not null)
            lines.Add(("Replaces", $"version {before.Version.ToString(CultureInfo.InvariantCulture)}, which no longer holds and can be removed"));
        return lines;
    }

    public static MaharaFile File(SignedRecord record, MaharaEntry entry, string field) =>
        new(field, entry.FileName, record.Embedded is null ? "text/plain" : "application/json", record.Embedded ?? record.Jwt);

    // Tags of a service token hold letters of the Latin alphabet, digits, hyphens and underscores.
    private static IReadOnlyList<string> Tags(SignedRecord record) =>
        [.. record.Claim.Alignments.Select(item => item.Code).Prepend(record.Kind).Prepend("case-discussion-group").Select(Tag).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Tag(string text)
    {
        var tag = new StringBuilder(text.Length);
        foreach (var letter in text)
            tag.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '-');
        return tag.ToString(0, Math.Min(tag.Length, LongestTag)).Trim('-');
    }

    private static string FileName(SignedRecord record) =>
        $"record-{record.Id:D}-v{record.Header.Version.ToString(CultureInfo.InvariantCulture)}.{(record.Embedded is null ? "jwt" : "json")}";

    // Whatever could be markup is refused.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');

    private static string Html(List<(string Label, string Text)> lines)
    {
        var html = new StringBuilder("<ul>");
        foreach (var (label, text) in lines)
            html.Append("<li>").Append(label).Append(": ").Append(label == "Record" ? Link(text) : WebUtility.HtmlEncode(text)).Append("</li>");
        return html.Append("</ul>").ToString();
    }

    private static string Link(string url) => $"<a href=\"{WebUtility.HtmlEncode(url)}\">{WebUtility.HtmlEncode(url)}</a>";
}

/// <summary>An entry in a journal: as plain text for a service token and as HTML for the trainee's own, with the name of the signed file beside it.</summary>
internal sealed record MaharaEntry(string Title, string Text, string Html, IReadOnlyList<string> Tags, string FileName);
