using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class ElsewhereEvaluation
{
    public static RuleProgress Of(ElsewhereRule rule, Question question)
    {
        var types = rule.Types.Value;
        decimal unit = rule.Unit.Minutes() ?? 1, total = 0, need = rule.Minimum.Value;
        DateOnly? metOn = null;
        List<Judged> judged = [];
        foreach (var fact in (question.Facts.Elsewhere ?? []).Where(fact => types.Contains(fact.Type)))
        {
            var refusal = WhyNot(rule.Accepted.Value, rule.Unit, fact) ?? question.OutOfTime(fact.To, fact.SignedAt, question.Next);
            judged.Add(new(fact.Record, fact.To, refusal));
            if (refusal is null) total += (rule.Unit.Minutes() is null ? fact.Sessions : fact.Minutes)!.Value;
            if (total >= need * unit) metOn ??= fact.To;
        }

        var forecast = Forecast.Of(question, met: total >= need * unit);
        return Answering.Of(rule, "elsewhere", Code.Of(rule.Unit), question, total / unit, need, judged, metOn, forecast);
    }

    public static Refusal? WhyNot(IReadOnlyList<Provenance> accepted, CountingUnit unit, ElsewhereFact fact) =>
        !fact.Confirmed ? new(Reason.NotConfirmed)
        : !accepted.Contains(fact.Provenance) ? new(Reason.ProvenanceNotCounted, fact.Provenance, accepted)
        : (unit.Minutes() is null ? fact.Sessions : fact.Minutes) is null or <= 0 ? new(Reason.NothingStated, unit)
        : null;
}
