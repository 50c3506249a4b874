using System.Collections;

namespace Portfolio.Api.Progress;

/// <summary>One A4 page that is written from top to bottom. What is too wide is cut with an ellipsis, never written over something else.</summary>
internal sealed class EvidencePaperPage
{
    private const double Left = 50, Right = 545, Bottom = 800;

    private sealed record Font(double Size, bool Bold = false);

    private static readonly Font Plain = new(8.5), Bold = new(8.5, true), Small = new(7.5), Large = new(16, true), Middle = new(10, true);

    private readonly PaperDocument document;
    private double y = 60;

    public EvidencePaperPage(PaperDocument document, string foot)
    {
        this.document = document;
        document.AddPage();
        Write($"{document.Pages}   {foot}", Small, Left, 822, Right);
    }

    public void Title(string text) => Next(Large, text, 22);

    public void Heading(string text)
    {
        y += 8;
        Next(Middle, text, 5);
        document.Line(Left, y, Right);
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
                    document.Square(Left + (column * size), top + (row * size), size + 0.05);
        y = top + 16;
        foreach (var line in beside.Split('\n'))
        {
            Write(line, Small, Left + Side + 10, y, Right);
            y += 11;
        }
    }

    private void Next(Font font, string text, double down)
    {
        Write(text, font, Left, y, Right);
        y += down;
    }

    private void Write(string text, Font font, double x, double at, double until)
    {
        while (text.Length > 1 && document.Width(text, font.Size, font.Bold) > until - x)
            text = text.TrimEnd('…')[..^1] + "…";
        document.Text(text, x, at, font.Size, font.Bold);
    }

    private IEnumerable<string> Wrapped(string text, Font font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && document.Width(longer, font.Size, font.Bold) > width)
            {
                yield return line;
                longer = word;
            }
            line = longer;
        }
        yield return line;
    }
}
