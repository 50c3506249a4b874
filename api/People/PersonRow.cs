namespace Portfolio.Api.People;

/// <summary>
/// One placement of one person, as the sheet states it; both ends are included. No number goes with the body <c>none</c>, no group
/// with a supervisor or tutor. The working days stand in the order of the week.
/// </summary>
internal sealed record PersonRow(
    string Person, string Name, string? Email, string Body, string? Number,
    string Role, string? Grade, decimal? WholeTimeEquivalent, IReadOnlyList<DayOfWeek> WorkingDays,
    string Site, string? Group, DateOnly From, DateOnly To, string? Supervisor,
    DateOnly? GradeExpectedTo, DateOnly? Review, DateOnly? EvidenceCutOff, int Line)
{
    public bool Leads => Role == PersonRole.Leader;
    public bool Attends => Role is PersonRole.Trainee or PersonRole.Member;
}

internal static class PersonRole
{
    public const string Trainee = "trainee", Leader = "leader", Supervisor = "supervisor", Tutor = "tutor", Member = "member";

    public static readonly IReadOnlyList<string> All = [Trainee, Leader, Supervisor, Tutor, Member];

    public static bool MeetsInAGroup(string role) => role is Trainee or Leader or Member;
}
