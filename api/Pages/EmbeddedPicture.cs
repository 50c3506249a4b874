using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>The year as one SVG: the bars, the months with their marks and the key, with the whole of it in words as its title and description.</summary>
internal static class EmbeddedPicture
{
    private const int Width = 720, Margin = 16, RuleHeight = 46, MonthHeight = 30, Columns = 2, Step = 24;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Where a browser takes it as an image; opened by itself it has the light colours of its attributes if a policy in between forbids even this.
    private const string Style = """
        text{font-family:Arial,Helvetica,sans-serif;font-size:15px}.b{font-weight:bold}.h{font-size:19px}
        @media (prefers-color-scheme:dark){.page{fill:#212b32}text{fill:#fff}.trough{fill:#212b32;stroke:#aeb7bd}.have{fill:#7cb5ec}.line{stroke:#4c6272}
        .app-mark-good{fill:#5cc689}.app-mark-good-line{fill:#212b32;stroke:#5cc689}.app-mark-on{stroke:#212b32}.app-mark-best{fill:#7cb5ec}.app-mark-bad{fill:#212b32;stroke:#ff9a8f}
        .app-mark-bad-line{stroke:#ff9a8f}.app-mark-quiet,.app-mark-dots{fill:#212b32;stroke:#aeb7bd}.app-mark-quiet-line{stroke:#aeb7bd}}
        """;

    /// <summary>Its own style and nothing else, wherever it is opened by itself.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>A picture and its size.</summary>
    internal sealed record Drawn(byte[] Svg, int Width, int Height)
    {
        /// <summary>As large as is asked for at the most, in its own proportions. What is no number asks for nothing.</summary>
        public (int Width, int Height) Within(string? maxWidth, string? maxHeight)
        {
            var by = Math.Min(1, Math.Min(Share(maxWidth, Width), Share(maxHeight, Height)));
            return (Math.Max(1, (int)(Width * by)), Math.Max(1, (int)(Height * by)));
        }

        private static double Share(string? most, int own) =>
            int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? (double)pixels / own : 1;
    }

    public static string Alternative(EmbeddedProgress year) =>
        string.Join(' ', [$"{Named(year)}.", .. year.Rules.Select(rule => $"{rule.Title}: {rule.Amount}, {rule.StateWords.ToLowerInvariant()}."), year.Summary]);

    public static Drawn Draw(EmbeddedProgress year)
    {
        var (body, y) = (new List<XElement>(), 8);
        foreach (var line in Lines(Named(year), 62))
            body.Add(Text(Margin, y += 24, line, "b h"));
        y += 20;
        foreach (var rule in year.Rules)
        {
            var share = rule.Need > 0 ? Math.Clamp((double)(rule.Have / rule.Need), 0, 1) : 1;
            foreach (var (at, line) in Lines($"{rule.Title}: {rule.Amount}, {rule.StateWords.ToLowerInvariant()}", 85).Index())
                body.Add(Text(Margin, (y += at > 0 ? 18 : 0) + 14, line));
            body.Add(Box("trough", Margin, y + 20, Width - (2 * Margin), "#ffffff", "#4c6272"));
            if (share > 0)
                body.Add(Box("have", Margin, y + 20, (Width - (2 * Margin)) * share, "#005eb8", null));
            y += RuleHeight;
        }
        var rows = (year.Months.Count + Columns - 1) / Columns;
        foreach (var (place, month) in year.Months.Index())
        {
            // Down the first column, then down the second, as a year is read.
            var (left, top) = (Margin + (place / Math.Max(rows, 1) * ((Width - Margin) / Columns)), y + 10 + (place % Math.Max(rows, 1) * MonthHeight));
            body.Add(Text(left, top + 16, month.Name, "b"));
            // Whoever belongs to several groups has more marks in a month than there is room for side by side: they overlap.
            var step = Math.Min(Step, (((Width - Margin) / Columns) - 84 - Step) / Math.Max(1, month.Sessions.Count - 1));
            body.AddRange(month.Sessions.Select((session, at) => MarkAt(session.Mark, left + 84 + (at * step), top, $"{session.Day}: {session.Words}")));
        }
        y += 22 + (rows * MonthHeight);
        foreach (var (place, kind) in year.Key.Index())
        {
            var (left, top) = (Margin + (place % Columns * ((Width - Margin) / Columns)), y + (place / Columns * MonthHeight));
            body.Add(MarkAt(kind.Mark, left, top, null));
            body.Add(Text(left + 28, top + 16, $"{kind.Count} {kind.Words}"));
        }
        y += ((year.Key.Count + Columns - 1) / Columns * MonthHeight) + Margin;
        var svg = new XElement(Svg + "svg", new XAttribute("viewBox", $"0 0 {Width} {y}"), new XAttribute("width", Width), new XAttribute("height", y), new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "t d"), new XAttribute("lang", year.Language), new XElement(Svg + "title", new XAttribute("id", "t"), Named(year)),
            new XElement(Svg + "desc", new XAttribute("id", "d"), Alternative(year)), new XElement(Svg + "style", Style),
            new XElement(Svg + "rect", new XAttribute("class", "page"), new XAttribute("width", Width), new XAttribute("height", y), new XAttribute("fill", "#ffffff")), body);
        return new(Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting)), Width, y);
    }

    /// <summary>As many lines as it takes: SVG breaks none by itself. A word longer than a line keeps one of its own.</summary>
    private static List<string> Lines(string text, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return lines;
    }

    private static string Named(EmbeddedProgress year) => $"{year.Title}: {year.StateWords}";

    private static XElement MarkAt(string mark, int x, int y, string? words) => new(
        Svg + "svg", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", 21), new XAttribute("height", 21), new XAttribute("viewBox", "0 0 24 24"),
        words is null ? null : new XElement(Svg + "title", words), MarkShapes.Of(mark).Select(shape => shape.ToElement(Svg)));

    private static XElement Text(double x, double y, string words, string? look = null) => new(
        Svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("fill", "#212b32"), look is null ? null : new XAttribute("class", look), words);

    private static XElement Box(string look, double x, double y, double width, string fill, string? line) => new(
        Svg + "rect", new XAttribute("class", look), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", Math.Round(width, 1).ToString(CultureInfo.InvariantCulture)),
        new XAttribute("height", 14), new XAttribute("fill", fill), line is null ? null : new XAttribute("stroke", line));
}
