using System.Text;

namespace Portfolio.Tests.Privacy;

/// <summary>Every byte of every file under a folder, for texts however they are written.</summary>
internal static class FolderScan
{
    public static List<string> Of(string folder, IReadOnlyList<string> texts)
    {
        byte[][] needles = [.. texts.SelectMany(Written)];
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file) is { Exists: true, Length: > 0 }).ToList();
        Assert.NotEmpty(files);
        return [.. files.Where(file => Holds(file, needles))];
    }

    /// <summary>In three spellings and three encodings, in base64 wherever it begins, in hexadecimal.</summary>
    public static IEnumerable<byte[]> Written(string text)
    {
        foreach (var spelling in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant() }.Distinct())
        {
            var utf8 = Encoding.UTF8.GetBytes(spelling);
            yield return utf8;
            yield return Encoding.Unicode.GetBytes(spelling);
            yield return Encoding.BigEndianUnicode.GetBytes(spelling);
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8));
            foreach (var shift in new[] { 0, 1, 2 })
                if (InBase64(utf8, shift) is { Length: > 5 } inside)
                    yield return Encoding.ASCII.GetBytes(inside);
        }
    }

    // The characters of base64 that hang on these bytes alone, whatever stands before and after.
    private static string InBase64(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        var from = (shift * 8 + 5) / 6;
        var to = (shift + bytes.Length) * 8 / 6;
        return text[from..Math.Min(to, text.Length)];
    }

    private static bool Holds(string file, byte[][] needles)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The server removes its temporary files while it runs.
            return false;
        }
    }
}
