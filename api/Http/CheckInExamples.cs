using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class CheckInExamples
{
    private static readonly CheckInBody CheckedIn = new(Examples.Session, Examples.Trainee, Examples.Signed.AddHours(-1), Visiting: false);

    public static IEnumerable<object> All =>
    [
        new CheckInSetting(true),
        new ShownCheckIn(Examples.Signed.AddHours(-2), Examples.Signed.AddHours(-1), "K7P4XQ", new($"https://{Examples.Host}/programmes/{Examples.Programme}/check-in/{Examples.Session}/K7P4XQ"), Examples.Signed, null),
        new NewCheckIn("K7P4XQ", Visiting: false),
        CheckedIn,
        new CheckInList(true, [CheckedIn]),
    ];
}
