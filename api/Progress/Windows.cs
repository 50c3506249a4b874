namespace Portfolio.Api.Progress;

internal static class Windows
{
    /// <summary>The window that opens with the first session that a rule could count; nothing before there is one.</summary>
    public static Deadline? Of(Question question, int months)
    {
        if (question.Facts.Attended.FirstOrDefault(fact => question.Pack.Rules.Any(rule => Opens(rule, question.Pack, fact))) is not { Date: var from })
            return null;
        var until = from.AddMonths(months);
        if (question.Pack.LessThanFullTime?.Value is LessThanFullTime.StretchWindow) until = question.WholeTime.Stretched(from, until);
        if (question.Pack.ClockStopsMove.Value.Contains(Movable.Window))
            until = ClockStops.Move(until, [.. ClockStops.Since(question.Facts.ClockStops, from, question.AsOf)], question.AsOf);
        return new(until, Estimated: false, WindowFrom: from);
    }

    private static bool Opens(Rule rule, RequirementPack pack, AttendedFact fact) => rule switch
    {
        SessionsRule sessions => SessionChecks.WhyNot(sessions, fact) is null,
        SpanRule span => SpanEvaluation.WhyNot(span, pack, fact) is null,
        _ => false,
    };
}
