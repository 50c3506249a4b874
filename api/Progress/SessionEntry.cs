namespace Portfolio.Api.Progress;

/// <summary>A record that a sessions rule looks at, and what it is worth: in minutes, or in sessions where those are counted.</summary>
/// <param name="Attended">The session; nothing for what is recorded elsewhere.</param>
internal sealed record SessionEntry(string Record, DateOnly Date, bool InPerson, decimal Worth, AttendedFact? Attended, Refusal? Refusal)
{
    /// <summary>In order of date, then id.</summary>
    public static IReadOnlyList<SessionEntry> Of(SessionsRule rule, Question question, Deadline? under)
    {
        List<SessionEntry> entries = [.. question.Facts.Attended.Select(fact => Of(rule, question, under, fact))];
        if (rule.Elsewhere?.Value is not { } types) return entries;
        var elsewhere = (question.Facts.Elsewhere ?? []).Where(fact => types.Contains(fact.Type)).Select(fact => Of(rule, question, under, fact));
        return [.. entries.Concat(elsewhere).OrderBy(entry => entry.Date).ThenBy(entry => entry.Record, StringComparer.Ordinal)];
    }

    /// <summary>What so many minutes of one session are worth.</summary>
    public static decimal WorthOf(SessionsRule rule, int minutes, Mode mode)
    {
        decimal unit = rule.Unit.Minutes() ?? 1, worth = rule.Unit.Minutes() is null ? 1 : minutes;
        if (rule.Rounding?.Value is Rounding.BySession) worth = decimal.Floor(worth / unit) * unit;
        return mode is Mode.Online && rule.MostPerOnlineSession?.Value * unit is { } most && worth > most ? most : worth;
    }

    private static SessionEntry Of(SessionsRule rule, Question question, Deadline? under, AttendedFact fact)
    {
        var refusal = SessionChecks.WhyNot(rule, fact) ?? question.OutOfTime(fact.Date, fact.SignedAt, under);
        var worth = refusal is null ? WorthOf(rule, fact.MinutesAttended, fact.Mode) : 0;
        if (refusal is null && worth == 0) refusal = new(Reason.OverOnlineCap, rule.MostPerOnlineSession!.Value, rule.Unit);
        return new(fact.Record, fact.Date, fact.Mode is Mode.InPerson, worth, fact, refusal);
    }

    private static SessionEntry Of(SessionsRule rule, Question question, Deadline? under, ElsewhereFact fact)
    {
        var stated = rule.Unit.Minutes() is null ? fact.Sessions : fact.Minutes;
        var refusal = ElsewhereEvaluation.WhyNot(rule.Accepted.Value, rule.Unit, fact) ?? question.OutOfTime(fact.To, fact.SignedAt, under);
        return new(fact.Record, fact.To, InPerson: false, refusal is null ? stated!.Value : 0, null, refusal);
    }
}
