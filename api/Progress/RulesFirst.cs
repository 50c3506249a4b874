using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// A rule stands no better than those that must be met first. The reader refuses a pack in which they wait for each other.
internal static class RulesFirst
{
    public static IReadOnlyList<RuleProgress> Of(Question question, IReadOnlyList<RuleProgress> answers)
    {
        if (question.Pack.Rules.All(rule => rule.Requires is not { Count: > 0 })) return answers;
        var own = answers.ToDictionary(answer => answer.Id);
        var rules = question.Pack.Rules.ToDictionary(rule => rule.Id);
        Dictionary<string, RuleProgress> done = [];
        return [.. question.Pack.Rules.Select(rule => Done(rule.Id))];

        RuleProgress Done(string id)
        {
            if (!done.TryGetValue(id, out var answer))
                done[id] = answer = (rules[id].Requires ?? []).Where(rules.ContainsKey).Select(Done).Aggregate(own[id], (rule, first) => After(rule, first, question));
            return answer;
        }
    }

    private static RuleProgress After(RuleProgress rule, RuleProgress first, Question question)
    {
        var state = rule.State > first.State ? rule.State : first.State;
        return rule with
        {
            Met = rule.Met && first.Met,
            State = state,
            MetOn = rule.MetOn < first.MetOn ? first.MetOn : first.MetOn is null ? null : rule.MetOn,
            BehindOn = state is ProgressState.OnTrack ? Earlier(rule.BehindOn, first.BehindOn) : null,
            NotPossibleOn = state is ProgressState.OnTrack or ProgressState.Behind ? Earlier(rule.NotPossibleOn, first.NotPossibleOn) : null,
            Lacks = first.Met ? rule.Lacks : [.. rule.Lacks, new Refusal(Reason.RequiresOtherRule, first.Title).AsLack(question.Words)],
        };
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
