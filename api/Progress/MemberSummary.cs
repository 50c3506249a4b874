using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// For who has no requirement: dates and hours, and nothing to be measured by.
internal static class MemberSummary
{
    public static MemberAttendance Of(TraineeFacts facts, DateOnly from, DateOnly until)
    {
        List<AttendedFact> attended =
        [
            .. facts.Attended.Where(fact => from <= fact.Date && fact.Date <= until && fact.Deed is Deed.Attended or Deed.WasSupervised)
                .OrderBy(fact => fact.Date).ThenBy(fact => fact.Record, StringComparer.Ordinal),
        ];
        return new(
            facts.Trainee, from, until, attended.Count, Hours(attended),
            [.. attended.GroupBy(fact => fact.Group).Select(of => new GroupAttendance(of.Key, of.Count(), Hours(of), [.. of.Select(fact => fact.Date)]))]);
    }

    private static decimal Hours(IEnumerable<AttendedFact> attended) => Amount.Rounded(attended.Sum(fact => fact.MinutesAttended) / 60m);
}
