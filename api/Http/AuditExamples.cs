using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class AuditExamples
{
    private static readonly AuditedActor Tutor = new("person", Examples.Tutor, "Tilda Tutor");

    public static IEnumerable<object> All =>
    [
        new AuditPage(
        [
            new(812, Examples.Signed.AddMinutes(3), "read", "ReadRecord", 1, Tutor, "tutor", new("record", Examples.Record), Status: 200, From: "192.0.2.7"),
            new(811, Examples.Signed, "change", "SignOff", 1, new("person", Examples.Leader, "Lena Leader"), "leader, leader-that-day", new("session", Examples.Session)),
            new(807, Examples.Signed.AddDays(-1), "change", "AddPlacement", 1, Tutor, "tutor", new("person", Examples.Trainee), new("placement", Examples.Id(20))),
        ], Next: 807),
    ];
}
