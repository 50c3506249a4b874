using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class ErasureExamples
{
    private static readonly HoldBody Held = new(Examples.Id(60), "The tribunal of 12 June asked for everything", Examples.Signed);

    public static IEnumerable<object> All =>
    [
        new NewErasure(Examples.Trainee, "no-longer-needed"),
        new ErasureBody(Examples.Trainee, Examples.Signed),
        new NewHold(Held.Reason, Held.Id),
        Held,
        new HoldList([Held]),
        new RetentionBody([new("attendance", 84), new("person", 96)]),
        new CorrectedIdentity("Tara Traynor", "P008", "tara@example.org", "GMC", "9900013"),
    ];
}
