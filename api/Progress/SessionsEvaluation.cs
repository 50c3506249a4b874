using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class SessionsEvaluation
{
    public static RuleProgress Of(SessionsRule rule, Question question)
    {
        var tallies = SessionTally.Of(rule, question, question.Next);
        var tally = tallies[0];
        decimal unit = rule.Unit.Minutes() ?? 1;
        var have = Amount.Rounded(rule.Rounding?.Value is Rounding.InTotal ? decimal.Floor(tally.Worth / unit) : tally.Worth / unit);
        var inPerson = Amount.Rounded(tally.InPerson / unit);
        var (need, needInPerson) = (tally.Target.Need, tally.Target.NeedInPerson);
        var stillNeeded = Math.Max(0, Math.Max(need - have, needInPerson - inPerson));
        var left = SessionsForecast.Left(rule, question);
        var forecast = stillNeeded == 0 ? Forecast.Of(question, met: true) : SessionsForecast.Of(rule, question, tallies, left);
        var untilNext = left.Where(session => session.Date <= question.Next?.Until).ToList();
        return new(
            rule.Id, have, Amount.Rounded(need), stillNeeded == 0,
            [.. tally.Counted.Select(entry => entry.Record)],
            [.. tally.Entries.Where(entry => entry.Refusal is not null).Select(entry => entry.Refusal!.Of(entry.Record, question.Words))],
            Amount.Rounded(stillNeeded), forecast.State, stillNeeded == 0 ? tally.MetOn(rule) : null, forecast.BehindOn, forecast.NotPossibleOn,
            SessionsLeft: question.Next is null ? null : untilNext.Count,
            SessionsLeftEstimated: question.Next is null ? null : untilNext.Count(session => session.Estimated),
            Evaluation.Unconfirmed(rule), "sessions", question.TitleOf(rule), Code.Of(rule.Unit), NextDue: null,
            needInPerson > 0 ? new(inPerson, Amount.Rounded(needInPerson)) : null, rule.Expected?.Value,
            Lacks: needInPerson - inPerson > Math.Max(0, need - have) ? [Lacking(rule, need, inPerson, needInPerson).AsLack(question.Words)] : []);
    }

    private static Refusal Lacking(SessionsRule rule, decimal need, decimal inPerson, decimal needInPerson) =>
        rule.InPersonShare is { } share && share.Value * need / 100 >= needInPerson
            ? new(Reason.InPersonShareTooSmall, Amount.Rounded(100 * inPerson / need), share.Value)
            : new(Reason.InPersonTooFew, inPerson, Amount.Rounded(needInPerson), rule.Unit);
}
