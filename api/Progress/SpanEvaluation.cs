using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class SpanEvaluation
{
    public static RuleProgress Of(SpanRule rule, Question question)
    {
        List<Judged> judged =
        [
            .. question.Facts.Attended.Select(fact =>
                new Judged(fact.Record, fact.Date, WhyNot(rule, question.Pack, fact) ?? question.OutOfTime(fact.Date, fact.SignedAt, question.Next))),
        ];
        List<DateOnly> dates = [.. judged.Where(each => each.Refusal is null).Select(each => each.Date)];
        var months = rule.MinimumMonths.Value;
        var have = dates is [var first, .., var last] ? Months(first, last) : 0;
        var enough = dates.Count > 0 ? dates[0].AddMonths(months) : (DateOnly?)null;
        var left = question.Left();
        var forecast = Forecast.Of(
            question, met: have >= months, left, lost: missed => Reaching(missed, question.Last!.Until) is null,
            slow: missed => Reaching(missed, question.Next!.Until) is null);
        return Answering.Of(
            rule, "span", "month", question, have, months, judged, dates.FirstOrDefault(date => date >= enough), forecast, left);

        // Whether a session is left, so many missed, that is far enough from the first: where there is none yet, from the next.
        DateOnly? Reaching(int missed, DateOnly until)
        {
            if (missed >= left.Count) return null;
            var target = enough ?? left[missed].Date.AddMonths(months);
            for (var i = left.Count - 1; i >= missed && left[i].Date >= target; i--)
                if (left[i].Date <= until) return left[i].Date;
            return null;
        }
    }

    public static Refusal? WhyNot(SpanRule rule, RequirementPack pack, AttendedFact fact) =>
        Deeds(pack) is var deeds && !deeds.Contains(fact.Deed) ? new(Reason.DeedNotCounted, fact.Deed, deeds)
        : rule.Forms?.Value is { } forms && !forms.Contains(fact.Form) ? new(Reason.FormNotCounted, fact.Form, forms)
        : !rule.Accepted.Value.Contains(fact.Provenance) ? new(Reason.ProvenanceNotCounted, fact.Provenance, rule.Accepted.Value)
        : null;

    // What the pack's other rules take as taking part; where it has none, taking part as a member.
    private static IReadOnlyList<Deed> Deeds(RequirementPack pack)
    {
        List<Deed>? deeds = null;
        foreach (var rule in pack.Rules)
            if (rule is SessionsRule { Deeds.Value: { } named }) deeds = [.. (deeds ?? []).Union(named)];
        return deeds ?? SessionChecks.AsMember;
    }

    private static int Months(DateOnly from, DateOnly until)
    {
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        return from.AddMonths(months) > until ? months - 1 : months;
    }
}
