using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Leap2A;

// A year in a group, counted from the first meeting that nothing earlier covers.
internal sealed record Leap2AYear(string Group, DateOnly First, DateOnly Last, IReadOnlyList<string> Meetings)
{
    public string Id => $"portfolio:activity-{Meetings[0][(Meetings[0].IndexOf('-', StringComparison.Ordinal) + 1)..]}";

    public static IReadOnlyList<Leap2AYear> Of(IReadOnlyList<(string Id, Claim Claim)> meetings) =>
        [.. meetings.GroupBy(meeting => Words.Group(meeting.Claim)).SelectMany(group => Of(group.Key, [.. group])).OrderBy(year => year.First).ThenBy(year => year.Group, StringComparer.Ordinal)];

    private static IEnumerable<Leap2AYear> Of(string group, IReadOnlyList<(string Id, Claim Claim)> meetings)
    {
        for (var rest = meetings; rest.Count > 0;)
        {
            var end = rest[0].Claim.Starts.AddYears(1);
            var year = rest.TakeWhile(meeting => meeting.Claim.Starts < end).ToList();
            yield return new(group, year[0].Claim.Starts, year[^1].Claim.Starts, [.. year.Select(meeting => meeting.Id)]);
            rest = [.. rest.Skip(year.Count)];
        }
    }

    public Leap2AEntry ToEntry(DateTimeOffset updated) => new(
        Id, "activity", $"Case-based discussion group {Group}", $"Meetings from {Words.Day(First)} to {Words.Day(Last)}: {Meetings.Count}.", updated)
    {
        Starts = First, Ends = Last, Tags = [("cbd-group", "Case-based discussion group")],
    };
}
