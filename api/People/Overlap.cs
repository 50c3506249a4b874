namespace Portfolio.Api.People;

/// <summary>Periods, both ends included, that share a day.</summary>
internal static class Overlap
{
    /// <summary>Each row that overlaps an earlier period, with the one it overlaps; the later line of the two comes first.</summary>
    public static IEnumerable<(T Row, T Other)> Pairs<T>(IEnumerable<T> rows, Func<T, (DateOnly From, DateOnly To, int Line)> period)
        where T : class
    {
        T? longest = null;
        foreach (var row in rows.OrderBy(r => (period(r).From, period(r).Line)))
        {
            if (longest is not null && period(row).From <= period(longest).To)
                yield return period(row).Line > period(longest).Line ? (row, longest) : (longest, row);
            if (longest is null || period(row).To > period(longest).To)
                longest = row;
        }
    }
}
