namespace Portfolio.Api.Progress;

internal static class AssessmentsDue
{
    /// <summary>The last day for the next one: the spacing's, the deadline, or before whoever knows the person can no longer judge.</summary>
    public static DateOnly? Next(AssessmentsRule rule, Question question, int have, DateOnly? latest)
    {
        var deadline = question.Deadlines is [var first, ..] ? first.Date : (DateOnly?)null;
        return new[] { deadline, Spaced(rule, question, have), BeforeTheEnd(rule, question, latest) }.Min();
    }

    private static DateOnly? Spaced(AssessmentsRule rule, Question question, int have)
    {
        var (facts, asOf) = (question.Facts, question.AsOf);
        var begun = facts.Placements is [var start, ..] ? start.From : facts.Attended is [var session, ..] ? session.Date : (DateOnly?)null;
        if (rule.EveryMonths is not { } every || begun is not { } from) return null;
        var due = from.AddMonths(every.Value * (have + 1));
        return question.Pack.ClockStopsMove.Value.Contains(Movable.Spacing)
            ? ClockStops.Move(due, [.. ClockStops.Since(facts.ClockStops, from, asOf)], asOf)
            : due;
    }

    // Of a group in which the person was at as many sessions as must come first and has not been judged yet, or which is the last they belong to.
    private static DateOnly? BeforeTheEnd(AssessmentsRule rule, Question question, DateOnly? latest)
    {
        List<MembershipFact> begun = [.. (question.Facts.Memberships ?? []).Where(membership => membership.From <= question.AsOf)];
        return begun
            .Where(membership => latest is null || latest < membership.From || begun.TrueForAll(other => other.LastDay <= membership.LastDay))
            .Where(membership => Attended(question.Facts, membership) >= Math.Max(1, rule.SessionsTogether?.Value ?? 1))
            .Min(membership => membership.LastDay);
    }

    private static int Attended(TraineeFacts facts, MembershipFact membership) =>
        facts.Attended.Count(fact => fact.Group == membership.Group && membership.Contains(fact.Date));
}
