namespace Portfolio.Contracts.Records;

/// <summary>What a record says: one of seven kinds. It holds no clinical text, no theme and no reason for an absence.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">Who led or judged, and vouches for it by endorsement unless it is attested or imported; null where nobody is known.</param>
/// <param name="Provenance">How what it says became known.</param>
/// <param name="Alignments">Curriculum items it evidences, at most <see cref="ClaimRules.MostAlignments"/>; may be empty.</param>
public abstract record Claim(Holder Holder, Leader? Leader, Provenance Provenance, IReadOnlyList<Alignment> Alignments)
{
    /// <summary>Which of the seven kinds it is.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>The day, or the first day of the period, the claim is about.</summary>
    public abstract DateOnly Starts { get; }

    /// <summary>The last day of the period; null where the claim is about one day.</summary>
    public virtual DateOnly? Ends => null;

    /// <summary>The records the claim rests on, as URLs of their versions; empty for what was seen directly.</summary>
    public virtual IReadOnlyList<string> RestsOn => [];

    // Also keeps the list of kinds closed: nobody outside can answer this.
    internal abstract IReadOnlyList<Fact> Facts { get; }
}

/// <summary>The holder was in a session.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">The leader who led that day.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Date">The local date of the session.</param>
/// <param name="Minutes">Minutes the holder was there, 1 to 1440.</param>
/// <param name="Mode">In the room or online.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four; usually none, because sitting in a room attains no capability.</param>
public sealed record Attendance(
    Holder Holder, Leader? Leader, string Group, DateOnly Date, int Minutes, Mode Mode, Provenance Provenance, IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Attendance;
    /// <inheritdoc/>
    public override DateOnly Starts => Date;
    internal override IReadOnlyList<Fact> Facts => [new("group", Group), Fact.Of("minutes", Minutes), new("mode", Codes.Of(Mode))];
}

/// <summary>The holder presented a case, or followed one up. It never says of which earlier date.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">The leader who led that day.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Date">The local date of the session.</param>
/// <param name="Role">Presented or followed up.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four.</param>
public sealed record Presentation(
    Holder Holder, Leader? Leader, string Group, DateOnly Date, PresentationRole Role, Provenance Provenance, IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Presentation;
    /// <inheritdoc/>
    public override DateOnly Starts => Date;
    internal override IReadOnlyList<Fact> Facts => [new("group", Group), new("role", Codes.Of(Role))];
}

/// <summary>The holder led or co-led a session.</summary>
/// <param name="Holder">Whom the record is about: the leader of that day.</param>
/// <param name="Leader">The other leader, who vouches; null when it stands on the tutor's appointment. Never the holder.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Date">The local date of the session.</param>
/// <param name="Minutes">Minutes led, 1 to 1440.</param>
/// <param name="Mode">In the room or online.</param>
/// <param name="Role">Led or co-led.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four.</param>
public sealed record Leading(
    Holder Holder, Leader? Leader, string Group, DateOnly Date, int Minutes, Mode Mode, LeadingRole Role, Provenance Provenance,
    IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Leading;
    /// <inheritdoc/>
    public override DateOnly Starts => Date;
    internal override IReadOnlyList<Fact> Facts => [new("group", Group), Fact.Of("minutes", Minutes), new("mode", Codes.Of(Mode)), new("role", Codes.Of(Role))];
}
