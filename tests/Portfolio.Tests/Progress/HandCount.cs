using System.Globalization;

namespace Portfolio.Tests.Progress;

// The paper year counted a second time, line by line from its sheets and by other means: nothing here calls what it checks.
internal sealed class HandCount
{
    private readonly List<Dictionary<string, string>> placements, lines, stops;
    private readonly DateOnly day;

    public HandCount(string trainee, DateOnly day)
    {
        this.day = day;
        placements = [.. PaperYear.Rows("people.csv").Where(row => row["person_id"] == trainee)];
        stops = [.. PaperYear.Rows("clock-stops.csv").Where(row => row["person_id"] == trainee && Date(row["from"]) <= day)];
        lines = [.. PaperYear.Rows("registers.csv").Where(row => row["person_id"] == trainee && row["attendance"] is "present" or "partial")
            .Where(row => Date(row["session_date"]) <= day).OrderBy(row => row["session_date"], StringComparer.Ordinal)];
    }

    public IEnumerable<Dictionary<string, string>> Placements => placements;

    /// <summary>Lines of at least so many minutes.</summary>
    public List<Dictionary<string, string>> Lines(int minutes) => [.. lines.Where(row => int.Parse(row["minutes_attended"], CultureInfo.InvariantCulture) >= minutes)];

    /// <summary>Of the stops that have begun, to the end that was announced.</summary>
    public int StoppedDays => stops.Sum(stop => Date(stop["to"]).DayNumber - Date(stop["from"]).DayNumber + 1);

    /// <summary>The days of sessions that can still be attended until a day: those of the sheets, and weekly ones from where they end.</summary>
    public List<DateOnly> Left(DateOnly until)
    {
        var scheduled = PaperYear.Rows("registers.csv").Where(row => placements.Exists(placement =>
                placement["group"] == row["group"] && string.CompareOrdinal(placement["from"], row["session_date"]) <= 0 && string.CompareOrdinal(row["session_date"], placement["to"]) <= 0))
            .Select(row => Date(row["session_date"])).Distinct().Order().ToList();
        var own = scheduled.Where(date => date > day && Works(date));
        var from = scheduled[^1] > day ? scheduled[^1] : day;
        var weekly = Enumerable.Range(1, 200).Select(week => from.AddDays(7 * week));
        return [.. own.Concat(weekly).Where(date => date <= until && !Stopped(date))];
    }

    /// <summary>The day of the first session that cannot be missed any more; nothing where enough is there, or too little left already.</summary>
    public static DateOnly? NotPossibleOn(List<DateOnly> left, int needed, DateOnly until) =>
        needed <= 0 || needed > left.Count ? null : left[^needed] < until.AddDays(1) ? left[^needed] : until.AddDays(1);

    private bool Works(DateOnly date)
    {
        var placement = placements.First(row => Date(row["from"]) <= date && date <= Date(row["to"]));
        return placement["working_days"].Split(' ').Contains(date.DayOfWeek.ToString()[..3]);
    }

    private bool Stopped(DateOnly date) => stops.Exists(stop => Date(stop["from"]) <= date && date <= Date(stop["to"]));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
