using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

/// <summary>One thing a pack asks for. It counts as met only when the rules it requires are met too.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SessionsRule), "sessions")]
[JsonDerivedType(typeof(PresentationsRule), "presentations")]
[JsonDerivedType(typeof(SpanRule), "span")]
[JsonDerivedType(typeof(AssessmentsRule), "assessments")]
[JsonDerivedType(typeof(ElsewhereRule), "elsewhere")]
internal abstract record Rule(string Id, IReadOnlyDictionary<string, string>? Title, IReadOnlyList<string>? Requires)
{
    public abstract IEnumerable<(string Member, Sourced? Value)> Sources();
}

/// <summary>So much time, or so many sessions, of taking part. What is left out is not asked for.</summary>
internal sealed record SessionsRule(
    string Id,
    CountingUnit Unit,
    Sourced<decimal> Minimum,
    Sourced<GroupsCounted> Groups,
    Sourced<IReadOnlyList<Mode>> Modes,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    Sourced<int> EveryDays,
    Sourced<int> JudgedAfter,
    Sourced<int>? MinimumMinutes = null,
    Sourced<int>? MinimumShare = null,
    Sourced<Rounding>? Rounding = null,
    Sourced<IReadOnlyList<Deed>>? Deeds = null,
    Sourced<IReadOnlyList<string>>? Forms = null,
    Sourced<decimal>? MinimumInPerson = null,
    Sourced<int>? InPersonShare = null,
    Sourced<bool>? FirstAndLastInPerson = null,
    Sourced<decimal>? MostPerOnlineSession = null,
    Sourced<decimal>? MostPerDay = null,
    Sourced<NumberSpan>? GroupSize = null,
    Sourced<bool>? ClosedGroup = null,
    Sourced<bool>? SameLeader = null,
    Sourced<IReadOnlyList<string>>? LeaderQualifications = null,
    Sourced<bool>? LeaderIndependent = null,
    Sourced<IReadOnlyList<string>>? Elsewhere = null,
    Sourced<int>? Expected = null,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyList<string>? Requires = null) : Rule(Id, Title, Requires)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() =>
    [
        ("minimum", Minimum), ("minimumMinutes", MinimumMinutes), ("minimumShare", MinimumShare), ("rounding", Rounding), ("groups", Groups), ("modes", Modes),
        ("accepted", Accepted), ("everyDays", EveryDays), ("judgedAfter", JudgedAfter), ("deeds", Deeds), ("forms", Forms),
        ("minimumInPerson", MinimumInPerson), ("inPersonShare", InPersonShare), ("firstAndLastInPerson", FirstAndLastInPerson),
        ("mostPerOnlineSession", MostPerOnlineSession), ("mostPerDay", MostPerDay), ("groupSize", GroupSize), ("closedGroup", ClosedGroup),
        ("sameLeader", SameLeader), ("leaderQualifications", LeaderQualifications), ("leaderIndependent", LeaderIndependent), ("elsewhere", Elsewhere),
        ("expected", Expected),
    ];
}

/// <summary>So many cases presented, or followed up.</summary>
internal sealed record PresentationsRule(
    string Id,
    Sourced<int> Minimum,
    Sourced<IReadOnlyList<PresentationRole>> Roles,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyList<string>? Requires = null) : Rule(Id, Title, Requires)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() => [("minimum", Minimum), ("roles", Roles), ("accepted", Accepted)];
}

/// <summary>So many months from the first session that counts to the last.</summary>
internal sealed record SpanRule(
    string Id,
    Sourced<int> MinimumMonths,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    Sourced<IReadOnlyList<string>>? Forms = null,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyList<string>? Requires = null) : Rule(Id, Title, Requires)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() => [("minimumMonths", MinimumMonths), ("accepted", Accepted), ("forms", Forms)];
}

internal sealed record AssessmentsRule(
    string Id,
    string Type,
    Sourced<int> Minimum,
    Sourced<IReadOnlyList<string>> Passes,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    Sourced<int>? EveryMonths = null,
    Sourced<int>? SessionsTogether = null,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyList<string>? Requires = null) : Rule(Id, Title, Requires)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() =>
        [("minimum", Minimum), ("passes", Passes), ("accepted", Accepted), ("everyMonths", EveryMonths), ("sessionsTogether", SessionsTogether)];
}

/// <summary>A part that is evidenced apart: a course, a certificate, hours that another system or paper holds.</summary>
internal sealed record ElsewhereRule(
    string Id,
    CountingUnit Unit,
    Sourced<decimal> Minimum,
    Sourced<IReadOnlyList<string>> Types,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyList<string>? Requires = null) : Rule(Id, Title, Requires)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() => [("minimum", Minimum), ("types", Types), ("accepted", Accepted)];
}
