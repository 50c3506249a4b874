using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portfolio.Api.Privacy;

/// <summary>A value of the database as JSON has it and as a cell of a sheet has it.</summary>
internal static class PersonExportCells
{
    // = + - @ as a keyboard has them, then in other widths and positions. Dashes are found by their category.
    private const string Begins = "=+-@\uFF1D\uFE66\u207C\u208C\uFF0B\uFE62\u207A\u208A\uFB29\u2212\uFF0D\uFE63\u207B\u208B\uFF20\uFE6B";
    private const char Mark = '\'';

    public static JsonNode? Json(object? value) => value switch
    {
        null or DBNull => null,
        bool truth => JsonValue.Create(truth),
        short or int or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        decimal number => JsonValue.Create(number),
        string[] texts => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
        short[] numbers => new JsonArray([.. numbers.Select(number => JsonValue.Create((long)number))]),
        _ => JsonValue.Create(Text(value)),
    };

    /// <summary>As a cell: what a spreadsheet would calculate gets an apostrophe in front.</summary>
    public static string Cell(object? value) => value switch
    {
        null or DBNull => "",
        string[] texts => Neutral(string.Join(' ', texts)),
        short[] numbers => string.Join(' ', numbers),
        _ => Neutral(Text(value)),
    };

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

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTime time => new DateTimeOffset(time, TimeSpan.Zero).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
