using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>What another system or paper holds about somebody: stated by one person, confirmed by another, and only then a record.</summary>
internal sealed record ElsewhereRow(
    Guid Id, Guid PersonId, string Type, DateOnly FromOn, DateOnly UntilOn, int? Sessions, int? Minutes, string? Outcome, string Provenance, byte[]? Detail, byte[]? CopyHash,
    string? Checks, string State, Guid? DecidedBy, DateTimeOffset? DecidedAt, byte[]? Reason, Guid? RecordId, Guid? MadeBy, DateTimeOffset MadeAt)
{
    public const string Stated = "stated", Confirmed = "confirmed", Declined = "declined", Withdrawn = "withdrawn";
}

/// <summary>Who keeps it and where the original lies.</summary>
internal sealed record ElsewhereDetail(string Keeper, string? Original = null);

/// <summary>An entry to keep.</summary>
/// <param name="Checks">What our verifier answered, where it is another programme's signed record.</param>
internal sealed record ElsewhereToState(
    string Type, DateOnly From, DateOnly Until, int? Sessions, int? Minutes, string? Outcome, string Keeper, string? Original, byte[]? Copy, IReadOnlyList<CheckBody>? Checks = null)
{
    public const string Elsewhere = "elsewhere", OtherProgramme = "other-programme";

    public string Provenance => Checks is null ? Elsewhere : OtherProgramme;
}
