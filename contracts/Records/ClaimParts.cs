namespace Portfolio.Contracts.Records;

/// <summary>The seven kinds of record.</summary>
public enum RecordKind
{
    /// <summary>In a session.</summary>
    Attendance,
    /// <summary>Presented or followed up a case.</summary>
    Presentation,
    /// <summary>Led or co-led a session.</summary>
    Leading,
    /// <summary>A person's period in a group, as counts.</summary>
    PeriodAccount,
    /// <summary>A judgement on a form.</summary>
    Assessment,
    /// <summary>What another system or paper holds.</summary>
    RecordedElsewhere,
    /// <summary>Requirement or progress, verified.</summary>
    Verification,
}

/// <summary>How a person took part.</summary>
public enum Mode
{
    /// <summary>In the room; code <c>in-person</c>.</summary>
    InPerson,
    /// <summary>By video; code <c>online</c>.</summary>
    Online,
}

/// <summary>What a presenter did.</summary>
public enum PresentationRole
{
    /// <summary>Presented a case; code <c>presented</c>.</summary>
    Presented,
    /// <summary>Followed up a case presented earlier; code <c>followed-up</c>.</summary>
    FollowedUp,
}

/// <summary>What a leader did.</summary>
public enum LeadingRole
{
    /// <summary>Code <c>led</c>.</summary>
    Led,
    /// <summary>Code <c>co-led</c>.</summary>
    CoLed,
}

/// <summary>What was verified.</summary>
public enum VerificationScope
{
    /// <summary>The whole requirement; code <c>requirement</c>.</summary>
    Requirement,
    /// <summary>Progress as of a date; code <c>progress</c>.</summary>
    Progress,
}

/// <summary>How what a record says became known.</summary>
public enum ProvenanceKind
{
    /// <summary>Signed by a leader of that day; code <c>contemporaneous</c>.</summary>
    Contemporaneous,
    /// <summary>Closed by somebody else because no leader of that day could; code <c>attested</c>.</summary>
    Attested,
    /// <summary>Taken over from paper or another system; code <c>imported</c>.</summary>
    Imported,
}

/// <summary>How what a record says became known, and through whom.</summary>
/// <param name="Kind">Contemporaneous, attested or imported.</param>
/// <param name="By">Who attested or imported; null when contemporaneous.</param>
/// <param name="At">When, to the second in UTC; null when contemporaneous.</param>
public sealed record Provenance(ProvenanceKind Kind, string? By, DateTimeOffset? At)
{
    /// <summary>Signed by a leader of that day.</summary>
    public static Provenance Contemporaneous { get; } = new(ProvenanceKind.Contemporaneous, null, null);

    /// <summary>Closed by <paramref name="by"/> because no leader of that day could.</summary>
    public static Provenance Attested(string by, DateTimeOffset at) => new(ProvenanceKind.Attested, by, at);

    /// <summary>Taken over from elsewhere by <paramref name="by"/>.</summary>
    public static Provenance Imported(string by, DateTimeOffset at) => new(ProvenanceKind.Imported, by, at);
}

/// <summary>A name with a professional number.</summary>
/// <param name="Name">Name as it stands on a certificate.</param>
/// <param name="Body">Short name of the professional body (<c>GMC</c>); null where there is none.</param>
/// <param name="Number">The number there, as text; null exactly when <paramref name="Body"/> is.</param>
public record Person(string Name, string? Body = null, string? Number = null);

/// <summary>Whom a record is about.</summary>
/// <param name="Id">The person's id in the programme; the same in all of their records.</param>
/// <param name="Name">Name as it stands on a certificate.</param>
/// <param name="Body">Short name of the professional body; null where there is none.</param>
/// <param name="Number">The number there, as text.</param>
public sealed record Holder(Guid Id, string Name, string? Body = null, string? Number = null) : Person(Name, Body, Number);

/// <summary>Who vouches for a record.</summary>
/// <param name="Id">The person's id in the programme.</param>
/// <param name="Name">Name as it stands on a certificate.</param>
/// <param name="Body">Short name of the professional body; null where there is none.</param>
/// <param name="Number">The number there, as text.</param>
public sealed record Leader(Guid Id, string Name, string? Body = null, string? Number = null) : Person(Name, Body, Number);

/// <summary>A curriculum item a record evidences (Open Badges 3.0 <c>Alignment</c>, <c>targetType</c> <c>CFItem</c>).</summary>
/// <param name="Url">URL of the CASE item.</param>
/// <param name="Code">The item's code.</param>
/// <param name="Name">The item's short name.</param>
/// <param name="Framework">The framework's name.</param>
public sealed record Alignment(string Url, string Code, string Name, string Framework);

/// <summary>The level given to one item of an assessment form.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Level">The level, in the form's own words.</param>
public sealed record Rating(string Item, string Level);
