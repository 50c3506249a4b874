using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>A record that a rule looks at, in order of date, then id.</summary>
internal sealed record Judged(string Record, DateOnly Date, Refusal? Refusal);

internal static class Answering
{
    /// <summary>The answer of a rule that is not about the amount of sessions.</summary>
    public static RuleProgress Of(
        Rule rule, string kind, string unit, Question question, decimal have, decimal need, IReadOnlyList<Judged> judged, DateOnly? metOn,
        Forecast forecast, IReadOnlyList<SessionLeft>? left = null, DateOnly? nextDue = null)
    {
        var untilNext = question.Next is { Until: var until } ? left?.Where(session => session.Date <= until).ToList() : null;
        return new(
            rule.Id, Amount.Rounded(have), Amount.Rounded(need), have >= need,
            [.. judged.Where(each => each.Refusal is null).Select(each => each.Record)],
            [.. judged.Where(each => each.Refusal is not null).Select(each => each.Refusal!.Of(each.Record, question.Words))],
            StillNeeded: Amount.Rounded(Math.Max(0, Amount.Rounded(need) - Amount.Rounded(have))), forecast.State, have >= need ? metOn : null,
            forecast.BehindOn, forecast.NotPossibleOn, untilNext?.Count, untilNext?.Count(session => session.Estimated), Evaluation.Unconfirmed(rule),
            kind, question.TitleOf(rule), unit, nextDue, InPerson: null, Expected: null, Lacks: []);
    }

    public static IReadOnlyList<Judged> Ordered(this IEnumerable<Judged> judged) =>
        [.. judged.OrderBy(each => each.Date).ThenBy(each => each.Record, StringComparer.Ordinal)];
}
