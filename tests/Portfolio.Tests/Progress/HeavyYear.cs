using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

/// <summary>As much as one trainee can have: 150 records, under a pack of 20 rules of every kind with every limit.</summary>
internal static class HeavyYear
{
    private static readonly Provenance[] All = Enum.GetValues<Provenance>();

    public static TraineeFacts Facts { get; } = Make();

    public static RequirementPack Pack { get; } = new(
        "heavy", 1, "en", new Dictionary<string, string> { ["en"] = "Everything at once" }, Given.Start,
        [new(DeadlineAt.Review, Of("CT1")), new(DeadlineAt.GradeEnd, Of("CT2")), new(DeadlineAt.Window, Months: Of(18))],
        [
            .. Enumerable.Range(0, 8).Select(Sessions),
            .. Enumerable.Range(1, 3).Select(number => new PresentationsRule($"cases-{number}", Of(10 * number), Of<IReadOnlyList<PresentationRole>>([PresentationRole.Presented]), Accepted)),
            .. Enumerable.Range(1, 3).Select(number => new SpanRule($"span-{number}", Of(6 * number), Accepted)),
            .. Enumerable.Range(1, 3).Select(number => new AssessmentsRule($"assessments-{number}", "CBDGA", Of(number), Of<IReadOnlyList<string>>(["satisfactory"]), Accepted, Of(6), Of(4), Requires: ["sessions-0"])),
            .. Enumerable.Range(1, 3).Select(number => new ElsewhereRule($"elsewhere-{number}", CountingUnit.Hour60, Of(10m * number), Of<IReadOnlyList<string>>(["theory"]), Accepted)),
        ],
        [], Of<IReadOnlyList<Movable>>([Movable.Deadline, Movable.Window, Movable.Spacing]), new(["CT1", "CT2", "CT3"], Of(12)),
        LessThanFullTime: Of(LessThanFullTime.StretchWindow), EvidenceCutOff: Of(true));

    public static TraineeProgress Answer() => Evaluation.Of(Pack, Facts, Given.Week(40));

    private static Sourced<IReadOnlyList<Provenance>> Accepted => Of<IReadOnlyList<Provenance>>(All);

    private static SessionsRule Sessions(int number) => new(
        $"sessions-{number}", number % 2 == 0 ? CountingUnit.DoubleHour90 : CountingUnit.Session, Of(60m), Of(number % 4 == 3 ? GroupsCounted.OneGroup : GroupsCounted.AddUp),
        Of<IReadOnlyList<Mode>>([Mode.InPerson, Mode.Online]), Accepted, Of(7), Of(4), Of(45), Of(60), null, null, Of<IReadOnlyList<string>>(["case-based-discussion-group"]),
        Of(10m), Of(50), Of(number % 3 == 0), number % 2 == 0 ? Of(1m) : null, Of(2m), Of(new NumberSpan(2, 12)), null, Of(number % 4 == 2), Of<IReadOnlyList<string>>(["balint-leader"]), Of(true),
        Of<IReadOnlyList<string>>(["attendance"]));

    // 150: 110 sessions, 25 cases, 5 assessments, 10 from elsewhere.
    private static TraineeFacts Make()
    {
        LeaderFact[] leaders = [new(new(1, 0, 0, new byte[8]), ["balint-leader"], true), new(new(2, 0, 0, new byte[8]), [], true)];
        return new(
            "P100",
            [
                .. Enumerable.Range(0, 110).Select(i => Given.Attended(i / 3, 40 + (i % 30), i % 5 == 0 ? Given.OtherGroup : Given.Group, i % 3 == 0 ? Mode.Online : Mode.InPerson) with
                {
                    Record = $"r{i:000}", Leaders = leaders, Size = 3 + (i % 11), SessionMinutes = 90,
                }),
            ],
            [.. Enumerable.Range(0, 25).Select(i => new PresentedFact($"p{i}", Given.Week(i), Given.Group, i % 4 == 0 ? PresentationRole.FollowedUp : PresentationRole.Presented, Given.Week(i).Evening()))],
            [.. Enumerable.Range(0, 100).Select(week => Given.Session(week, SessionState.Held))],
            [new(Given.Start, Given.Week(26), "CT1", [DayOfWeek.Wednesday], Given.EndOfCt1, new(2025, 6, 20), 0.6m, new(2025, 6, 6)), new(Given.Week(27), null, "CT1", [], Given.EndOfCt1, new(2025, 6, 20), 0.8m, new(2025, 6, 6))],
            [new(Given.Week(10), Given.Week(12))],
            [.. Enumerable.Range(0, 5).Select(i => Given.Assessment(Given.Week(5 + (i * 7)), i % 2 == 0 ? "satisfactory" : "below-expected") with { Together = 3 + i })],
            [.. Enumerable.Range(0, 10).Select(i => new ElsewhereFact($"e{i}", i % 2 == 0 ? "theory" : "attendance", Given.Week(i), Given.Week(i + 2), i, 60 * i, null, Provenance.Elsewhere, Given.Week(i + 3).Evening()))],
            [new(Given.Group, Given.Start, null, Given.Week(60)), new(Given.OtherGroup, Given.Start, Given.Week(45))]);
    }

    private static Sourced<T> Of<T>(T value) => new(value, false, null, "Made up.");
}
