using System.Globalization;
using System.Text.RegularExpressions;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Sheets;

/// <summary>
/// Reads one cell as a type. What cannot be read is a finding and comes back as the type's default: ask <see cref="SheetRow.Sound"/>.
/// </summary>
internal static partial class Cells
{
    public const int LongestKey = 100;
    public const int LongestName = 200;

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._/@+-]*\z")]
    private static partial Regex KeyShape();

    public static string Text(this SheetRow row, string column, int longest = LongestName)
    {
        var cell = row[column];
        if (cell.Length == 0)
            row.Wrong(column, "not empty");
        else if (cell.Length > longest)
            row.Wrong(column, $"at most {longest} characters");
        else if (!ShortText.Is(cell, longest))
            row.Wrong(column, "letters, digits and signs that can be seen, on one line");
        return cell;
    }

    public static string? TextOrNone(this SheetRow row, string column, int longest = LongestName) =>
        row[column].Length == 0 ? null : row.Text(column, longest);

    /// <summary>The programme's own id for a person, such as P008.</summary>
    public static string Key(this SheetRow row, string column)
    {
        var key = row.Text(column, LongestKey);
        if (key.Length > 0 && !KeyShape().IsMatch(key))
            row.Wrong(column, "letters, digits and . _ - / @ + without spaces, such as P008");
        return key;
    }

    public static string? KeyOrNone(this SheetRow row, string column) => row[column].Length == 0 ? null : row.Key(column);

    public static DateOnly Date(this SheetRow row, string column)
    {
        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= Fences.FirstDay && date <= Fences.LastDay)
            return date;
        row.Wrong(column, $"a day that exists, written yyyy-MM-dd, from {Fences.FirstDay.Year} to {Fences.LastDay.Year}, such as 2024-09-04");
        return default;
    }

    public static DateOnly? DateOrNone(this SheetRow row, string column) => row[column].Length == 0 ? null : row.Date(column);

    public static TimeOnly Time(this SheetRow row, string column)
    {
        if (TimeOnly.TryParseExact(row[column], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        row.Wrong(column, "a time of day written HH:mm, such as 15:00");
        return default;
    }

    public static int Whole(this SheetRow row, string column, int least, int most)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        row.Wrong(column, $"a whole number from {least} to {most}");
        return default;
    }

    public static int? WholeOrNone(this SheetRow row, string column, int least, int most) =>
        row[column].Length == 0 ? null : row.Whole(column, least, most);

    /// <summary>A share of full time: more than 0, at most 1, two decimals.</summary>
    public static decimal? ShareOrNone(this SheetRow row, string column)
    {
        if (row[column].Length == 0)
            return null;
        if (row[column].Length <= 6
            && decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and <= 1 && decimal.Round(share, 2) == share)
            return share;
        row.Wrong(column, "more than 0 and at most 1 with up to two decimals, such as 0.6");
        return null;
    }

    public static string Code(this SheetRow row, string column, IReadOnlyList<string> codes)
    {
        if (codes.Contains(row[column]))
            return row[column];
        row.Wrong(column, $"one of {string.Join(", ", codes)}");
        return "";
    }

    /// <summary>For a cell that must stand empty here.</summary>
    public static void Empty(this SheetRow row, string column, string because)
    {
        if (row[column].Length > 0)
            row.Wrong(column, $"empty: {because}");
    }
}
