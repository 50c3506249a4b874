using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Api.Progress;

/// <summary>
/// A PDF (ISO 32000) of text, lines and black squares, in DejaVu Sans as the system has it (Debian `fonts-dejavu-core`), so that every name can be written.
/// Its bytes follow from what is written on it alone.
/// </summary>
internal sealed class PaperDocument
{
    private const string Folder = "/usr/share/fonts/truetype/dejavu";

    private static readonly Lazy<PaperFont[]> Fonts = new(() => [new(File.ReadAllBytes(PathOf("DejaVuSans"))), new(File.ReadAllBytes(PathOf("DejaVuSans-Bold")))]);

    private readonly SortedDictionary<int, Rune>[] used = [[], []];
    private readonly List<StringBuilder> pages = [];
    private readonly ArrayBufferWriter<byte> file = new();
    private readonly List<int> places = [];

    public static bool FontMissing => !File.Exists(PathOf("DejaVuSans")) || !File.Exists(PathOf("DejaVuSans-Bold"));

    public int Pages => pages.Count;

    public void AddPage() => pages.Add(new());

    public static double Width(string text, double size, bool bold) => Fonts.Value[bold ? 1 : 0].Width(text, size);

    /// <summary>From the left and from the top of the page, in points.</summary>
    public void Text(string text, double x, double y, double size, bool bold)
    {
        var font = bold ? 1 : 0;
        var codes = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = Fonts.Value[font].Glyph(character);
            used[font].TryAdd(glyph, character);
            codes.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }
        Draw($"BT /F{font} {size} Tf {x} {842 - y} Td <{codes}> Tj ET");
    }

    public void Line(double x, double y, double until) => Draw($"0.5 G 0.5 w {x} {842 - y} m {until} {842 - y} l S");

    public void Square(double x, double y, double size) => Draw($"{x} {842 - y - size} {size} {size} re f");

    public byte[] Write(string title, string author, DateTimeOffset dated)
    {
        Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        const int FirstFont = 4, OfFont = 5;
        var firstPage = FirstFont + (2 * OfFont);
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{firstPage + (i * 2)} 0 R"))}] >>");
        var day = dated.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Object($"<< /Title {Told(title)} /Author {Told(author)} /Creator (Portfolio) /CreationDate (D:{day}Z) /ModDate (D:{day}Z) >>");
        for (var font = 0; font < 2; font++)
            WriteFont(font, FirstFont + (font * OfFont));
        for (var page = 0; page < pages.Count; page++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {firstPage + (page * 2) + 1} 0 R "
                + $"/Resources << /Font << /F0 {FirstFont} 0 R /F1 {FirstFont + OfFont} 0 R >> >> >>");
            Stream("", Encoding.ASCII.GetBytes(pages[page].ToString()));
        }
        var id = Convert.ToHexString(SHA256.HashData(file.WrittenSpan)[..16]);
        var start = file.WrittenCount;
        Raw($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Raw($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R /Info 3 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return file.WrittenSpan.ToArray();
    }

    private void WriteFont(int number, int first)
    {
        var font = Fonts.Value[number];
        var name = number == 0 ? "PORTFO+DejaVuSans" : "PORTFO+DejaVuSans-Bold";
        Object($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R >>");
        Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity "
            + $"/FontDescriptor {first + 2} 0 R /W [{string.Join(' ', used[number].Keys.Select(glyph => $"{glyph} [{font.Width(glyph)}]"))}] >>");
        Object($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} "
            + $"/CapHeight 729 /StemV 80 /FontFile2 {first + 3} 0 R >>");
        var outlines = font.With(used[number].Keys);
        Stream($"/Length1 {outlines.Length} ", outlines);
        // So that what stands on the paper can be searched and copied.
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in used[number].Chunk(100))
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n")
                .AppendJoin('\n', some.Select(each => $"<{each.Key:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(each.Value.ToString()))}>")).Append("\nendbfchar\n");
        Stream("", Encoding.ASCII.GetBytes(map.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString()));
    }

    private void Draw(FormattableString act) => pages[^1].Append(act.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Object(string content)
    {
        places.Add(file.WrittenCount);
        Raw($"{places.Count} 0 obj\n{content}\nendobj\n");
    }

    private void Stream(string more, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(content);
        places.Add(file.WrittenCount);
        Raw($"{places.Count} 0 obj\n<< {more}/Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
        file.Write(packed.ToArray());
        Raw("\nendstream\nendobj\n");
    }

    private void Raw(string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static string Told(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string PathOf(string face) => Path.Combine(Folder, face + ".ttf");
}
