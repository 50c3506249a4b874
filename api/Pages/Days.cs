using System.Globalization;

namespace Portfolio.Api.Pages;

/// <summary>Days and times as people write them.</summary>
internal static class Days
{
    /// <summary>3 September 2025</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Wednesday 3 September 2025</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>3 Sep, where the year is clear and room is scarce.</summary>
    public static string Short(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>3 to 9 September 2025, or as much of both as it takes.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        from == to ? Day(from) : $"{from.ToString(from.Year != to.Year ? "d MMMM yyyy" : from.Month != to.Month ? "d MMMM" : "%d", CultureInfo.InvariantCulture)} to {Day(to)}";

    /// <summary>15:00</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One session, two sessions, 23 sessions: small numbers in words.</summary>
    public static string Count(int number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>Small numbers in words, as British English has it; larger ones in figures.</summary>
    public static string Number(int number) => number is >= 0 and < 10
        ? new[] { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" }[number]
        : number.ToString(CultureInfo.InvariantCulture);
}
