namespace Portfolio.Api.Progress;

/// <summary>A session still to come.</summary>
/// <param name="Estimated">Whether it is not planned yet, or nobody has the mandate to lead it yet.</param>
/// <param name="Minutes">How long it will last, as far as the group's others tell; nothing where none does.</param>
internal sealed record SessionLeft(DateOnly Date, bool Estimated, Guid Group, int? Minutes = null);

internal static class SessionsLeft
{
    // The groups' own schedule, and their rhythm from where it ends: next year's groups are not planned yet.
    public static IReadOnlyList<SessionLeft> Of(Question question, int everyDays)
    {
        var (facts, asOf) = (question.Facts, question.AsOf);
        if (question.Last is not { Until: var until } || until < asOf) return [];
        var lasting = Lasting(facts);
        var memberships = (facts.Memberships ?? []).ToLookup(membership => membership.Group);
        List<SessionLeft> left = [];
        foreach (var session in facts.Sessions)
        {
            if (session.State is not SessionState.Planned || session.Date < asOf || session.Date > until || !facts.Expects(session.Date)) continue;
            var own = memberships[session.Group].FirstOrDefault(membership => membership.Contains(session.Date));
            if (own is null && memberships.Contains(session.Group)) continue;
            left.Add(new(session.Date, Estimated: own?.LedUntil < session.Date, session.Group, session.Minutes ?? Minutes(session.Group)));
        }

        var rhythm = Rhythm(facts.Sessions) ?? everyDays;
        var scheduled = facts.Sessions is [.., var end] && end.Date > asOf ? end.Date : asOf;
        var (group, minutes) = facts.Sessions is [.., var latest] ? (latest.Group, latest.Minutes ?? Minutes(latest.Group)) : (Guid.Empty, Minutes(Guid.Empty));
        for (var number = scheduled.DayNumber + rhythm; number <= until.DayNumber; number += rhythm)
            if (DateOnly.FromDayNumber(number) is var day && !facts.ClockStops.Contain(day))
                left.Add(new(day, Estimated: true, group, minutes));
        return left;

        int? Minutes(Guid group) => lasting.TryGetValue(group, out var own) ? own : lasting.TryGetValue(Guid.Empty, out var any) ? any : null;
    }

    public static bool Expects(this TraineeFacts facts, SessionFact session) => !session.NotExpected && facts.Expects(session.Date);

    // A day nobody expects the trainee on gives no session to miss: not worked, or inside a clock stop.
    public static bool Expects(this TraineeFacts facts, DateOnly day)
    {
        if (facts.ClockStops.Contain(day)) return false;
        foreach (var placement in facts.Placements)
            if (placement.From <= day && (placement.To is null || day <= placement.To))
                return placement.WorkingDays.Count == 0 || placement.WorkingDays.Contains(day.DayOfWeek);
        return true;
    }

    // How long a group's latest session lasted that was attended; under the empty id, the latest of any group.
    private static Dictionary<Guid, int> Lasting(TraineeFacts facts)
    {
        Dictionary<Guid, int> lasting = [];
        foreach (var fact in facts.Attended) lasting[fact.Group] = lasting[Guid.Empty] = fact.SessionMinutes;
        return lasting;
    }

    // The usual number of days between the latest sessions of the group that meets last.
    private static int? Rhythm(IReadOnlyList<SessionFact> sessions)
    {
        const int enough = 3, most = 9;
        if (sessions is not [.., var last]) return null;
        List<int> days = [];
        for (var i = sessions.Count - 1; i >= 0 && days.Count < most; i--)
            if (sessions[i].Group == last.Group) days.Add(sessions[i].Date.DayNumber);
        if (days.Count < enough) return null;
        List<int> gaps = [.. days.Zip(days.Skip(1), (later, earlier) => later - earlier).Order()];
        return Math.Max(1, gaps[gaps.Count / 2]);
    }
}
