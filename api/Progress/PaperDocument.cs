using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Portfolio.Api.Progress;

/// <summary>A PDF of text, lines and black squares, in DejaVu Sans as the system has it (Debian `fonts-dejavu-core`). Its bytes follow from what is written on it alone.</summary>
internal sealed class PaperDocument : IDisposable
{
    private const string Folder = "/usr/share/fonts/truetype/dejavu";
    private const double Wide = 595, High = 842;

    private static readonly PdfPoint Corner = new(0, 0);

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfDocumentBuilder.AddedFont plain, bold;
    private readonly Dictionary<char, bool> known = [];
    private PdfPageBuilder page = null!;

    public PaperDocument() => (plain, bold) = (document.AddTrueTypeFont(File.ReadAllBytes(PathOf("DejaVuSans"))), document.AddTrueTypeFont(File.ReadAllBytes(PathOf("DejaVuSans-Bold"))));

    public static bool FontMissing => !File.Exists(PathOf("DejaVuSans")) || !File.Exists(PathOf("DejaVuSans-Bold"));

    public int Pages { get; private set; }

    public void AddPage() => (page, Pages) = (document.AddPage(Wide, High), Pages + 1);

    public double Width(string text, double size, bool heavy) =>
        page.MeasureText(Writable(text), size, Corner, heavy ? bold : plain) is [.., var last] ? last.EndBaseLine.X : 0;

    /// <summary>From the left and from the top of the page, in points.</summary>
    public void Text(string text, double x, double y, double size, bool heavy) => page.AddText(Writable(text), size, new(x, High - y), heavy ? bold : plain);

    public void Line(double x, double y, double until) => page.DrawLine(new(x, High - y), new(until, High - y), 0.5);

    public void Square(double x, double y, double size) => page.DrawRectangle(new(x, High - y - size), size, size, 0, fill: true);

    public byte[] Write(string title, string author, DateTimeOffset dated)
    {
        var day = $"D:{dated.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z";
        var about = document.DocumentInformation;
        (about.Title, about.Author, about.Creator, about.CreationDate, about.ModifiedDate) = (title, author, "Portfolio", day, day);
        return WithoutChance(document.Build());
    }

    public void Dispose() => document.Dispose();

    // The library draws a new identifier of the file each time: here it follows from what is before it.
    private static byte[] WithoutChance(byte[] file)
    {
        var at = file.AsSpan().LastIndexOf("/ID [ <"u8);
        var id = Convert.ToHexString(SHA256.HashData(file.AsSpan(0, at))[..16]);
        Encoding.ASCII.GetBytes($"/ID [ <{id}><{id}>]", file.AsSpan(at));
        return file;
    }

    // The library refuses a text that holds one character which the font does not have.
    private string Writable(string text) => string.Concat(text.Select(character => Knows(character) ? character : '?'));

    private bool Knows(char character)
    {
        if (known.TryGetValue(character, out var there))
            return there;
        try
        {
            page.MeasureText(character.ToString(), 10, Corner, plain);
            page.MeasureText(character.ToString(), 10, Corner, bold);
            return known[character] = true;
        }
        catch (InvalidOperationException)
        {
            return known[character] = false;
        }
    }

    private static string PathOf(string face) => Path.Combine(Folder, face + ".ttf");
}
