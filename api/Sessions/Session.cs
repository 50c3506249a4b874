using Portfolio.Api.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A session as it stands. Days and times are local to the programme.</summary>
internal sealed record Session(
    Guid Id, Guid GroupId, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string? Mode, string State, string? CancelledFor, Guid? LeaderId, Guid? CoLeaderId, int Version)
{
    public const string Open = "open";
    public const string Signed = "signed";
    public const string Cancelled = "cancelled";

    public Problem? WhyNotChange() => State switch
    {
        Signed => Problems.SessionSigned,
        Cancelled => Problems.SessionCancelled,
        _ => null,
    };

    /// <summary>Why this person cannot sign this register now.</summary>
    public Problem? WhyNotSign(IReadOnlyList<Line> lines, Guid signer, DateTimeOffset? startedAt, DateTimeOffset now)
    {
        var parts = Part.Of(this, lines);
        return this switch
        {
            { State: Cancelled } => Problems.SessionCancelled,
            { State: Signed } => Problems.SessionSigned,
            { LeaderId: null } or { Mode: null } => Problems.RegisterIncomplete,
            _ when startedAt is null || now < startedAt => Problems.SessionAhead,
            _ when !lines.Any(line => line.WasThere) => Problems.RegisterEmpty,
            _ => WhyNotVouch(parts, signer),
        };
    }

    /// <summary>Nobody signs for themselves: whoever is on the list leaves it to the other leader.</summary>
    public static Problem? WhyNotVouch(IReadOnlyList<Part> parts, Guid signer) =>
        parts.Any(part => part.PersonId == signer && part.Kind != Part.Leading) ? Problems.OwnRecord : null;
}

/// <summary>One person's line on the register.</summary>
internal sealed record Line(
    Guid PersonId, string Standing, string Attendance, int Minutes, string? Mode, bool Presented, bool FollowedUp, DateOnly? FollowUpOf)
{
    public const string VisitingMember = "visiting-member";
    public const string Taster = "taster";

    public bool WasThere => Attendance is "present" or "partial";

    /// <summary>A taster gets nothing, and an observer learning to lead is there for another reason.</summary>
    public bool GetsRecords => WasThere && Standing is ("member" or VisitingMember or "member-without-requirement");
}

/// <summary>What one record says of one person at one session; nothing about what was brought.</summary>
internal sealed record Part(Guid PersonId, string Kind, int Minutes, string Mode)
{
    public const string Attendance = "attendance";
    public const string Presentation = "presentation";
    public const string FollowUp = "follow-up";
    public const string Leading = "leading";

    /// <summary>The records that a register gives, in the order in which they are signed.</summary>
    public static IReadOnlyList<Part> Of(Session session, IReadOnlyList<Line> lines) =>
        [.. lines.Where(line => line.GetsRecords).OrderBy(line => line.PersonId).SelectMany(line => Of(session, line))];

    /// <summary>Whether its record would say something else. One of a presentation says neither minutes nor mode, so it keeps its bytes.</summary>
    public bool SaysOtherwise(Part was) => Kind is Attendance or Leading && this != was;

    /// <summary>Having led: a record that somebody else signs, never its holder.</summary>
    public static IEnumerable<Part> Leads(Session session) =>
        new[] { session.LeaderId, session.CoLeaderId }.OfType<Guid>().Select(leader => new Part(leader, Leading, session.Minutes, session.Mode!));

    private static IEnumerable<Part> Of(Session session, Line line)
    {
        var mode = line.Mode ?? session.Mode!;
        yield return new(line.PersonId, Attendance, line.Minutes, mode);
        if (line.Presented)
            yield return new(line.PersonId, Presentation, line.Minutes, mode);
        if (line.FollowedUp)
            yield return new(line.PersonId, FollowUp, line.Minutes, mode);
    }
}
