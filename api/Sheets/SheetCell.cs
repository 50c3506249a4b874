using System.Globalization;
using System.Text;

namespace Portfolio.Api.Sheets;

internal static class SheetCell
{
    // = + - @ as a keyboard has them, then in other widths and positions. Dashes are found by their category.
    private const string Begins = "=+-@\uFF1D\uFE66\u207C\u208C\uFF0B\uFE62\u207A\u208A\uFB29\u2212\uFF0D\uFE63\u207B\u208B\uFF20\uFE6B";
    private const char Mark = '\'';

    /// <summary>
    /// A cell that no spreadsheet takes for a formula. White space and invisible characters in front are looked through, and a sign counts in
    /// every width and position that Unicode has for it, because programs differ in what they strip and fold.
    /// </summary>
    public static string Neutral(string cell)
    {
        if (cell.Length > 0 && (cell[0] is '\t' or '\r' or '\n' or Mark))
            return Mark + cell;
        var first = cell.EnumerateRunes().FirstOrDefault(rune => !IsNothingToSee(rune));
        return first != default && StartsFormula(first) ? Mark + cell : cell;
    }

    private static bool StartsFormula(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || (rune.IsBmp && Begins.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsNothingToSee(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
