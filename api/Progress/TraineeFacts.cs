namespace Portfolio.Api.Progress;

/// <summary>Everything that a requirement can be judged by, of one person. Records are named by their ids.</summary>
/// <param name="Zone">The programme's, in which the day of a signature is told; without it, the signature's own.</param>
internal sealed record TraineeFacts(
    string Trainee,
    IReadOnlyList<AttendedFact> Attended,
    IReadOnlyList<PresentedFact> Presented,
    IReadOnlyList<SessionFact> Sessions,
    IReadOnlyList<PlacementFact> Placements,
    IReadOnlyList<ClockStopFact> ClockStops,
    IReadOnlyList<AssessmentFact> Assessments,
    IReadOnlyList<ElsewhereFact>? Elsewhere = null,
    IReadOnlyList<MembershipFact>? Memberships = null,
    TimeZoneInfo? Zone = null)
{
    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime((Zone is null ? moment : TimeZoneInfo.ConvertTime(moment, Zone)).DateTime);
}

/// <summary>That somebody took part in a session, in whichever way.</summary>
/// <param name="Form">The group's form of meeting.</param>
/// <param name="Leaders">Whoever led that day.</param>
/// <param name="Size">How many members were there; nothing where it is not known.</param>
/// <param name="ClosedGroup">Whether the group took in nobody new.</param>
internal sealed record AttendedFact(
    string Record,
    DateOnly Date,
    Guid Group,
    int MinutesAttended,
    int SessionMinutes,
    Mode Mode,
    Provenance Provenance,
    DateTimeOffset SignedAt,
    Deed Deed = Deed.Attended,
    string Form = "case-based-discussion-group",
    IReadOnlyList<LeaderFact>? Leaders = null,
    int? Size = null,
    bool ClosedGroup = false);

/// <summary>A leader as they were on the day of the session.</summary>
/// <param name="Qualifications">Codes of those in force that day.</param>
/// <param name="Independent">Whether they had no supervision or line management over the person.</param>
internal sealed record LeaderFact(Guid Id, IReadOnlyList<string> Qualifications, bool Independent);

internal sealed record PresentedFact(
    string Record, DateOnly Date, Guid Group, PresentationRole Role, DateTimeOffset SignedAt, Provenance Provenance = Provenance.Contemporaneous);

/// <param name="Minutes">How long it lasts, where that is known.</param>
/// <param name="NotExpected">Whether the register says that nobody expected the person.</param>
internal sealed record SessionFact(
    Guid Session, Guid Group, DateOnly Date, SessionState State, DateOnly? CancelledOn = null, int? Minutes = null, bool NotExpected = false);

internal enum SessionState { Planned, Held, Cancelled }

/// <summary>A placement. No working days means that nobody said which: then every day is one.</summary>
/// <param name="WholeTime">The whole-time equivalent, above 0 and at most 1.</param>
internal sealed record PlacementFact(
    DateOnly From, DateOnly? To, string Grade, IReadOnlyList<DayOfWeek> WorkingDays, DateOnly? GradeExpectedTo, DateOnly? ReviewDate,
    decimal WholeTime = 1, DateOnly? EvidenceCutOff = null);

internal sealed record ClockStopFact(DateOnly From, DateOnly? To);

/// <param name="Together">Sessions that the person and whoever signed had both taken part in by that day; nothing where it is not known.</param>
internal sealed record AssessmentFact(
    string Record, DateOnly Date, string Type, string Outcome, Provenance Provenance, DateTimeOffset SignedAt, int? Together = null);

/// <summary>What another system or paper holds.</summary>
/// <param name="Type">What it is, such as a course or a form.</param>
/// <param name="Sessions">How many sessions it states; nothing where it states none.</param>
/// <param name="Minutes">How many minutes it states.</param>
/// <param name="Outcome">Of an assessment.</param>
/// <param name="Confirmed">Whether anybody else has confirmed it.</param>
internal sealed record ElsewhereFact(
    string Record, string Type, DateOnly From, DateOnly To, int? Sessions, int? Minutes, string? Outcome, Provenance Provenance, DateTimeOffset SignedAt,
    bool Confirmed = true);

/// <summary>A time in a group, and until when somebody has the mandate to lead it: an assessment is due before either ends.</summary>
internal sealed record MembershipFact(Guid Group, DateOnly From, DateOnly? To, DateOnly? LedUntil = null)
{
    public bool Contains(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The last day on which who leads can judge the member.</summary>
    public DateOnly? LastDay => To is null || LedUntil < To ? LedUntil : To;
}
