namespace Portfolio.Contracts.Http;

/// <summary>
/// Whether somebody gets the weekly letters: to a leader with unsigned registers or assessments that are due, to a trainee whose state changed. On until they are switched off.
/// </summary>
/// <param name="Weekly">Whether they come.</param>
public sealed record WeeklyLetters(bool Weekly);
