using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>A leader's judgement on a form: written, shown to whom it is about, signed.</summary>
/// <param name="AssessedAs">What the assessor was: a kind of mandate, or the educational supervisor.</param>
internal sealed record AssessmentRow(
    Guid Id, Guid GroupId, Guid PersonId, Guid AssessorId, string AssessedAs, string FormKey, int FormVersion, string FormType, DateOnly AssessedOn, string State,
    byte[]? Ratings, byte[]? Note, byte[]? Comment, DateTimeOffset? ReleasedAt, DateTimeOffset? ReadAt, string? Outcome, DateTimeOffset? SignedAt, byte[]? SignedHash,
    Guid? RecordId, bool Countersign, Guid? CountersignedBy, DateTimeOffset? CountersignedAt, DateTimeOffset? WithdrawnAt, int Version)
{
    public const string Draft = "draft", Released = "released", Signed = "signed", Withdrawn = "withdrawn";

    /// <summary>How long whom it is about has for reading it before it can be signed unread.</summary>
    public static readonly TimeSpan ReadingTime = TimeSpan.FromDays(14);

    /// <summary>Why it cannot be signed yet: it must be shown, and be read or have waited for as long as is stated.</summary>
    public Problem? WhyNotSign(DateTimeOffset now) => this switch
    {
        { State: Signed } => Problems.AssessmentSigned,
        { State: not Released } => Problems.AssessmentNotReleased,
        { ReadAt: null, ReleasedAt: { } shown } when now < shown + ReadingTime => Problems.AssessmentUnread.Because(
            $"It was shown on {shown:yyyy-MM-dd}. It can be signed as soon as it is read, and unread from {shown + ReadingTime:yyyy-MM-dd}."),
        _ => null,
    };
}

/// <summary>Where somebody stood in a group on the day of an assessment.</summary>
/// <param name="Began">The first day of which the group has a mandate, a member or a session.</param>
/// <param name="Standing">What the person was in it that day; nothing where they were not in it.</param>
/// <param name="FirstDay">Their first day in it at all.</param>
internal sealed record AssessmentDay(DateOnly? Began, string? Standing, DateOnly? FirstDay)
{
    public Problem? WhyNot(DateOnly on, DateOnly today)
    {
        if (on > today)
            return At("Write today or an earlier day: what is still to come cannot be judged.");
        if (Began is null || on < Began)
            return At(Began is { } began ? $"Write {began:yyyy-MM-dd}, the day on which the group began, or a later one." : "The group has not begun.");
        if (Standing is null)
            return At(FirstDay > on ? $"Write {FirstDay:yyyy-MM-dd}, their first day in the group, or a later one." : "They were not in the group on that day.");
        return Standing == "member" ? null : Problems.NotAssessed;
    }

    private static Problem At(string fix) => Problems.AssessmentDate.At(new FieldError("$.date", fix));
}
