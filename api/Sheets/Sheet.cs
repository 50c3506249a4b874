using System.Text;
using CsvHelper;

namespace Portfolio.Api.Sheets;

/// <summary>One CSV sheet: comma-separated UTF-8 with a header, of which every column is known and none is missing.</summary>
internal sealed class Sheet
{
    private const int MostColumns = 100;

    // Told outright, because the reader would otherwise guess them. No cell of our own sheets spans lines, and a quotation mark
    // that is never closed must not swallow the rest of the sheet.
    private static CsvReaderOptions Options(bool prose) => new()
    {
        Separator = ',',
        HasHeader = false,
        DetectSeparatorHint = false,
        AllowLineBreaksInQuotes = prose,
        TrackLineNumbers = true,
        PoolStrings = true,
    };

    private readonly ReadOnlyMemory<byte>? bytes;
    private readonly IReadOnlyList<string> columns;
    private readonly bool prose;
    private Dictionary<string, int> places = [];

    private Sheet(string file, ReadOnlyMemory<byte>? bytes, IReadOnlyList<string> columns, Findings findings, bool prose) =>
        (File, this.bytes, this.columns, Findings, this.prose) = (file, bytes, columns, findings, prose);

    public string File { get; }
    public Findings Findings { get; }

    /// <summary>False when a row or the whole sheet could not be taken apart: what is not in it may only have been unreadable.</summary>
    public bool Complete { get; private set; } = true;

    /// <param name="prose">A sheet of somebody else's making, with texts: its cells may be long and have several lines.</param>
    public static async Task<Sheet> Open(
        Stream content, string file, IReadOnlyList<string> columns, Findings findings, CancellationToken stop, bool prose = false)
    {
        findings.Open(file);
        return new(file, await SheetBytes.Read(content, file, findings, stop), columns, findings, prose);
    }

    /// <summary>The header's names, for a sheet whose columns are not known before.</summary>
    public static string[] Header(ReadOnlyMemory<byte> content)
    {
        using var csv = CsvReader.Create(content, Options(prose: false));
        return csv.Read() ? CellsOf(csv) : [];
    }

    /// <summary>The rows in order, blank ones left out; a row with too few or too many cells becomes a finding.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        if (bytes is not { } content)
        {
            Complete = false;
            yield break;
        }
        using var csv = CsvReader.Create(content, Options(prose));
        var names = csv.Read() ? CellsOf(csv) : [];
        Complete = SheetHeader.IsRight(names, columns, this, Math.Max(1, (int)csv.LineNumber));
        if (!Complete)
            yield break;
        places = names.Index().ToDictionary(n => n.Item, n => n.Index);
        while (csv.Read())
        {
            if (Row(csv, names) is { } row)
                yield return row;
        }
    }

    public int PlaceOf(string column) => places[column];

    private SheetRow? Row(CsvReader csv, string[] names)
    {
        var line = (int)csv.LineNumber;
        if (csv.FieldCount != names.Length)
        {
            if (csv.RawRecord.ContainsAnyExcept(", "u8))
                Refuse(csv, names, line);
            return null;
        }
        var cells = CellsOf(csv);
        if (cells.All(c => c.Length == 0))
            return null;
        var row = new SheetRow(this, line, cells);
        for (var i = 0; i < cells.Length; i++)
        {
            if (SheetText.WhyNot(cells[i], prose) is { } why)
                row.Wrong(names[i], why);
            else if (!SheetText.IsWellQuoted(csv.GetRawSpan(i)))
                row.Wrong(names[i], SheetText.Quoting);
        }
        return row;
    }

    private void Refuse(CsvReader csv, string[] names, int line)
    {
        Complete = false;
        for (var i = 0; i < Math.Min(csv.FieldCount, names.Length); i++)
        {
            if (!SheetText.IsWellQuoted(csv.GetRawSpan(i)))
            {
                Findings.Add(File, line, names[i], csv.GetString(i), SheetText.Quoting);
                return;
            }
        }
        var start = Encoding.UTF8.GetString(csv.RawRecord[..Math.Min(csv.RawRecord.Length, 300)]);
        Findings.Add(File, line, csv.FieldCount < names.Length ? names[csv.FieldCount] : "", start,
            $"{names.Length} cells, as in the header; this row has {csv.FieldCount}");
    }

    private static string[] CellsOf(CsvReader csv)
    {
        // A row of a million commas is no sheet of ours: one more than the most is enough to say so.
        var cells = new string[Math.Min(csv.FieldCount, MostColumns + 1)];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = csv.GetString(i).Trim();
        return cells;
    }
}
