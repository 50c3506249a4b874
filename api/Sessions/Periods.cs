namespace Portfolio.Api.Sessions;

/// <summary>Days on which something holds: periods with both ends included, merged where they meet.</summary>
internal sealed class Periods
{
    private const int MostNamed = 3;

    public static readonly Periods None = new([]);

    private readonly List<(DateOnly From, DateOnly To)> merged = [];

    public Periods(IEnumerable<(DateOnly From, DateOnly? To)> periods)
    {
        foreach (var (from, end) in periods.OrderBy(p => p.From))
        {
            var to = end ?? DateOnly.MaxValue;
            if (merged is [.., var last] && (last.To == DateOnly.MaxValue || from <= last.To.AddDays(1)))
                merged[^1] = (last.From, to > last.To ? to : last.To);
            else
                merged.Add((from, to));
        }
    }

    public bool Any => merged.Count > 0;

    public bool Covers(DateOnly day)
    {
        var place = merged.BinarySearch((day, DateOnly.MaxValue));
        var before = place >= 0 ? place : ~place - 1;
        return before >= 0 && day <= merged[before].To;
    }

    public override string ToString() =>
        string.Join(" or ", merged.Take(MostNamed).Select(Named)) + (merged.Count > MostNamed ? " or later" : "");

    private static string Named((DateOnly From, DateOnly To) period) =>
        period.To == DateOnly.MaxValue ? $"from {period.From:yyyy-MM-dd}" : $"{period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}";
}
