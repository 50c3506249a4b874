using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SessionsRule), "sessions")]
[JsonDerivedType(typeof(AssessmentsRule), "assessments")]
internal abstract record Rule(string Id)
{
    public abstract IEnumerable<(string Member, Sourced? Value)> Sources();
}

internal sealed record SessionsRule(
    string Id,
    CountingUnit Unit,
    Sourced<int> Minimum,
    Sourced<int> MinimumMinutes,
    Sourced<GroupsCounted> Groups,
    Sourced<IReadOnlyList<Mode>> Modes,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    Sourced<int> EveryDays,
    Sourced<int> JudgedAfter) : Rule(Id)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() =>
    [
        ("minimum", Minimum), ("minimumMinutes", MinimumMinutes), ("groups", Groups), ("modes", Modes),
        ("accepted", Accepted), ("everyDays", EveryDays), ("judgedAfter", JudgedAfter),
    ];
}

internal sealed record AssessmentsRule(
    string Id,
    string Type,
    Sourced<int> Minimum,
    Sourced<IReadOnlyList<string>> Passes,
    Sourced<IReadOnlyList<Provenance>> Accepted,
    Sourced<int>? EveryMonths = null) : Rule(Id)
{
    public override IEnumerable<(string Member, Sourced? Value)> Sources() =>
        [("minimum", Minimum), ("passes", Passes), ("accepted", Accepted), ("everyMonths", EveryMonths)];
}
