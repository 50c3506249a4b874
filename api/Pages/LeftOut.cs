using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What a requirement does not count, and why: the days for one reason.</summary>
internal sealed record LeftOut(string Rule, string Why, IReadOnlyList<DateOnly> Days)
{
    public static IReadOnlyList<LeftOut> Of(TraineeProgress progress, TraineeFacts facts)
    {
        var days = facts.Attended.Select(fact => (fact.Record, fact.Date))
            .Concat(facts.Presented.Select(fact => (fact.Record, fact.Date)))
            .Concat(facts.Assessments.Select(fact => (fact.Record, fact.Date)))
            .Concat((facts.Elsewhere ?? []).Select(fact => (fact.Record, Date: fact.To)))
            .DistinctBy(fact => fact.Record).ToDictionary(fact => fact.Record, fact => fact.Date);
        return
        [
            .. from rule in progress.Rules
               from reason in rule.NotCounted.GroupBy(other => other.Why)
               select new LeftOut(rule.Title, reason.Key, [.. reason.Select(other => days.GetValueOrDefault(other.Record)).Order()]),
        ];
    }
}
