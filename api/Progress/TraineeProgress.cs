namespace Portfolio.Api.Progress;

// The body that HTTP and the verb both answer with: camelCase, codes in kebab case.
internal sealed record TraineeProgress(
    string Trainee,
    ProgressState State,
    IReadOnlyList<RuleProgress> Rules,
    DateOnly AsOf,
    string Pack,
    int PackVersion,
    DateOnly? Deadline,
    bool DeadlineEstimated,
    DateOnly? ChangesOn,
    int Presented,
    int FollowedUp);

internal sealed record RuleProgress(
    string Id,
    int Have,
    int Need,
    bool Met,
    IReadOnlyList<string> Counted,
    IReadOnlyList<NotCounted> NotCounted,
    int StillNeeded,
    ProgressState State,
    DateOnly? MetOn,
    DateOnly? BehindOn,
    DateOnly? NotPossibleOn,
    int? SessionsLeft,
    int? SessionsLeftEstimated,
    IReadOnlyList<string> Unconfirmed);

internal sealed record NotCounted(string Record, string Why);
