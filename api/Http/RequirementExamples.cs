using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class RequirementExamples
{
    private static readonly DateOnly August = new(2024, 8, 7);

    public static IEnumerable<object> All =>
    [
        new NewRequirement("uk-nw-core", August, Version: 1, Id: Examples.Id(40)),
        new RequirementList([new(Examples.Id(40), Examples.Trainee, "uk-nw-core", 1, August, null)]),
        new RequirementPackVersion("uk-nw-core", 1, Examples.Hash, Published: true, JsonSerializer.SerializeToElement(new { id = "uk-nw-core", version = 1 })),
        new MemberAttendance($"{Examples.Trainee}", August, new(2025, 8, 5), 18, 17.5m, [new(Examples.Group, 18, 17.5m, [new(2025, 5, 28)])]),
        new PackTrial("uk-nw-core", 2, new(2025, 5, 28), [Examples.Trainee],
            [
                new($"{Examples.Trainee}", ProgressState.OnTrack, ProgressState.Behind, new(2025, 8, 5), new(2025, 8, 5),
                    [new("sessions", new(ProgressState.OnTrack, 18, 25, false), new(ProgressState.Behind, 18, 30, false))]),
            ], Examples.Hash),
        new RequirementMove([Examples.Trainee], new(2025, 8, 6), new(2025, 5, 28), Examples.Hash),
        new RequirementsMoved(1, 0),
        new DueAssessments(new(2025, 5, 28), [new(Examples.Trainee, "Tara Trainee", "CBDGA", 1, 2, new(2025, 8, 5), false, 18, 6, false)]),
        new CohortBody(new(2025, 5, 28),
        [
            new(Examples.Trainee, "Tara Trainee", "CT1", "Riverside Hospital", [new(Examples.Group, "Wednesday group")], "uk-nw-core", 1, ProgressState.OnTrack,
                [new("sessions", 18, 25, ProgressState.OnTrack), new("assessments", 1, 2, ProgressState.OnTrack)], new(2025, 8, 5), false, new(2025, 7, 9),
                [new("verified", ["educational-supervisor"], [Examples.Other])], null),
        ]),
        new UnsignedRegisters(new(2025, 5, 28), [new(Examples.Leader, "Lena Leader", [new(Examples.Session, Examples.Group, "Wednesday group", new(2025, 5, 21), 7)])]),
        new CohortGroups(new(2025, 5, 28), new(2024, 5, 29),
            [new(Examples.Group, "Wednesday group", "Riverside Hospital", 8, 36, 32, 3, 1, [Examples.Leader], new(2025, 8, 6), 12, 2)]),
    ];
}
