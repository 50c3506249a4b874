namespace Portfolio.Api.Progress;

/// <summary>What the sessions still to come can do for a sessions rule that is not met.</summary>
internal static class SessionsForecast
{
    // One way to get there: what is missing in a group, and what all sessions from one on are worth there, for each.
    private sealed record Way(decimal Short, decimal ShortAtLast, decimal[] UntilNext, decimal[] UntilLast);

    /// <summary>Those in which something can be counted: where sessions are shorter than the pack's unit, none is left.</summary>
    public static IReadOnlyList<SessionLeft> Left(SessionsRule rule, Question question) =>
        [.. question.Left(rule.EveryDays.Value).Where(session => Worth(rule, session) > 0)];

    public static Forecast Of(SessionsRule rule, Question question, IReadOnlyList<SessionTally> tallies, IReadOnlyList<SessionLeft> left)
    {
        if (question.Last is not { } last) return Forecast.Of(question, met: false);
        var ways = Ways(rule, question, tallies, left, last);
        return Forecast.Of(
            question, met: false, left, lost: missed => ways.TrueForAll(way => way.ShortAtLast > way.UntilLast[missed]), slow: missed =>
            {
                // The person's own rate so far, applied to what is still to come; no division, so that no rounding decides.
                var seen = question.Offered + missed;
                var attended = Math.Min(tallies[0].Attended, seen);
                return seen >= rule.JudgedAfter.Value && ways.TrueForAll(way => way.UntilNext[missed] * attended < way.Short * seen);
            });
    }

    // Where one group must be chosen, it may be another than the one in which most was attended so far.
    private static List<Way> Ways(SessionsRule rule, Question question, IReadOnlyList<SessionTally> tallies, IReadOnlyList<SessionLeft> left, Deadline last)
    {
        // What was signed too late for the next deadline may still be in time for the last.
        var atLast = question.Next!.CutOff == last.CutOff ? tallies : SessionTally.Of(rule, question, last);
        if (rule.Groups.Value is not GroupsCounted.OneGroup)
            return [new(tallies[0].Short, atLast[0].Short, Remaining(rule, left, null, question.Next.Until), Remaining(rule, left, null, last.Until))];
        return
        [
            .. tallies.Concat(atLast).Select(tally => tally.Group!.Value).Concat(left.Select(session => session.Group)).Distinct().Select(group =>
                new Way(Short(tallies, group), Short(atLast, group), Remaining(rule, left, group, question.Next.Until), Remaining(rule, left, group, last.Until))),
        ];
    }

    private static decimal Short(IReadOnlyList<SessionTally> tallies, Guid group) =>
        tallies.FirstOrDefault(tally => tally.Group == group)?.Short ?? Math.Max(tallies[0].Target.Worth, tallies[0].Target.InPerson);

    private static decimal[] Remaining(SessionsRule rule, IReadOnlyList<SessionLeft> left, Guid? group, DateOnly until)
    {
        var remaining = new decimal[left.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
            remaining[i] = remaining[i + 1] + (left[i].Date <= until && (group is null || left[i].Group == group) ? Worth(rule, left[i]) : 0);
        return remaining;
    }

    // Nothing known of a group's sessions: an hour, or as long as the pack asks for.
    private static decimal Worth(SessionsRule rule, SessionLeft session)
    {
        var least = rule.MinimumMinutes?.Value ?? 1;
        var minutes = session.Minutes ?? Math.Max(60, Math.Max(least, rule.Unit.Minutes() ?? 0));
        if (minutes < least) return 0;
        var worth = SessionEntry.WorthOf(rule, minutes, rule.Modes.Value.Contains(Mode.InPerson) ? Mode.InPerson : Mode.Online);
        return rule.MostPerDay?.Value * (rule.Unit.Minutes() ?? 1) is { } most && worth > most ? most : worth;
    }
}
