using CsvHelper;

namespace Portfolio.Api.Sheets;

/// <summary>A sheet that is handed out: as UTF-8, of cells that no spreadsheet calculates.</summary>
internal static class SheetFile
{
    public const string Type = "text/csv";

    // The mark in front tells a spreadsheet that it is UTF-8.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static byte[] Write(IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows)
                csv.WriteRecord([.. row.Select(SheetCell.Neutral)]);
        }
        return bytes.ToArray();
    }
}
