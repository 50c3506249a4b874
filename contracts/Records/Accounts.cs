namespace Portfolio.Contracts.Records;

/// <summary>One person in one group over a period, as counts.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">The leader who vouches for the account.</param>
/// <param name="Group">The group's name.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Held">Sessions the group held.</param>
/// <param name="Expected">Sessions at which the holder was expected.</param>
/// <param name="Attended">Sessions attended.</param>
/// <param name="Minutes">Minutes attended in all.</param>
/// <param name="Presented">Cases presented.</param>
/// <param name="FollowedUp">Cases followed up.</param>
/// <param name="Leaders">Everyone who led in the period, in the order of the register.</param>
/// <param name="Records">URLs of the record versions behind the counts.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four, confirmed by whoever signs.</param>
public sealed record PeriodAccount(
    Holder Holder, Leader? Leader, string Group, DateOnly From, DateOnly To, int Held, int Expected, int Attended, int Minutes, int Presented,
    int FollowedUp, IReadOnlyList<Person> Leaders, IReadOnlyList<string> Records, Provenance Provenance, IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.PeriodAccount;
    /// <inheritdoc/>
    public override DateOnly Starts => From;
    /// <inheritdoc/>
    public override DateOnly? Ends => To;
    /// <inheritdoc/>
    public override IReadOnlyList<string> RestsOn => Records;
    internal override IReadOnlyList<Fact> Facts =>
    [
        new("group", Group), Fact.Of("held", Held), Fact.Of("expected", Expected), Fact.Of("attended", Attended), Fact.Of("minutes", Minutes),
        Fact.Of("presented", Presented), Fact.Of("followed-up", FollowedUp), .. Leaders.Select(leader => new Fact("leader", Fact.Of(leader))),
    ];
}

/// <summary>A leader's structured judgement on a form that is data. Ratings only, never free text.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">The leader who judged.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Date">The local date of the judgement.</param>
/// <param name="Form">The form's name.</param>
/// <param name="FormVersion">The form's version.</param>
/// <param name="Outcome">The overall level, in the form's own words.</param>
/// <param name="Ratings">The level of each item, in the form's order; may be empty.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four, confirmed by whoever signs.</param>
public sealed record Assessment(
    Holder Holder, Leader? Leader, string Group, DateOnly Date, string Form, string FormVersion, string Outcome, IReadOnlyList<Rating> Ratings,
    Provenance Provenance, IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Assessment;
    /// <inheritdoc/>
    public override DateOnly Starts => Date;
    internal override IReadOnlyList<Fact> Facts =>
    [
        new("group", Group), new("form", Form), new("form-version", FormVersion), new("outcome", Outcome),
        .. Ratings.Select(rating => new Fact("rating", $"{rating.Item}; {rating.Level}")),
    ];
}

/// <summary>What another system or paper holds, told on. It never passes for ours: its provenance is always imported.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Keeper">The system or paper that holds the original.</param>
/// <param name="What">What was counted there, as a code such as <c>sessions</c> or <c>assessments</c>.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Number">How many, as the keeper has it.</param>
/// <param name="Reference">The keeper's own reference; null where it has none.</param>
/// <param name="Provenance">Imported, by whom and when.</param>
/// <param name="Alignments">Curriculum items, at most four.</param>
public sealed record RecordedElsewhere(
    Holder Holder, string Keeper, string What, DateOnly From, DateOnly To, int Number, string? Reference, Provenance Provenance,
    IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, null, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.RecordedElsewhere;
    /// <inheritdoc/>
    public override DateOnly Starts => From;
    /// <inheritdoc/>
    public override DateOnly? Ends => To;
    internal override IReadOnlyList<Fact> Facts =>
        Reference is null
            ? [new("keeper", Keeper), new("what", What), Fact.Of("number", Number)]
            : [new("keeper", Keeper), new("what", What), Fact.Of("number", Number), new("reference", Reference)];
}

/// <summary>Somebody entitled to verified the requirement, or progress towards it as of a date.</summary>
/// <param name="Holder">Whom the record is about.</param>
/// <param name="Leader">Who verified: an educational supervisor, say; not necessarily a group leader.</param>
/// <param name="Pack">The requirement pack's key.</param>
/// <param name="PackVersion">The pack's version.</param>
/// <param name="Scope">The whole requirement, or progress so far.</param>
/// <param name="State">What the evaluation said, as a code such as <c>met</c> or <c>on-track</c>.</param>
/// <param name="AsOf">The date the evaluation was made for.</param>
/// <param name="Records">URLs of the record versions that counted.</param>
/// <param name="Provenance">How it became known.</param>
/// <param name="Alignments">Curriculum items, at most four, confirmed by whoever signs.</param>
public sealed record Verification(
    Holder Holder, Leader? Leader, string Pack, string PackVersion, VerificationScope Scope, string State, DateOnly AsOf,
    IReadOnlyList<string> Records, Provenance Provenance, IReadOnlyList<Alignment> Alignments)
    : Claim(Holder, Leader, Provenance, Alignments)
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Verification;
    /// <inheritdoc/>
    public override DateOnly Starts => AsOf;
    /// <inheritdoc/>
    public override IReadOnlyList<string> RestsOn => Records;
    internal override IReadOnlyList<Fact> Facts => [new("pack", Pack), new("pack-version", PackVersion), new("scope", Codes.Of(Scope)), new("state", State)];
}
