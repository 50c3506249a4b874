using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// Every record stands somewhere in the answer: these are the ones that no rule looks at.
internal static class Unasked
{
    public static IReadOnlyList<NotCounted> Of(Question question)
    {
        var (rules, facts) = (question.Pack.Rules, question.Facts);
        var assessed = rules.OfType<AssessmentsRule>().Select(rule => rule.Type).ToHashSet();
        var elsewhere = rules.SelectMany(rule => rule switch
        {
            SessionsRule sessions => sessions.Elsewhere?.Value ?? [],
            ElsewhereRule types => types.Types.Value,
            _ => [],
        }).ToHashSet();
        var reason = new Refusal(Reason.NotAskedFor);
        return
        [
            .. (rules.Any(rule => rule is SessionsRule or SpanRule) ? [] : facts.Attended.Select(fact => fact.Record))
                .Concat(rules.Any(rule => rule is PresentationsRule) ? [] : facts.Presented.Select(fact => fact.Record))
                .Concat(facts.Assessments.Where(fact => !assessed.Contains(fact.Type)).Select(fact => fact.Record))
                .Concat((facts.Elsewhere ?? []).Where(fact => !elsewhere.Contains(fact.Type) && !(fact.Outcome is not null && assessed.Contains(fact.Type)))
                    .Select(fact => fact.Record))
                .Select(record => reason.Of(record, question.Words)),
        ];
    }
}
