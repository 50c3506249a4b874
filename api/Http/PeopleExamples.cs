using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class PeopleExamples
{
    private static readonly DateOnly August = new(2024, 8, 7);
    private static readonly DateOnly NextAugust = new(2025, 8, 5);
    private static readonly PersonBody Tara = new(Examples.Trainee, "Tara Trainee", "P008", "tara@example.org", "GMC", "9900013");

    public static IEnumerable<object> All =>
    [
        new NewProgramme("riverside", "Riverside School of Psychiatry", "Europe/London", Demonstration: true, new NewPerson("Tilda Tutor", "T1"), Examples.Programme),
        new ProgrammeBody(
            Examples.Programme, "riverside", "Riverside School of Psychiatry", "Europe/London", true, $"did:web:{Examples.Host}:programmes:{Examples.Programme}"),
        new NewPerson(Tara.Name, Tara.Key, Tara.Email, Tara.Body, Tara.Number, Tara.Id),
        Tara,
        new PeoplePage([Tara]),
        new NewPlacement(
            "Riverside Hospital", "trainee", 0.8m, [1, 2, 3, 4], August, NextAugust, "CT1", GradeExpectedTo: NextAugust, ReviewOn: new(2025, 6, 25),
            EvidenceCutOff: new(2025, 6, 11), Examples.Id(20)),
        new NewClockStop(new(2025, 1, 6), new(2025, 2, 16), Examples.Id(21)),
        new NewSupervision(Examples.Tutor, August, NextAugust, "educational", Examples.Id(22)),
        new SupervisionList([new(Examples.Id(22), Examples.Tutor, "Tilda Tutor", "educational", August, NextAugust)]),
        new NewAppointment(Examples.Tutor, "tutor", August, Id: Examples.Id(23)),
        new AppointmentList([new(Examples.Id(23), Examples.Tutor, "Tilda Tutor", "tutor", "Riverside Hospital", August, null)]),
        new RightList([new("ReadProgress", Access.Rights.ReadProgress.What, [.. Access.Rights.ReadProgress.Roles.Select(Access.Right.Words)])]),
        new InvitationBody(Examples.Id(24), Examples.Signed.AddDays(7), "bamekotiru"),
        new SignInList([new SignInBody(Examples.Id(25), "passkey", Examples.Signed, Examples.Signed.AddDays(1))]),
        new SignInsToEnd(Examples.Trainee),
        new NewAddress("tara@example.net", Examples.Id(26)),
        new AddressCode("123456"),
        new AddressBody(Examples.Id(26), "tara@example.net", Examples.Signed),
        new AddressList(Tara.Email, [new AddressBody(Examples.Id(26), "tara@example.net", Examples.Signed, Examples.Signed.AddMinutes(5))]),
        new FactBody(Examples.Id(20)),
        new WeeklyLetters(Weekly: false),
        new ProgrammeWords("resident-doctor", "facilitator"),
        new ImportBody(People: 24, Placements: 71, Groups: 2, Sessions: 96, Records: 720, Unchanged: 0),
        new DemonstrationSignIn("riverside", "P008"),
        new SignedIn("pt_AZig…", Examples.Signed.AddHours(8), Examples.Programme, Examples.Trainee),
        new DemonstrationList([new DemonstrationBody(Examples.Programme, "riverside", "Riverside School of Psychiatry", [Tara])]),
        Problems.SessionSigned.ToBody(),
        new ProblemList([Problems.IdTaken.ToBody(), Problems.SessionSigned.ToBody()]),
    ];
}
