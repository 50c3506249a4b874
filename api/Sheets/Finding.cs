using System.Globalization;
using System.Text;

namespace Portfolio.Api.Sheets;

/// <summary>
/// One thing wrong in a sheet: where it is, what is there and what would be right. It quotes cells, names among them, so it goes to
/// whoever handed the sheet in and never to a log.
/// </summary>
/// <param name="File">The sheet's name as it was handed in.</param>
/// <param name="Line">Physical line in the file, from 1; a row that spans lines is named by its first.</param>
/// <param name="Column">The header's name, empty when the whole line or file is meant.</param>
/// <param name="Value">The cell as it stands, shortened, with control characters made visible.</param>
/// <param name="Fix">What would be right, in plain words.</param>
internal sealed record Finding(string File, int Line, string Column, string Value, string Fix)
{
    private const int LongestValue = 60;

    public static Finding At(string file, int line, string column, string value, string fix) =>
        new(file, line, column, Shown(value), fix);

    public static string Shown(string value)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= LongestValue)
                return shown.Append('…').ToString();
            if (SheetText.IsAllowed(rune))
                shown.Append(rune);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }
        return shown.ToString();
    }
}
