namespace Portfolio.Api.Progress;

internal static class ClockStops
{
    public static bool Contain(this IReadOnlyList<ClockStopFact> stops, DateOnly day)
    {
        foreach (var stop in stops)
            if (stop.From <= day && (stop.To is null || day <= stop.To)) return true;
        return false;
    }

    // A stop that begins after the date, as moved so far, no longer reaches it. An open one has lasted until the day we look.
    public static DateOnly Move(DateOnly date, IReadOnlyList<ClockStopFact> stops, DateOnly asOf) =>
        stops.OrderBy(stop => stop.From).Aggregate(date, (moved, stop) => stop.From <= moved ? moved.AddDays(Days(stop, asOf)) : moved);

    /// <summary>What of them lies on a day or after it.</summary>
    public static IEnumerable<ClockStopFact> Since(IReadOnlyList<ClockStopFact> stops, DateOnly day, DateOnly asOf) =>
        stops.Where(stop => (stop.To ?? asOf) >= day).Select(stop => stop.From < day ? stop with { From = day } : stop);

    private static int Days(ClockStopFact stop, DateOnly asOf) =>
        Math.Max(0, (stop.To ?? asOf).DayNumber - stop.From.DayNumber + 1);
}
