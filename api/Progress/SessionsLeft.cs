namespace Portfolio.Api.Progress;

internal sealed record SessionLeft(DateOnly Date, bool Estimated);

internal static class SessionsLeft
{
    // The groups' own schedule, and the pack's rhythm from where the schedule ends: next year's groups are not planned yet.
    public static IReadOnlyList<SessionLeft> Of(SessionsRule rule, TraineeFacts facts, IReadOnlyList<Deadline> deadlines, DateOnly asOf)
    {
        if (deadlines is not [.., var last] || last.Date < asOf) return [];
        var planned = facts.Sessions
            .Where(session => session.State is SessionState.Planned && session.Date >= asOf && session.Date <= last.Date)
            .Where(session => facts.Expects(session.Date))
            .Select(session => new SessionLeft(session.Date, Estimated: false));
        return [.. planned, .. Estimated(rule.EveryDays.Value, facts, last.Date, asOf)];
    }

    // A day nobody expects the trainee on gives no session to miss: not worked, or inside a clock stop.
    public static bool Expects(this TraineeFacts facts, DateOnly day) =>
        !facts.ClockStops.Contain(day)
        && (facts.Placements.FirstOrDefault(placement => placement.Contains(day)) is not { WorkingDays.Count: > 0 } there
            || there.WorkingDays.Contains(day.DayOfWeek));

    private static bool Contains(this PlacementFact placement, DateOnly day) =>
        placement.From <= day && (placement.To is null || day <= placement.To);

    private static IEnumerable<SessionLeft> Estimated(int everyDays, TraineeFacts facts, DateOnly last, DateOnly asOf)
    {
        var scheduled = facts.Sessions.Count > 0 ? facts.Sessions[^1].Date : asOf;
        var from = scheduled > asOf ? scheduled : asOf;
        for (var number = from.DayNumber + everyDays; number <= last.DayNumber; number += everyDays)
            if (DateOnly.FromDayNumber(number) is var day && !facts.ClockStops.Contain(day)) yield return new(day, Estimated: true);
    }
}
