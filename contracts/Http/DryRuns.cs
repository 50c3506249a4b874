namespace Portfolio.Contracts.Http;

/// <summary>How the answer to one person would change under another version of a requirement pack. Nothing is changed by asking.</summary>
/// <param name="Trainee">The person's id.</param>
/// <param name="Before">Where they stand now; absent where no pack is theirs yet.</param>
/// <param name="After">Where they would stand.</param>
/// <param name="DeadlineBefore">The next deadline now; absent where none can be told.</param>
/// <param name="DeadlineAfter">The next deadline then.</param>
/// <param name="Rules">The rules whose answer would change, in the order of the new pack; rules that go come last.</param>
public sealed record AnswerChange(
    string Trainee, ProgressState? Before, ProgressState After, DateOnly? DeadlineBefore, DateOnly? DeadlineAfter, IReadOnlyList<RuleAnswerChange> Rules);

/// <summary>How the answer to one rule would change.</summary>
/// <param name="Rule">The rule's id in its pack.</param>
/// <param name="Before">The answer now; absent for a rule that comes.</param>
/// <param name="After">The answer then; absent for a rule that goes.</param>
public sealed record RuleAnswerChange(string Rule, RuleStanding? Before, RuleStanding? After);

/// <summary>Where somebody stands with one rule, in short.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Have">How much counts, in the rule's unit.</param>
/// <param name="Need">How much is needed.</param>
/// <param name="Met">Whether that is enough.</param>
public sealed record RuleStanding(ProgressState State, decimal Have, decimal Need, bool Met);
