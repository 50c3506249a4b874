using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

internal static class Given
{
    public static readonly Guid Group = new("0192f0aa-0000-7000-8000-000000000001");
    public static readonly Guid OtherGroup = new("0192f0aa-0000-7000-8000-000000000002");

    // A Wednesday. The year's weeks are counted from it.
    public static readonly DateOnly Start = new(2024, 8, 7);
    public static readonly DateOnly EndOfCt1 = new(2025, 7, 31);

    public static RequirementPack NorthWest => RequirementPacks.Find("uk-nw-core")!;
    public static RequirementPack GlasgowSouth => RequirementPacks.Find("uk-glasgow-south-core")!;

    public static DateOnly Week(int number) => Start.AddDays(7 * number);

    public static DateTimeOffset Evening(this DateOnly day) => new(day, new(18, 0), TimeSpan.Zero);

    public static AttendedFact Attended(int week, int minutes = 60, Guid? group = null, Mode mode = Mode.InPerson, Provenance provenance = Provenance.Contemporaneous) =>
        new($"r{week:00}", Week(week), group ?? Group, minutes, 60, mode, provenance, Week(week).Evening());

    public static SessionFact Session(int week, SessionState state = SessionState.Planned) =>
        new(new Guid(week, 0, 0, new byte[8]), Group, Week(week), state);

    public static AssessmentFact Assessment(DateOnly day, string outcome = "satisfactory", string type = "CBDGA") =>
        new($"a{day:MMdd}", day, type, outcome, Provenance.Contemporaneous, day.Evening());

    // In CT2, so that the deadline is the end of the grade itself: 31 July 2025, 52 weeks of sessions from the start.
    public static TraineeFacts Trainee(params AttendedFact[] attended) => new(
        "P100", attended, [], [.. Enumerable.Range(0, 52).Select(week => Session(week, SessionState.Held))],
        [new(Start, EndOfCt1, "CT2", [], EndOfCt1, new(2025, 6, 20))], [], []);

    public static TraineeFacts InGrade(this TraineeFacts facts, string grade) =>
        facts with { Placements = [.. facts.Placements.Select(placement => placement with { Grade = grade })] };

    public static RuleProgress Sessions(this TraineeProgress progress) => progress.Rules[0];
    public static RuleProgress Assessments(this TraineeProgress progress) => progress.Rules[1];

    public static RequirementPack With(this RequirementPack pack, Func<SessionsRule, SessionsRule> change) =>
        pack with { Rules = [change((SessionsRule)pack.Rules[0]), .. pack.Rules.Skip(1)] };
}
