namespace Portfolio.Api.Sheets;

/// <summary>The bytes of a sheet, within the limit, in an encoding that can be UTF-8.</summary>
internal static class SheetBytes
{
    public const int Most = 20 * 1024 * 1024;

    /// <summary>The whole sheet, or null with a finding when it is too large or plainly not UTF-8.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(Stream content, string file, Findings findings, CancellationToken stop)
    {
        using var read = new MemoryStream();
        var piece = new byte[81920];
        for (int got; (got = await content.ReadAsync(piece, stop)) > 0;)
        {
            var room = Most - (int)read.Length;
            read.Write(piece, 0, Math.Min(got, room));
            if (got > room)
            {
                findings.Add(file, LineAtEnd(read), "", "more than 20 MB",
                    "at most 20 MB in one sheet: this line is where that ends; import the rest as a second sheet");
                return null;
            }
        }
        var bytes = read.GetBuffer().AsMemory(0, (int)read.Length);
        if (!IsWide(bytes.Span))
            return bytes;
        findings.Add(file, 1, "", "UTF-16 or UTF-32", "save the sheet as UTF-8 (a byte order mark is fine)");
        return null;
    }

    private static int LineAtEnd(MemoryStream read) => 1 + read.GetBuffer().AsSpan(0, (int)read.Length).Count((byte)'\n');

    // Without this a sheet of two bytes a character would be a hundred findings about control characters.
    private static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..];
}
