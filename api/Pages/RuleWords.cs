using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>How far somebody is, in sentences.</summary>
internal static class RuleWords
{
    /// <summary>What follows from that: what is still needed, by when, and what else the rule asks.</summary>
    public static IReadOnlyList<string> Of(RuleProgress rule, TraineeProgress progress)
    {
        var said = new List<string>();
        if (rule.StillNeeded == 0)
            said.Add(rule.MetOn is { } on ? $"That has been enough since {Days.Day(on)}." : "That is enough.");
        else
            said.Add(Needed(rule, progress.Deadline, progress.AsOf));
        if (rule.SessionsLeftEstimated is > 0 and var estimated && rule.StillNeeded > 0)
            said.Add($"{First(Days.Number(estimated))} of the sessions left {(estimated == 1 ? "is" : "are")} not planned yet and follow{(estimated == 1 ? "s" : "")} from the usual rhythm.");
        if (rule.State is ProgressState.Behind && rule.NextDue is null)
            said.Add("At the rate so far that will not be enough in time.");
        if (rule is { State: ProgressState.OnTrack, BehindOn: { } behind, NextDue: null })
            said.Add($"Without any more it falls behind on {Days.Day(behind)}.");
        if (rule.InPerson is { } inPerson)
            said.Add($"{First(StateWords.Number(inPerson.Have))} in person, and {StateWords.Number(inPerson.Need)} must be.");
        if (rule.Expected is { } expected && rule.Have < expected)
            said.Add($"{expected} are expected; {StateWords.Number(rule.Need)} are the least.");
        said.AddRange(rule.Lacks.Select(lack => First(lack.Why) + "."));
        return said;
    }

    private static string Needed(RuleProgress rule, DateOnly? deadline, DateOnly asOf)
    {
        var (more, one) = (First(Small(rule.StillNeeded)), rule.StillNeeded == 1);
        var before = deadline is { } day ? $" before {Days.Day(day)}" : "";
        if (rule.NextDue is { } due)
            return $"{more} more {(one ? "is" : "are")} needed; the next {(due < asOf ? "was due" : "is due")} by {Days.Day(due)}.";
        if (rule.SessionsLeft is not { } left)
            return $"{more} more {(one ? "is" : "are")} needed{before}.";
        if (rule.State is ProgressState.NotPossible)
            return $"{more} more {(one ? "is" : "are")} needed, and {(left == 1 ? "only one session is" : $"only {Days.Count(left, "session")} are")} left{before}.".Replace("only no", "no", StringComparison.Ordinal);
        return rule.Unit == "session"
            ? $"{more} more of the {Days.Count(left, "session")} left{before}."
            : $"{more} more {UnitWords.Of(rule.Unit, rule.StillNeeded)}; {Days.Count(left, "session")} {(left == 1 ? "is" : "are")} left{before}.";
    }

    private static string Small(decimal amount) => decimal.IsInteger(amount) && amount < 10 ? Days.Number((int)amount) : StateWords.Number(amount);

    private static string First(string words) => People.Wording.First(words);
}
