using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>Whose answer a version of a pack would change, and how. Nothing is written by asking.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Version">The version that was tried.</param>
/// <param name="AsOf">The local day that is answered for.</param>
/// <param name="People">Everybody whom it concerns: who follows another version of the pack on that day, or the pack that it lies over.</param>
/// <param name="Changes">Those of them whose answer would change, and how; the rest would hear the same.</param>
/// <param name="Hash">What to send back with a move: it stands for exactly this answer.</param>
public sealed record PackTrial(string Pack, int Version, DateOnly AsOf, IReadOnlyList<Guid> People, IReadOnlyList<AnswerChange> Changes, string Hash);

/// <summary>People who are moved to a version of a requirement pack.</summary>
/// <param name="People">Who: of those whom the dry run names. Whoever follows the version already stays as they are.</param>
/// <param name="From">The first day of the version; what they followed until then ends the day before.</param>
/// <param name="AsOf">The day that the dry run was asked for.</param>
/// <param name="TrialHash">The hash of the dry run that was seen.</param>
public sealed record RequirementMove(
    [MinLength(1), MaxLength(2000)] IReadOnlyList<Guid> People, [LocalDay] DateOnly From, [LocalDay] DateOnly AsOf, [PlainText(64)] string TrialHash);

/// <summary>Who was moved.</summary>
/// <param name="Moved">How many people follow the version now who did not before.</param>
/// <param name="Unchanged">How many followed it already.</param>
public sealed record RequirementsMoved(int Moved, int Unchanged);

/// <summary>The assessments that the members of a group still need, the most urgent first.</summary>
/// <param name="AsOf">The local day.</param>
/// <param name="Due">One line for each person and type.</param>
public sealed record DueAssessments(DateOnly AsOf, IReadOnlyList<DueAssessment> Due);

/// <summary>An assessment that somebody needs.</summary>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Name">Their name.</param>
/// <param name="Type">The type of form that counts.</param>
/// <param name="Have">How many of them count, wherever they are kept.</param>
/// <param name="Need">How many are needed.</param>
/// <param name="DueBy">The last day for the next one; absent where the pack and the dates set none.</param>
/// <param name="Overdue">Whether that day has passed.</param>
/// <param name="SessionsTogether">How many signed sessions of the group the person attended so far.</param>
/// <param name="SessionsNeeded">How many sessions together the pack asks for first; absent where it asks for none.</param>
/// <param name="Open">Whether somebody in the group has begun one that is not signed yet.</param>
public sealed record DueAssessment(
    Guid PersonId, string Name, string Type, decimal Have, decimal Need, DateOnly? DueBy, bool Overdue, int SessionsTogether, int? SessionsNeeded, bool Open);
