using System.Globalization;
using System.Text;

namespace Portfolio.Api.Sheets;

/// <summary>Which characters a cell may hold.</summary>
internal static class SheetText
{
    public const int LongestCell = 1000;
    public const int LongestProse = 20_000;

    /// <summary>What is wrong with the characters of a cell, or null.</summary>
    public static string? WhyNot(string cell, bool prose = false)
    {
        if (cell.Length > (prose ? LongestProse : LongestCell))
            return $"at most {(prose ? LongestProse : LongestCell)} characters in a cell";
        foreach (var rune in cell.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return "save the sheet as UTF-8 and type this character again: it is not readable as UTF-8";
            if (!IsAllowed(rune) && !(prose && rune.Value is ('\r' or '\n' or '\t')))
                return "one line of plain text: take out line breaks, control and direction characters";
        }
        return null;
    }

    public const string Quoting = "a cell with quotation marks is quoted as a whole, on one line, and the marks inside it are doubled";

    public static bool IsWellQuoted(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'"'))
            return true;
        if (raw is not [(byte)'"', .. var inside, (byte)'"'])
            return false;
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '"' && (++i == inside.Length || inside[i] != '"'))
                return false;
        }
        return true;
    }

    public static bool IsAllowed(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned)
        && !TurnsText(rune.Value);

    // Direction overrides make a name read as another name on a page or in a certificate.
    private static bool TurnsText(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
