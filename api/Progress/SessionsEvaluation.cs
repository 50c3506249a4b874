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
            [.. judged.Where(each => each.Why is not null).Select(each => new NotCounted(each.Fact.Record, each.Why!))],
            StillNeeded: Math.Max(0, need - counted.Count),
            forecast.State,
            MetOn: counted.Count >= need ? counted[need - 1].Date : null,
            forecast.BehindOn, forecast.NotPossibleOn,
            SessionsLeft: forecast.Left, SessionsLeftEstimated: forecast.LeftEstimated,
            Evaluation.Unconfirmed(rule));
    }

    private static string? WhyNot(SessionsRule rule, AttendedFact fact) =>
        fact.MinutesAttended < (rule.MinimumMinutes?.Value ?? 1)
            ? $"{fact.MinutesAttended} of {fact.SessionMinutes} minutes attended; the pack counts {(rule.MinimumMinutes?.Value ?? 1)} or more"
        : !rule.Modes.Value.Contains(fact.Mode)
            ? $"attended {Code.Of(fact.Mode)}; the pack counts {Listed(rule.Modes.Value)}"
        : !rule.Accepted.Value.Contains(fact.Provenance)
            ? $"the record is {Code.Of(fact.Provenance)}; the pack counts {Listed(rule.Accepted.Value)}"
        : null;

    // The group with most sessions stands for the trainee; of equals, the one that was there first.
    private static List<(AttendedFact Fact, string? Why)> OneGroup(List<(AttendedFact Fact, string? Why)> judged)
    {
        var best = judged.Where(each => each.Why is null).GroupBy(each => each.Fact.Group).MaxBy(group => group.Count())?.Key;
        return [.. judged.Select(each => each.Why is null && each.Fact.Group != best
            ? (each.Fact, "in another group; the pack counts the sessions of one group")
            : each)];
    }

    // Cancelled ones are in it: the sessions still to come will not all be held either.
    private static int Offered(TraineeFacts facts, DateOnly asOf) =>
        facts.Sessions.Count(session => session.Date <= asOf && session.State is not SessionState.Planned && facts.Expects(session.Date));

    private static string Listed<T>(IEnumerable<T> codes) where T : struct, Enum => string.Join(" or ", codes.Select(Code.Of));
}
