using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class Evaluation
{
    // `knownAt` leaves out what was signed after that moment: without it everything now known about the days up to `asOf` counts,
    // as it must for paper that was typed in years later.
    public static TraineeProgress Of(RequirementPack pack, TraineeFacts facts, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        var then = AsOf.Day(facts, asOf, knownAt);
        var deadlines = Deadlines.Of(pack, then, asOf);
        List<RuleProgress> rules =
        [
            .. pack.Rules.Select(rule => rule switch
            {
                SessionsRule sessions => SessionsEvaluation.Of(sessions, then, deadlines, asOf),
                AssessmentsRule assessments => AssessmentsEvaluation.Of(
                    assessments, then, deadlines, pack.ClockStopsMove.Value.Contains(Movable.Spacing), asOf),
                _ => throw new NotSupportedException($"no evaluation for {rule.GetType().Name}"),
            }),
        ];
        var state = rules.Max(rule => rule.State);
        var due = deadlines.FirstOrDefault(deadline => deadline.Date >= asOf) ?? (deadlines is [.., var last] ? last : null);
        return new(
            facts.Trainee, state, rules, asOf, pack.Id, pack.Version, due?.Date, due?.Estimated ?? false, ChangesOn(state, rules),
            Presented: then.Presented.Count(fact => fact.Role is PresentationRole.Presented),
            FollowedUp: then.Presented.Count(fact => fact.Role is PresentationRole.FollowedUp),
            pack.Title.In(pack.Language), pack.Language, EvidenceCutOff: null, MetOn: state is ProgressState.Met ? rules.Max(rule => rule.MetOn) : null,
            AttendanceCount.Of(then, asOf), pack.Unlocks?.Value.In(pack.Language),
            Credits: state is ProgressState.Met ? [.. (pack.Credits ?? []).Select(credit => new CreditEarned(credit.Name.In(pack.Language), credit.Minutes.Value))] : [],
            NotCounted: []);
    }

    // The first day on which the whole is worse off if nothing more happens: once one rule is behind, another that falls behind changes
    // nothing.
    private static DateOnly? ChangesOn(ProgressState state, IReadOnlyList<RuleProgress> rules) => state switch
    {
        ProgressState.OnTrack => rules.SelectMany(rule => new[] { rule.BehindOn, rule.NotPossibleOn }).Min(),
        ProgressState.Behind => rules.Min(rule => rule.NotPossibleOn),
        _ => null,
    };

    public static IReadOnlyList<string> Unconfirmed(Rule rule) =>
        [.. rule.Sources().Where(source => source.Value is { Confirmed: false }).Select(source => source.Member)];
}
