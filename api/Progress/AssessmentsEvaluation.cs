using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class AssessmentsEvaluation
{
    public static RuleProgress Of(
        AssessmentsRule rule, TraineeFacts facts, IReadOnlyList<Deadline> deadlines, bool clockStopsMoveSpacing, DateOnly asOf)
    {
        var judged = facts.Assessments.Where(fact => fact.Type == rule.Type).Select(fact => (Fact: fact, Why: WhyNot(rule, fact))).ToList();
        List<AssessmentFact> counted = [.. judged.Where(each => each.Why is null).Select(each => each.Fact)];
        int have = counted.Count, need = rule.Minimum.Value;

        // The spacing tells when one is due; a source that says "every six months" does not say that an early one is void.
        var due = NextDue(rule, facts, deadlines, have, clockStopsMoveSpacing, asOf);
        var lapse = deadlines is [.., var last] ? last.Date.AddDays(1) : (DateOnly?)null;
        var state = have >= need ? ProgressState.Met
            : lapse <= asOf ? ProgressState.NotPossible
            : due < asOf ? ProgressState.Behind
            : ProgressState.OnTrack;
        return new(
            rule.Id, have, need, have >= need,
            [.. counted.Select(fact => fact.Record)],
            [.. judged.Where(each => each.Why is not null).Select(each => each.Why!.Of(each.Fact.Record))],
            StillNeeded: Math.Max(0, need - have),
            state,
            MetOn: have >= need ? counted[need - 1].Date : null,
            BehindOn: state is ProgressState.OnTrack ? due?.AddDays(1) : null,
            NotPossibleOn: state is ProgressState.OnTrack or ProgressState.Behind ? lapse : null,
            SessionsLeft: null, SessionsLeftEstimated: null,
            Evaluation.Unconfirmed(rule), "assessments", rule.Title?.In("en") ?? rule.Id, "assessment", NextDue: have >= need ? null : due, InPerson: null, Expected: null, Lacks: []);
    }

    private static Refusal? WhyNot(AssessmentsRule rule, AssessmentFact fact) =>
        !rule.Passes.Value.Contains(fact.Outcome)
            ? new(Reason.OutcomeNotCounted, fact.Outcome, rule.Passes.Value)
        : !rule.Accepted.Value.Contains(fact.Provenance)
            ? new(Reason.ProvenanceNotCounted, fact.Provenance, rule.Accepted.Value)
        : null;

    private static DateOnly? NextDue(
        AssessmentsRule rule, TraineeFacts facts, IReadOnlyList<Deadline> deadlines, int have, bool clockStopsMove, DateOnly asOf)
    {
        var deadline = deadlines is [var first, ..] ? first.Date : (DateOnly?)null;
        if (rule.EveryMonths is not { } every || facts.Placements is not [var start, ..]) return deadline;
        var due = start.From.AddMonths(every.Value * (have + 1));
        if (clockStopsMove) due = ClockStops.Move(due, [.. facts.ClockStops.Where(stop => (stop.To ?? asOf) >= start.From)], asOf);
        return deadline < due ? deadline : due;
    }
}
