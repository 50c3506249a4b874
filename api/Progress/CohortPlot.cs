using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Somebody in the plot of progress against time.</summary>
/// <param name="Time">How much of their time has passed, from 0 to 1.</param>
/// <param name="Done">How much of what is asked they have, from 0 to 1: of the rule that is furthest from it.</param>
internal sealed record PlotPoint(string Name, double Time, double Done, ProgressState State);

internal static class CohortPlot
{
    /// <summary>Of everybody who follows a requirement with a deadline. Whoever goes at an even pace stands where time and what is done are the same.</summary>
    /// <param name="since">Since when each of them follows one.</param>
    public static IReadOnlyList<PlotPoint> Of(IEnumerable<CohortTrainee> trainees, IReadOnlyDictionary<Guid, DateOnly> since, DateOnly day) =>
    [
        .. trainees.Where(trainee => trainee is { State: not null, Deadline: not null, Rules.Count: > 0 } && since.ContainsKey(trainee.PersonId)).Select(trainee => new PlotPoint(
            trainee.Name, Share(day.DayNumber - since[trainee.PersonId].DayNumber, trainee.Deadline!.Value.DayNumber - since[trainee.PersonId].DayNumber),
            trainee.Rules.Min(rule => Share((double)rule.Have, (double)rule.Need)), trainee.State!.Value)),
    ];

    private static double Share(double part, double whole) => whole <= 0 ? 1 : Math.Clamp(part / whole, 0, 1);
}
