using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class PresentationsEvaluation
{
    public static RuleProgress Of(PresentationsRule rule, Question question)
    {
        var judged = question.Facts.Presented.Select(fact =>
            new Judged(fact.Record, fact.Date, WhyNot(rule, fact) ?? question.OutOfTime(fact.Date, fact.SignedAt, question.Next))).Ordered();
        List<Judged> counted = [.. judged.Where(each => each.Refusal is null)];
        int have = counted.Count, need = rule.Minimum.Value;
        var left = question.Left();

        // Nobody presents twice in a session. No rate: whose turn it is, the group decides.
        var forecast = Forecast.Of(question, met: have >= need, left, lost: missed => need - have > left.Count - missed, slow: _ => false);
        return Answering.Of(
            rule, "presentations", "presentation", question, have, need, judged, have >= need ? counted[need - 1].Date : null, forecast, left);
    }

    private static Refusal? WhyNot(PresentationsRule rule, PresentedFact fact) =>
        !rule.Roles.Value.Contains(fact.Role) ? new(Reason.RoleNotCounted, fact.Role, rule.Roles.Value)
        : !rule.Accepted.Value.Contains(fact.Provenance) ? new(Reason.ProvenanceNotCounted, fact.Provenance, rule.Accepted.Value)
        : null;
}
