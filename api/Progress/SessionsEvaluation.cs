using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class SessionsEvaluation
{
    public static RuleProgress Of(SessionsRule rule, TraineeFacts facts, IReadOnlyList<Deadline> deadlines, DateOnly asOf)
    {
        var judged = facts.Attended.Select(fact => (Fact: fact, Why: WhyNot(rule, fact))).ToList();
        if (rule.Groups.Value is GroupsCounted.OneGroup) judged = OneGroup(judged);

        List<AttendedFact> counted = [.. judged.Where(each => each.Why is null).Select(each => each.Fact)];
        var need = (int)rule.Minimum.Value;
        var left = SessionsLeft.Of(rule, facts, deadlines, asOf);
        var forecast = Forecast.Of(counted.Count, need, Offered(facts, asOf), rule.JudgedAfter.Value, left, deadlines, asOf);
        return new(
            rule.Id, counted.Count, need, counted.Count >= need,
            [.. counted.Select(fact => fact.Record)],
            [.. judged.Where(each => each.Why is not null).Select(each => each.Why!.Of(each.Fact.Record))],
            StillNeeded: Math.Max(0, need - counted.Count),
            forecast.State,
            MetOn: counted.Count >= need ? counted[need - 1].Date : null,
            forecast.BehindOn, forecast.NotPossibleOn,
            SessionsLeft: forecast.Left, SessionsLeftEstimated: forecast.LeftEstimated,
            Evaluation.Unconfirmed(rule), "sessions", rule.Title?.In("en") ?? rule.Id, Code.Of(rule.Unit), NextDue: null, InPerson: null, rule.Expected?.Value, Lacks: []);
    }

    private static Refusal? WhyNot(SessionsRule rule, AttendedFact fact) =>
        fact.MinutesAttended < (rule.MinimumMinutes?.Value ?? 1)
            ? new(Reason.MinutesTooFew, fact.MinutesAttended, fact.SessionMinutes, rule.MinimumMinutes?.Value ?? 1)
        : !rule.Modes.Value.Contains(fact.Mode)
            ? new(Reason.ModeNotCounted, fact.Mode, rule.Modes.Value)
        : !rule.Accepted.Value.Contains(fact.Provenance)
            ? new(Reason.ProvenanceNotCounted, fact.Provenance, rule.Accepted.Value)
        : null;

    // The group with most sessions stands for the trainee; of equals, the one that was there first.
    private static List<(AttendedFact Fact, Refusal? Why)> OneGroup(List<(AttendedFact Fact, Refusal? Why)> judged)
    {
        var best = judged.Where(each => each.Why is null).GroupBy(each => each.Fact.Group).MaxBy(group => group.Count())?.Key;
        return [.. judged.Select(each => each.Why is null && each.Fact.Group != best
            ? (each.Fact, new(Reason.OtherGroup))
            : each)];
    }

    // Cancelled ones are in it: the sessions still to come will not all be held either.
    private static int Offered(TraineeFacts facts, DateOnly asOf) =>
        facts.Sessions.Count(session => session.Date <= asOf && session.State is not SessionState.Planned && facts.Expects(session.Date));
}
