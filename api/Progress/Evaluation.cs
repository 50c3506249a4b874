using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class Evaluation
{
    // `knownAt` leaves out what was signed after that moment: without it everything now known about the days up to `asOf` counts,
    // as it must for paper that was typed in years later.
    public static TraineeProgress Of(
        RequirementPack pack, TraineeFacts facts, DateOnly asOf, DateTimeOffset? knownAt = null, string? language = null)
    {
        var question = new Question(pack, AsOf.Day(facts, asOf, knownAt), asOf, language);
        var rules = RulesFirst.Of(question, [.. pack.Rules.Select(rule => Of(rule, question))]);
        var state = rules.Max(rule => rule.State);
        var then = question.Facts;
        return new(
            facts.Trainee, state, rules, asOf, pack.Id, pack.Version, question.Next?.Date, question.Next?.Estimated ?? false, ChangesOn(state, rules),
            Presented: then.Presented.Count(fact => fact.Role is PresentationRole.Presented),
            FollowedUp: then.Presented.Count(fact => fact.Role is PresentationRole.FollowedUp),
            pack.Title.In(question.Language), question.Language, question.Next?.CutOff,
            MetOn: state is ProgressState.Met ? rules.Max(rule => rule.MetOn) : null,
            AttendanceCount.Of(then, asOf), pack.Unlocks?.Value.In(question.Language), state is ProgressState.Met ? Credits(question) : [],
            Unasked.Of(question));
    }

    public static IReadOnlyList<string> Unconfirmed(Rule rule) =>
        [.. rule.Sources().Where(source => source.Value is { Confirmed: false }).Select(source => source.Member)];

    private static RuleProgress Of(Rule rule, Question question) => rule switch
    {
        SessionsRule sessions => SessionsEvaluation.Of(sessions, question),
        PresentationsRule presentations => PresentationsEvaluation.Of(presentations, question),
        SpanRule span => SpanEvaluation.Of(span, question),
        AssessmentsRule assessments => AssessmentsEvaluation.Of(assessments, question),
        ElsewhereRule elsewhere => ElsewhereEvaluation.Of(elsewhere, question),
        _ => throw new NotSupportedException($"no evaluation for {rule.GetType().Name}"),
    };

    // The first day on which the whole is worse off if nothing more happens: once one rule is behind, another that falls behind changes
    // nothing.
    private static DateOnly? ChangesOn(ProgressState state, IReadOnlyList<RuleProgress> rules) => state switch
    {
        ProgressState.OnTrack => rules.SelectMany(rule => new[] { rule.BehindOn, rule.NotPossibleOn }).Min(),
        ProgressState.Behind => rules.Min(rule => rule.NotPossibleOn),
        _ => null,
    };

    private static IReadOnlyList<CreditEarned> Credits(Question question) =>
        [.. (question.Pack.Credits ?? []).Select(credit => new CreditEarned(credit.Name.In(question.Language), credit.Minutes.Value))];
}
