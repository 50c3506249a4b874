namespace Portfolio.Api.Progress;

internal static class SessionLimits
{
    // What lies before the first session in person or after the last is not within them; a later one in person brings it in.
    public static IReadOnlyList<SessionEntry> FirstAndLastInPerson(IReadOnlyList<SessionEntry> entries)
    {
        var inPerson = Enumerable.Range(0, entries.Count).Where(i => entries[i] is { Refusal: null, InPerson: true }).ToList();
        return
        [
            .. entries.Select((entry, i) => entry is not { Refusal: null, Attended: not null } ? entry
                : inPerson.Count == 0 || i < inPerson[0] ? entry with { Refusal = new(Reason.FirstNotInPerson) }
                : i > inPerson[^1] ? entry with { Refusal = new(Reason.LastNotInPerson) }
                : entry),
        ];
    }

    // Of one day those in person come first, since no more of them than of others would then be lost.
    public static IReadOnlyList<SessionEntry> PerDay(IReadOnlyList<SessionEntry> entries, decimal most, CountingUnit unit)
    {
        var limited = entries.ToArray();
        foreach (var day in Enumerable.Range(0, limited.Length).Where(i => limited[i] is { Refusal: null, Attended: not null }).GroupBy(i => limited[i].Date))
        {
            var room = most * (unit.Minutes() ?? 1);
            foreach (var i in day.OrderBy(i => !limited[i].InPerson).ToList())
            {
                var worth = Math.Min(room, limited[i].Worth);
                limited[i] = worth > 0 ? limited[i] with { Worth = worth } : limited[i] with { Refusal = new(Reason.OverDailyCap, most, unit) };
                room -= worth;
            }
        }

        return limited;
    }
}
