using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class PaperExamples
{
    private static readonly DateOnly First = new(2025, 5, 14), Last = new(2025, 5, 28);

    private static readonly PaperSheetSummary Sheet = new(
        Examples.Id(70), First, Last, "checked", Sessions: 2, Unmatched: 0, Unknown: 1, "Tilda Tutor", Examples.Signed, "Lena Leader", Examples.Signed.AddDays(1));

    public static IEnumerable<object> All =>
    [
        new PaperSheetList([Sheet]),
        new PaperSheetBody(
            Sheet,
            [new(First, new(15, 0), 60, "in-person", null, Leader: 1, CoLeader: null), new(Last, new(15, 0), 60, "in-person", null, Leader: 1, CoLeader: null)],
            [new(1, 5, "L. Leader", Examples.Leader, "Lena Leader", LeftOut: false, []), new(2, 6, "Tara T.", Examples.Trainee, "Tara Trainee", LeftOut: false, ["P*", "?"])],
            [], [new(Examples.Leader, "Lena Leader"), new(Examples.Trainee, "Tara Trainee")]),
        new PaperMatches([new(2, Examples.Trainee), new(3)]),
        new PaperConfirmation(
            [Sheet], [new(First, new(15, 0), 60, "in-person", null, ["Lena Leader"], [new(Examples.Trainee, "Tara Trainee", "present", 60, "presenter")])],
            [new("Tara Trainee", Last)], Examples.Hash),
        new NewPaperConfirmation(Examples.Hash),
        new PaperConfirmed(Sheets: 1, Sessions: 2, Examples.Signed.AddDays(2)),
    ];
}
