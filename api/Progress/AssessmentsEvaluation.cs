using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class AssessmentsEvaluation
{
    public static RuleProgress Of(AssessmentsRule rule, Question question)
    {
        var judged = Own(rule, question).Concat(FromElsewhere(rule, question)).Ordered();
        List<Judged> counted = [.. judged.Where(each => each.Refusal is null)];
        int have = counted.Count, need = rule.Minimum.Value;
        var (met, asOf) = (have >= need, question.AsOf);

        // The spacing tells when one is due; a source that says "every six months" does not say that an early one is void.
        var due = met ? null : AssessmentsDue.Next(rule, question, have, counted is [.., var latest] ? latest.Date : null);
        var lapse = question.Last?.Date.AddDays(1);
        var state = met ? ProgressState.Met
            : lapse <= asOf ? ProgressState.NotPossible
            : due < asOf ? ProgressState.Behind
            : ProgressState.OnTrack;
        var forecast = new Forecast(
            state, state is ProgressState.OnTrack ? due?.AddDays(1) : null, state is ProgressState.OnTrack or ProgressState.Behind ? lapse : null);
        return Answering.Of(
            rule, "assessments", "assessment", question, have, need, judged, met ? counted[need - 1].Date : null, forecast, nextDue: due);
    }

    private static IEnumerable<Judged> Own(AssessmentsRule rule, Question question) =>
        question.Facts.Assessments.Where(fact => fact.Type == rule.Type).Select(fact => new Judged(
            fact.Record, fact.Date,
            WhyNot(rule, fact.Outcome, fact.Provenance) ?? TooEarly(rule, fact) ?? question.OutOfTime(fact.Date, fact.SignedAt, question.Next)));

    private static IEnumerable<Judged> FromElsewhere(AssessmentsRule rule, Question question) =>
        (question.Facts.Elsewhere ?? []).Where(fact => fact.Outcome is not null && fact.Type == rule.Type).Select(fact => new Judged(
            fact.Record, fact.To,
            fact.Confirmed
                ? WhyNot(rule, fact.Outcome!, fact.Provenance) ?? question.OutOfTime(fact.To, fact.SignedAt, question.Next)
                : new(Reason.NotConfirmed)));

    private static Refusal? WhyNot(AssessmentsRule rule, string outcome, Provenance provenance) =>
        !rule.Passes.Value.Contains(outcome) ? new(Reason.OutcomeNotCounted, outcome, rule.Passes.Value)
        : !rule.Accepted.Value.Contains(provenance) ? new(Reason.ProvenanceNotCounted, provenance, rule.Accepted.Value)
        : null;

    // Where nobody knows how many there were, as on paper, nothing is held against it.
    private static Refusal? TooEarly(AssessmentsRule rule, AssessmentFact fact) =>
        rule.SessionsTogether?.Value is { } fewest && fact.Together < fewest ? new(Reason.TooEarlyTogether, fact.Together.Value, fewest) : null;
}
