using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>When somebody presented is for them and whoever leads: others are told how often, and an id would tell the day.</summary>
internal static class ProgressShown
{
    public static TraineeProgress For(this TraineeProgress progress, Guid viewer, Guid trainee, TraineeFacts facts) =>
        viewer == trainee ? progress : progress.WithoutPresentations(facts);

    public static TraineeProgress WithoutPresentations(this TraineeProgress progress, TraineeFacts facts)
    {
        var hidden = facts.Presented.Select(fact => fact.Record).ToHashSet();
        return progress with
        {
            Rules = [.. progress.Rules.Select(Shown)],
            NotCounted = [.. progress.NotCounted.Where(other => !hidden.Contains(other.Record))],
            // The day on which the last of them was met may be that of a presentation.
            MetOn = progress.Rules.Any(rule => rule.MetOn is not null && rule.MetOn == progress.MetOn && rule.Counted.Any(hidden.Contains)) ? null : progress.MetOn,
        };

        RuleProgress Shown(RuleProgress rule) => !rule.Counted.Any(hidden.Contains) && !rule.NotCounted.Any(other => hidden.Contains(other.Record)) ? rule : rule with
        {
            Counted = [.. rule.Counted.Where(record => !hidden.Contains(record))],
            NotCounted = [.. rule.NotCounted.Where(other => !hidden.Contains(other.Record))],
            MetOn = null,
        };
    }
}
