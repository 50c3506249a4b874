using PdfSharp.Fonts;

namespace Portfolio.Api.Progress;

/// <summary>The font of evidence packs on paper: DejaVu Sans as the system has it (Debian `fonts-dejavu-core`), so that every name can be written.</summary>
internal sealed class EvidencePaperFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";
    private const string Folder = "/usr/share/fonts/truetype/dejavu";

    private static readonly Lock Once = new();

    public static bool Missing => !File.Exists(PathOf("DejaVuSans")) || !File.Exists(PathOf("DejaVuSans-Bold"));

    /// <summary>PDFsharp knows one resolver for the whole process.</summary>
    public static void Use()
    {
        lock (Once)
            GlobalFontSettings.FontResolver ??= new EvidencePaperFonts();
    }

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(PathOf(faceName));

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? "DejaVuSans-Bold" : "DejaVuSans");

    private static string PathOf(string face) => Path.Combine(Folder, face + ".ttf");
}
