using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class SessionsEvaluation
{
    public static RuleProgress Of(SessionsRule rule, Question question)
    {
        var tally = SessionTally.Of(rule, question, question.Next);
        decimal unit = rule.Unit.Minutes() ?? 1;
        var have = Amount.Rounded(rule.Rounding?.Value is Rounding.InTotal ? decimal.Floor(tally.Worth / unit) : tally.Worth / unit);
        var inPerson = Amount.Rounded(tally.InPerson / unit);
        var (need, needInPerson) = (tally.Target.Need, tally.Target.NeedInPerson);
        var stillNeeded = Math.Max(0, Math.Max(need - have, needInPerson - inPerson));
        var left = Left(rule, question);
        var forecast = Forecasting(rule, question, tally, left, met: stillNeeded == 0);
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

    // Those in which something can be counted: where sessions are shorter than the pack's unit, none is left.
    private static List<SessionLeft> Left(SessionsRule rule, Question question) =>
        [.. question.Left(rule.EveryDays.Value).Where(session => Worth(rule, session) > 0)];

    // Nothing known of a group's sessions: an hour, or as long as the pack asks for.
    private static decimal Worth(SessionsRule rule, SessionLeft session)
    {
        var least = rule.MinimumMinutes?.Value ?? 1;
        var minutes = session.Minutes ?? Math.Max(60, Math.Max(least, rule.Unit.Minutes() ?? 0));
        if (minutes < least) return 0;
        var worth = SessionEntry.WorthOf(rule, minutes, rule.Modes.Value.Contains(Mode.InPerson) ? Mode.InPerson : Mode.Online);
        return rule.MostPerDay?.Value * (rule.Unit.Minutes() ?? 1) is { } most && worth > most ? most : worth;
    }

    private static Forecast Forecasting(SessionsRule rule, Question question, SessionTally tally, List<SessionLeft> left, bool met)
    {
        if (met || question.Last is not { } last) return Forecast.Of(question, met);

        // What was signed too late for the next deadline may still be in time for the last.
        var shortAtLast = (question.Next!.CutOff == last.CutOff ? tally : SessionTally.Of(rule, question, last)).Short;
        decimal[] until = [.. Remaining(left, last.Until)], untilNext = [.. Remaining(left, question.Next.Until)];
        decimal Remains(decimal[] of, int missed) => of[Math.Min(missed, of.Length - 1)];
        return Forecast.Of(question, met, left, lost: missed => shortAtLast > Remains(until, missed), slow: missed =>
        {
            // The person's own rate so far, applied to what is still to come; no division, so that no rounding decides.
            var seen = question.Offered + missed;
            return seen >= rule.JudgedAfter.Value && Remains(untilNext, missed) * Math.Min(tally.Attended, seen) < tally.Short * seen;
        });

        // What all sessions from one on are worth, for each; nothing after the last.
        IEnumerable<decimal> Remaining(List<SessionLeft> sessions, DateOnly day)
        {
            var total = sessions.Where(session => session.Date <= day).Sum(session => Worth(rule, session));
            yield return total;
            foreach (var session in sessions)
                yield return total -= session.Date <= day ? Worth(rule, session) : 0;
        }
    }

    private static Refusal Lacking(SessionsRule rule, decimal need, decimal inPerson, decimal needInPerson) =>
        rule.InPersonShare is { } share && share.Value * need / 100 >= needInPerson
            ? new(Reason.InPersonShareTooSmall, Amount.Rounded(100 * inPerson / need), share.Value)
            : new(Reason.InPersonTooFew, inPerson, Amount.Rounded(needInPerson), rule.Unit);
}
