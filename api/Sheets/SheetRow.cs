namespace Portfolio.Api.Sheets;

/// <summary>One row of a sheet, its cells trimmed, and the findings about it.</summary>
internal sealed class SheetRow(Sheet sheet, int line, string[] cells)
{
    private readonly List<string> wrong = [];

    public int Line => line;
    public bool Sound => wrong.Count == 0;
    public string this[string column] => cells[sheet.PlaceOf(column)];

    public bool IsWrong(string column) => wrong.Contains(column);

    public void Wrong(string column, string fix)
    {
        // One finding a cell: a date with a control character is not also an unreadable date.
        if (wrong.Contains(column))
            return;
        wrong.Add(column);
        sheet.Findings.Add(sheet.File, line, column, this[column], fix);
    }
}
