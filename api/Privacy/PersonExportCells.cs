using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Privacy;

/// <summary>A value of the database as JSON has it and as a cell of a sheet has it.</summary>
internal static class PersonExportCells
{
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

    public static string Neutral(string cell) => SheetCell.Neutral(cell);

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
