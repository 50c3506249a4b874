using System.Globalization;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>How far somebody is, in sentences.</summary>
internal static class RuleWords
{
    public static string State(ProgressState state) => state switch
    {
        ProgressState.Met => "Met", ProgressState.OnTrack => "On track", ProgressState.Behind => "Behind", _ => "Not possible in time",
    };

    /// <summary>The tag's class, whose colour never says it alone.</summary>
    public static string Tag(ProgressState state) => state switch
    {
        ProgressState.Met => "nhsuk-tag--green", ProgressState.OnTrack => "nhsuk-tag--blue", ProgressState.Behind => "nhsuk-tag--orange", _ => "nhsuk-tag--red",
    };

    /// <summary>23 of 25 sessions.</summary>
    public static string Amount(RuleProgress rule) => $"{Figure(rule.Have)} of {Unit(rule.Need, rule.Unit)}";

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
            said.Add($"{First(Figure(inPerson.Have))} in person, and {Figure(inPerson.Need)} must be.");
        if (rule.Expected is { } expected && rule.Have < expected)
            said.Add($"{expected} are expected; {Figure(rule.Need)} are the least.");
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
            : $"{more} more {Named(rule.StillNeeded, rule.Unit)}; {Days.Count(left, "session")} {(left == 1 ? "is" : "are")} left{before}.";
    }

    /// <summary>25 sessions.</summary>
    private static string Unit(decimal amount, string unit) => $"{Figure(amount)} {Named(amount, unit)}";

    private static string Named(decimal amount, string unit) => (unit, amount == 1) switch
    {
        ("session", true) => "session", ("session", _) => "sessions",
        ("minute", true) => "minute", ("minute", _) => "minutes",
        ("hour60", true) => "hour", ("hour60", _) => "hours",
        ("unit45", true) => "unit of 45 minutes", ("unit45", _) => "units of 45 minutes",
        ("double-hour90", true) => "double hour", ("double-hour90", _) => "double hours",
        ("presentation", true) => "presentation", ("presentation", _) => "presentations",
        ("month", true) => "month", ("month", _) => "months",
        ("assessment", true) => "assessment", ("assessment", _) => "assessments",
        _ => unit,
    };

    private static string Small(decimal amount) => decimal.IsInteger(amount) && amount < 10 ? Days.Number((int)amount) : Figure(amount);

    private static string Figure(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static string First(string words) => People.Wording.First(words);
}
