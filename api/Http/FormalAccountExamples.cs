using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class FormalAccountExamples
{
    private static readonly MeetingsAccount None = new(0, 0, null, null, [], [], []);

    public const string Text = "Formal account of Tara Trainee, 2025-01-01 to 2025-05-31\n…";

    public static IEnumerable<object> All =>
    [
        new FormalAccount(
            Examples.Trainee, "Tara Trainee", new(2025, 1, 1), new(2025, 5, 31), "en",
            new(18, 1065, 7, 21, [new("balint-group", "Balint group", "in-person", "attended", 18, 1065)], [new("Lena Leader", "leader", 18)], [new("psychiatrist", 7)]),
            None, new(2, 60, null, 28, [new("one-to-one-supervision", "One-to-one supervision", "online", "was-supervised", 2, 60)], [new("Otto Other", "partner", 2)], []), None),
    ];
}
