using System.Globalization;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where somebody stands, and who does what, as a page says it.</summary>
internal static class StateWords
{
    public static string Of(ProgressState? state) => state switch
    {
        ProgressState.Met => "Met",
        ProgressState.OnTrack => "On track",
        ProgressState.Behind => "Behind",
        ProgressState.NotPossible => "Not possible in time",
        _ => "No requirement",
    };

    /// <summary>The colour of the tag that says it.</summary>
    public static string Colour(ProgressState? state) => state switch
    {
        ProgressState.Met => "green",
        ProgressState.OnTrack => "blue",
        ProgressState.Behind => "orange",
        ProgressState.NotPossible => "red",
        _ => "grey",
    };

    /// <summary>14 of 25 sessions</summary>
    public static string Amount(decimal have, decimal need, string unit) => $"{Number(have)} of {Number(need)} {UnitWords.Of(unit, need)}";

    /// <summary>14 of 25 sessions, 1 of 2 assessments</summary>
    public static string Amounts(TraineeProgress progress) => string.Join(", ", progress.Rules.Select(rule => Amount(rule.Have, rule.Need, rule.Unit)));

    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Who may take a step, in a programme's own words.</summary>
    public static string Who(string code, People.Wording words) => code switch
    {
        "leader" => $"a {words.Leader} of the group",
        "tutor" => "a tutor",
        "educational-supervisor" => "the educational supervisor",
        "director" => "the training programme director",
        _ => "a member of the panel",
    };

    /// <summary>What a step does, to begin a sentence or a button with.</summary>
    public static string Act(string code) => code switch
    {
        "agrees" => "Agree",
        "checks" => "Check",
        "answers" => "Answer a question",
        _ => "Verify",
    };
}
