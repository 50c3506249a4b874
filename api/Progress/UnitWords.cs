namespace Portfolio.Api.Progress;

/// <summary>What a rule counts, as people say it.</summary>
internal static class UnitWords
{
    /// <summary>sessions, or session where it is one</summary>
    public static string Of(string unit, decimal amount) => (unit, amount == 1) switch
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
}
