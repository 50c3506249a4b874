namespace Portfolio.Api.Progress;

internal sealed record TraineeFacts(
    string Trainee,
    IReadOnlyList<AttendedFact> Attended,
    IReadOnlyList<PresentedFact> Presented,
    IReadOnlyList<SessionFact> Sessions,
    IReadOnlyList<PlacementFact> Placements,
    IReadOnlyList<ClockStopFact> ClockStops,
    IReadOnlyList<AssessmentFact> Assessments);

internal sealed record AttendedFact(
    string Record,
    DateOnly Date,
    Guid Group,
    int MinutesAttended,
    int SessionMinutes,
    Mode Mode,
    Provenance Provenance,
    DateTimeOffset SignedAt);

internal sealed record PresentedFact(string Record, DateOnly Date, Guid Group, PresentationRole Role, DateTimeOffset SignedAt);

internal enum PresentationRole { Presented, FollowedUp }

internal sealed record SessionFact(Guid Session, Guid Group, DateOnly Date, SessionState State, DateOnly? CancelledOn = null);

internal enum SessionState { Planned, Held, Cancelled }

// No working days means that nobody said which: then every day is one.
internal sealed record PlacementFact(
    DateOnly From, DateOnly? To, string Grade, IReadOnlyList<DayOfWeek> WorkingDays, DateOnly? GradeExpectedTo, DateOnly? ReviewDate);

internal sealed record ClockStopFact(DateOnly From, DateOnly? To);

internal sealed record AssessmentFact(
    string Record, DateOnly Date, string Type, string Outcome, Provenance Provenance, DateTimeOffset SignedAt);
