namespace Portfolio.Api.Sessions;

/// <summary>A group meets once at a local date and start.</summary>
internal readonly record struct SessionKey(string Group, DateOnly Date, TimeOnly Start);

/// <summary>
/// One session of a paper register, its rows put together. A cancelled one has no lines; its mode and leader may be missing.
/// Minutes are the session's length; <c>Line</c> is its first in the sheet.
/// </summary>
internal sealed record SessionRow(
    SessionKey Key, string Site, int Minutes, string? Mode, string State, string? Leader, string? CoLeader,
    IReadOnlyList<LineRow> Lines, int Line)
{
    public bool Held => State == RegisterCode.Held;

    /// <summary>The reason's code, null for a session that was held.</summary>
    public string? CancelledBecause => Held ? null : State[RegisterCode.Cancelled.Length..];

    /// <summary>Whether this session is still on when another of the same day starts, no earlier than this one.</summary>
    public bool OverlapsWith(SessionKey later) => later.Start < Key.Start.Add(TimeSpan.FromMinutes(Minutes), out var days) || days > 0;
}

/// <summary>One person in one register; minutes are those attended, 0 for whoever was not there.</summary>
internal sealed record LineRow(string Person, string Attendance, int Minutes, string Role, DateOnly? FollowUpOf, int Line);

/// <summary>The closed lists of a paper register.</summary>
internal static class RegisterCode
{
    public const string Held = "held", Cancelled = "cancelled:";
    public const string Present = "present", Partial = "partial", Apologies = "apologies", NotExpected = "not-expected", Absent = "absent";
    public const string Member = "member", Presenter = "presenter", FollowUp = "follow-up";

    public static readonly IReadOnlyList<string> Modes = ["in-person", "online"];
    public static readonly IReadOnlyList<string> Reasons = ["leader-unavailable", "industrial-action", "holiday", "other"];
    public static readonly IReadOnlyList<string> States = [Held, .. Reasons.Select(r => Cancelled + r)];
    public static readonly IReadOnlyList<string> Attendances = [Present, Partial, Apologies, NotExpected, Absent];
    public static readonly IReadOnlyList<string> Roles = [Member, Presenter, FollowUp];
}
