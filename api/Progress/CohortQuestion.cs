using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Which trainees are asked for, and in which order.</summary>
internal sealed record CohortQuestion(string? Site, Guid? Group, string? State, string? Pack, string Sort)
{
    public const string NoPack = "none";

    public IReadOnlyList<CohortTrainee> Of(IEnumerable<CohortTrainee> trainees) =>
    [
        .. Sorted(trainees.Where(trainee =>
            (Site is null || trainee.Site == Site)
            && (Group is null || trainee.Groups.Any(group => group.Id == Group))
            && (State is null || (trainee.State is { } state ? Code.Of(state) : NoPack) == State)
            && (Pack is null || (trainee.Pack ?? NoPack) == Pack))),
    ];

    private IEnumerable<CohortTrainee> Sorted(IEnumerable<CohortTrainee> trainees)
    {
        var byName = trainees.OrderBy(trainee => trainee.Name, StringComparer.OrdinalIgnoreCase).ThenBy(trainee => trainee.PersonId);
        return Sort switch
        {
            "grade" => byName.OrderBy(trainee => trainee.Grade ?? "", StringComparer.Ordinal),
            "site" => byName.OrderBy(trainee => trainee.Site, StringComparer.OrdinalIgnoreCase),
            // Whoever is in trouble first; whoever nobody gave a pack is last, and so is what has no day.
            "state" => byName.OrderByDescending(trainee => trainee.State is { } state ? (int)state : -1),
            "deadline" => byName.OrderBy(trainee => trainee.Deadline ?? DateOnly.MaxValue),
            "changes" => byName.OrderBy(trainee => trainee.ChangesOn ?? DateOnly.MaxValue),
            _ => byName,
        };
    }
}
