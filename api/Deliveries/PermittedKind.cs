namespace Portfolio.Api.Deliveries;

/// <summary>A kind of record that a trainee can let a platform have, or that it may show how far they are, in the words in which they are asked.</summary>
/// <param name="Code">As records have it.</param>
/// <param name="About">What such a record tells.</param>
/// <param name="Offered">Whether it is on unless it is taken away. Single days are for the trainee to switch on, or for a platform to ask for.</param>
internal sealed record PermittedKind(string Code, string Name, string About, bool Offered)
{
    /// <summary>No kind of record: that the platform may show the year as it is today. Nothing of it is fed or pushed.</summary>
    public const string Progress = "progress";

    /// <summary>What a permission is for that names no kinds.</summary>
    public static string[] Default => [.. All.Where(kind => kind.Offered).Select(kind => kind.Code)];

    public static IReadOnlyList<PermittedKind> All { get; } =
    [
        new("period-account", "Accounts of a period", "How many sessions were held and how many you attended, with cases as a number, signed by a leader.", true),
        new("assessment", "Assessments", "What a leader judged of how you take part: the form, the levels and the outcome, and no free text.", true),
        new("verification", "Verifications", "That a requirement, or how far you are towards it, was verified, on which records.", true),
        new("attendance", "Attendance", "Each session that you attended: the day, the minutes, the group, the leader.", false),
        new("presentation", "Presentations", "The days on which you presented a case. Nothing about the case is in any record.", false),
        new("follow-up", "Follow-ups", "The days on which you followed a case up. Nothing about the case is in any record.", false),
        new("recorded-elsewhere", "Recorded elsewhere", "What another system or paper holds of you, as somebody here confirmed it.", false),
        new(Progress, "Your year, shown there", "How far you are, with cases as a number, and for each session whether you were there. The days of cases only if you permit those too. It is shown, not handed over.", false),
    ];
}
