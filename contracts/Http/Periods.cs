namespace Portfolio.Contracts.Http;

/// <summary>Periods that accounts of somebody can be of, each with the groups they were a member of in it.</summary>
/// <param name="PersonId">Whose they are.</param>
/// <param name="Alignments">The curriculum items that the person's requirement proposes for an account: at most four.</param>
/// <param name="Periods">The periods, oldest first.</param>
public sealed record PeriodList(Guid PersonId, IReadOnlyList<ItemOfFramework> Alignments, IReadOnlyList<PeriodBody> Periods);

/// <summary>A period that accounts can be of.</summary>
/// <param name="Kind"><c>review</c>, <c>placement</c> or <c>appraisal-year</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or today where it is not over.</param>
/// <param name="Over">Whether it is over.</param>
/// <param name="Groups">The groups in it, each to be signed by its own leaders.</param>
public sealed record PeriodBody(string Kind, DateOnly From, DateOnly Until, bool Over, IReadOnlyList<PeriodInGroup> Groups);

/// <summary>A group in a period.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Group">Its name.</param>
/// <param name="Held">Its signed sessions in the period while they were a member.</param>
/// <param name="Attended">Those they attended.</param>
/// <param name="Minutes">Minutes attended in all.</param>
/// <param name="RecordId">The account of it that was signed, where one was.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
public sealed record PeriodInGroup(Guid GroupId, string Group, int Held, int Attended, int Minutes, Guid? RecordId, DateOnly? SignedOn);
