namespace Portfolio.Contracts.Http;

/// <summary>What a programme calls those who train and those who lead, on its pages and in its letters. Records keep the words of their format.</summary>
/// <param name="Trainee"><c>trainee</c>, <c>resident-doctor</c> or <c>member</c>.</param>
/// <param name="Leader"><c>leader</c>, <c>facilitator</c> or <c>moderator</c>.</param>
public sealed record ProgrammeWords([Code("trainee", "resident-doctor", "member")] string Trainee, [Code("leader", "facilitator", "moderator")] string Leader);
