using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class ProgressExamples
{
    private static readonly RuleProgress Sessions = new(
        "sessions", Have: 18, Need: 25, Met: false, Counted: [$"{Examples.Record}"], NotCounted: [new($"{Examples.Id(33)}", "minutes-too-few", "It lasted 30 minutes; a session counts from 45.")],
        StillNeeded: 7, ProgressState.OnTrack, MetOn: null, BehindOn: new(2025, 7, 9), NotPossibleOn: new(2025, 7, 23), SessionsLeft: 9,
        SessionsLeftEstimated: 2, Unconfirmed: ["minimumMinutes"], "sessions", "Sessions attended", "session", NextDue: null, InPerson: new(11, 10), Expected: 30, Lacks: []);

    public static IEnumerable<object> All =>
    [
        new TraineeProgress(
            $"{Examples.Trainee}", ProgressState.OnTrack, [Sessions], new(2025, 5, 28), "uk-nw-core", PackVersion: 1, Deadline: new(2025, 8, 5),
            DeadlineEstimated: false, ChangesOn: new(2025, 7, 9), Presented: 2, FollowedUp: 1,
            "Core psychiatry, North West England: the case-based discussion group year", "en", EvidenceCutOff: new(2025, 7, 22), MetOn: null,
            new AttendanceFigures(Offered: 31, Held: 28, Cancelled: 3, Expected: 25, NotExpected: 3, Attended: 19, Visited: 0),
            Unlocks: "The first supervised psychotherapy case", Credits: [], NotCounted: []),
        new RequirementPackList(
        [
            new("uk-nw-core", 1, "Core psychiatry, North West England: the case-based discussion group year", ["https://www.example.org/requirement"],
                [new("$.rules[0].minimumMinutes", JsonSerializer.SerializeToElement(45), null, "Local choice.")]),
        ]),
    ];
}
