using System.Globalization;

namespace Portfolio.Contracts.Records;

// Times in records: whole seconds in UTC, one spelling.
internal static class RecordTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    public static DateOnly? ReadDay(string? text) =>
        Read(text) is { TimeOfDay.Ticks: 0 } time ? DateOnly.FromDateTime(time.DateTime) : null;
}
