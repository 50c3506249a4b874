using System.Collections;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Portfolio.Api.Progress;

/// <summary>One A4 page that is written from top to bottom. What is too wide is cut with an ellipsis, never written over something else.</summary>
internal sealed class EvidencePaperPage : IDisposable
{
    private const double Left = 50, Right = 545, Bottom = 800;

    private static readonly XFont Plain = new(EvidencePaperFonts.Family, 8.5), Bold = new(EvidencePaperFonts.Family, 8.5, XFontStyleEx.Bold),
        Small = new(EvidencePaperFonts.Family, 7.5), Large = new(EvidencePaperFonts.Family, 16, XFontStyleEx.Bold), Middle = new(EvidencePaperFonts.Family, 10, XFontStyleEx.Bold);

    private readonly XGraphics graphics;
    private double y = 60;

    public EvidencePaperPage(PdfDocument document, string foot)
    {
        var page = document.AddPage();
        page.Size = PageSize.A4;
        graphics = XGraphics.FromPdfPage(page);
        Write($"{document.PageCount}   {foot}", Small, Left, 822, Right);
    }

    public void Title(string text) => Next(Large, text, 22);

    public void Heading(string text)
    {
        y += 8;
        Next(Middle, text, 5);
        graphics.DrawLine(XPens.Gray, Left, y, Right, y);
        y += 12;
    }

    public void Line(string text, bool bold = false, bool small = false)
    {
        var font = small ? Small : bold ? Bold : Plain;
        foreach (var line in Wrapped(text, font, Right - Left))
            Next(font, line, small ? 11 : 13);
    }

    public void Row(bool bold, params (string Text, double At)[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            Write(cells[i].Text, bold ? Bold : Plain, Left + cells[i].At, y, i + 1 < cells.Length ? Left + cells[i + 1].At - 6 : Right);
        y += 13;
    }

    public void More(int count, string what)
    {
        if (count > 0)
            Line($"… and {count} more {what} in the signed file.", small: true);
    }

    /// <summary>A QR code at the foot of the page, with what it leads to beside it.</summary>
    public void Code(List<BitArray> modules, string beside)
    {
        const double Side = 92;
        var (top, size) = (Bottom - Side, Side / modules.Count);
        for (var row = 0; row < modules.Count; row++)
            for (var column = 0; column < modules[row].Count; column++)
                if (modules[row][column])
                    graphics.DrawRectangle(XBrushes.Black, Left + (column * size), top + (row * size), size + 0.05, size + 0.05);
        y = top + 16;
        foreach (var line in beside.Split('\n'))
        {
            Write(line, Small, Left + Side + 10, y, Right);
            y += 11;
        }
    }

    public void Dispose() => graphics.Dispose();

    private void Next(XFont font, string text, double down)
    {
        Write(text, font, Left, y, Right);
        y += down;
    }

    private void Write(string text, XFont font, double x, double at, double until)
    {
        while (text.Length > 1 && graphics.MeasureString(text, font).Width > until - x)
            text = text.TrimEnd('…')[..^1] + "…";
        graphics.DrawString(text, font, XBrushes.Black, x, at);
    }

    private IEnumerable<string> Wrapped(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && graphics.MeasureString(longer, font).Width > width)
            {
                yield return line;
                longer = word;
            }
            line = longer;
        }
        yield return line;
    }
}
