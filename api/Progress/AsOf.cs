namespace Portfolio.Api.Progress;

// What of a trainee's facts existed on a day, and was known at a moment. A later record does not exist yet, so that asking about a past
// day gives the answer it gave then; what was held later was still planned. In order of date, then id, whatever order they came in.
internal static class AsOf
{
    public static TraineeFacts Day(TraineeFacts facts, DateOnly day, DateTimeOffset? knownAt)
    {
        return facts with
        {
            Attended = [.. facts.Attended.Where(fact => Known(fact.Date, fact.SignedAt))
                .OrderBy(fact => fact.Date).ThenBy(fact => fact.Record, StringComparer.Ordinal)],
            Presented = [.. facts.Presented.Where(fact => Known(fact.Date, fact.SignedAt))
                .OrderBy(fact => fact.Date).ThenBy(fact => fact.Record, StringComparer.Ordinal)],
            Assessments = [.. facts.Assessments.Where(fact => Known(fact.Date, fact.SignedAt))
                .OrderBy(fact => fact.Date).ThenBy(fact => fact.Record, StringComparer.Ordinal)],
            Elsewhere = [.. (facts.Elsewhere ?? []).Where(fact => Known(fact.To, fact.SignedAt))
                .OrderBy(fact => fact.To).ThenBy(fact => fact.Record, StringComparer.Ordinal)],
            Sessions = [.. facts.Sessions.Select(session => Then(session, day))
                .OrderBy(session => session.Date).ThenBy(session => session.Session)],
            Placements = [.. facts.Placements.OrderBy(placement => placement.From)],
            ClockStops = [.. facts.ClockStops.Where(stop => stop.From <= day).OrderBy(stop => stop.From)],
        };

        bool Known(DateOnly date, DateTimeOffset signedAt) => date <= day && (knownAt is null || signedAt <= knownAt);
    }

    private static SessionFact Then(SessionFact session, DateOnly day) =>
        session.Date <= day ? session
        : session.State is SessionState.Cancelled && session.CancelledOn <= day ? session
        : session with { State = SessionState.Planned, NotExpected = false };
}
