using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What follows from where somebody stands, in sentences: by when, and what happens if nothing does.</summary>
internal static class HowFarWords
{
    public static IReadOnlyList<string> Of(TraineeProgress progress)
    {
        var said = new List<string>();
        if (progress.State is ProgressState.Met)
        {
            said.Add(progress.MetOn is { } met ? $"Everything that is asked for has been there since {Days.Day(met)}." : "Everything that is asked for is there.");
            if (progress.Unlocks is { } opens)
                said.Add($"Once it is confirmed, it opens: {opens}.");
            return said;
        }
        if (progress.Deadline is not { } deadline)
            return ["No last day can be told: no placement or grade is known on which it hangs."];
        said.Add($"{(deadline < progress.AsOf ? "The last day for it was" : "The last day for it is")} {Days.Day(deadline)}"
            + $"{(progress.DeadlineEstimated ? ", as far as can be told: the placement it hangs on is not known yet" : "")}.");
        if (progress.EvidenceCutOff is { } cutOff)
            said.Add($"What counts for it must be signed by {Days.Day(cutOff)}.");
        if (progress.ChangesOn is { } changes)
            said.Add(progress.State is ProgressState.OnTrack ? $"If nothing more happens, it falls behind on {Days.Day(changes)}." : $"If nothing more happens, it can no longer be met from {Days.Day(changes)}.");
        return said;
    }
}
