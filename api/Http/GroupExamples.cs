using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class GroupExamples
{
    private static readonly DateOnly August = new(2024, 8, 7);
    private static readonly DateOnly Day = new(2025, 5, 28);
    private static readonly TimeOnly Three = new(15, 0);
    private static readonly GroupBody Wednesday = new(Examples.Group, "wed", "Wednesday group", "Riverside Hospital", "balint-group");

    private static readonly Register Register = new(
        "in-person", Examples.Leader,
        [new(Examples.Trainee, "present", Presented: true, FollowedUp: false), new(Examples.Other, "partial", Minutes: 45, Presented: false, FollowedUp: false)], Examples.CoLeader);

    private static readonly SignOffListBody List = new(
        new SignOffList(Examples.Session, 2, Wednesday.Name, Day, Three, ["Lena Leader", "Colin Coleader"], "contemporaneous",
        [
            new(Examples.Trainee, "Tara Trainee", "attendance", 60, "in-person", "issue"),
            new(Examples.Trainee, "Tara Trainee", "presentation", 60, "in-person", "issue"),
            new(Examples.Other, "Otto Other", "attendance", 45, "in-person", "issue"),
        ]),
        Examples.Hash);

    public static IEnumerable<object> All =>
    [
        new NewGroup(Wednesday.Key, Wednesday.Name, Wednesday.Site, Wednesday.Form, Wednesday.Id),
        Wednesday,
        new GroupList([Wednesday]),
        new NewMembership(Examples.Trainee, "member", August, Id: Examples.Id(30)),
        new NewMandate(Examples.Leader, "leader", August, Id: Examples.Id(31)),
        new LastDay(new(2025, 2, 4)),
        new PlacesInGroup([new PlaceInGroup(Examples.Id(30), Examples.Trainee, "Tara Trainee", "member", August, null)]),
        new NewSession(Day, Three, 60, Examples.Session),
        new SessionBody(Examples.Session, Examples.Group, Day, Three, 60, "open", 2, null, Register, [new(Examples.Id(32), "Nia Newcomer", "member")]),
        new SessionPage([new SessionSummary(Examples.Session, Day, Three, 60, "open", null)]),
        Register,
        new Cancellation("industrial-action"),
        List,
        new SignOff(Examples.Hash),
        new Correction(Register, "Otto left early; the sheet said he stayed."),
        new Vouching(Examples.Hash),
        new SignedRegister(Examples.Session, 1, Examples.Signed,
        [
            new(Examples.Record, Examples.Trainee, "attendance", 1, "valid"),
            new(Examples.Id(33), Examples.Trainee, "presentation", 1, "valid"),
            new(Examples.Id(34), Examples.Other, "attendance", 1, "valid"),
        ]),
    ];
}
