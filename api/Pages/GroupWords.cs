using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The codes of groups and sessions, as people say them.</summary>
internal static class GroupWords
{
    public static string Standing(string code) => code switch
    {
        "member-without-requirement" => "without a requirement", "visiting-member" => "visiting", "taster" => "trying it out", "observer" => "observing", _ => "",
    };

    public static string Kind(string code, Wording words) => code switch { "co-leader" => "co-" + words.Leader, "deputy" => "deputy", _ => words.Leader };

    public static string Reason(string? code) => code switch
    {
        "leader-unavailable" => "nobody could lead", "industrial-action" => "industrial action", "holiday" => "a holiday", _ => "another reason",
    };

    /// <summary>Why a session can have been cancelled, as it is chosen.</summary>
    public static readonly IReadOnlyList<(string Code, string Words)> Reasons =
        [("leader-unavailable", "Nobody could lead"), ("industrial-action", "Industrial action"), ("holiday", "A holiday"), ("other", "Another reason")];

    /// <summary>How long ago a day was.</summary>
    public static string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        1 => "since yesterday", var days and < 14 => $"for {Days.Count(days, "day")}", var days => $"for {days / 7} weeks",
    };
}
