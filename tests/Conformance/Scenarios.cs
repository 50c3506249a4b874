using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

/// <summary>One thing that happens between an adapter and its platform, and what must hold after it.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Play">Plays it and asserts.</param>
/// <param name="AtEachStep">Whether it is played once for every write that a delivery is made of.</param>
internal sealed record Scenario(string Name, Func<Ground, Task> Play, bool AtEachStep = false);

internal static partial class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("description", Describes),
        new("deliver", Delivers),
        new("deliver again", DeliversAgain),
        new("another record", DeliversAnother),
        new("lost answer, before it", on => Lost(on, Fault.Reset.ButDone), true),
        new("lost answer, within it", on => Lost(on, Fault.CutWithin), true),
        new("lost answer, too late", on => Lost(Impatient(on), Fault.Slow.ButDone), true),
        new("reset", on => Lost(on, Fault.Reset), true),
        new("slow", on => Lost(Impatient(on), Fault.Slow), true),
        new("garbage", on => Lost(on, Fault.Garbage), true),
        new("garbage, done", on => Lost(on, Fault.Garbage.ButDone), true),
        new("truncated", on => Lost(on, Fault.Truncated), true),
        new("truncated, done", on => Lost(on, Fault.Truncated.ButDone), true),
        new("5 MB", on => Lost(on, Fault.Huge), true),
        new("5 MB, done", on => Lost(on, Fault.Huge.ButDone), true),
        new("500", on => Lost(on, Fault.Of(500)), true),
        new("500, done", on => Lost(on, Fault.Of(500).ButDone), true),
        new("cancelled", Cancelled),
        new("401", SignInAgain, true),
        new("401 once", SignedInAgain),
        new("403", MayNot, true),
        new("404", WrongAddress, true),
        new("410", Gone, true),
        new("409 same", ConflictWithItself),
        new("409 different", ConflictWithAnother),
        new("429 in seconds", on => Busy(on, 429, asDate: false), true),
        new("429 until a date", on => Busy(on, 429, asDate: true), true),
        new("503", on => Busy(on, 503, asDate: false), true),
        new("503 without a word", Resting, true),
        new("redirect", Redirected, true),
        new("redirect of everything", RedirectedEverywhere),
        new("private address", PrivateAddress),
        new("clock 5 minutes ahead", on => ClockOff(on, 5)),
        new("clock 5 minutes behind", on => ClockOff(on, -5)),
        new("replace", Replaces),
        new("replace, answer lost", ReplacesWithoutAnswer),
        new("replace, one of its answers lost", on => ReplacesByParts(on, Fault.Reset.ButDone)),
        new("replace, one of its requests lost", on => ReplacesByParts(on, Fault.Reset)),
        new("replace what never arrived", ReplacesNothing),
        new("withdraw", Withdraws),
        new("withdraw, answer lost", WithdrawsWithoutAnswer),
        new("withdraw, one of its requests lost", WithdrawsByParts),
        new("deliver what was withdrawn", DeliversWithdrawn),
        new("withdraw what never arrived", WithdrawsNothing),
        new("withdraw the newer of two", WithdrawsNewer),
        new("find", Finds),
        new("find where nothing can be told", FindsOutNothing),
        new("test", Tests),
        new("test where nothing works", TestsInVain),
    ];

    public static TheoryData<string> Names => [.. All.Select(scenario => scenario.Name)];

    private static Ground Impatient(Ground on)
    {
        on.Connection.Be(TestConnection.Impatient);
        return on;
    }

    private static bool IsThere(Outcome outcome) => outcome is Outcome.Accepted or Outcome.AlreadyThere;

    // A status of success, and nothing in it that was asked for, is a yes to protocols that ask for nothing more.
    private static bool TakesAnything(Ground on, Fault fault) => on.Platform.AnyAnswerIsYes && !fault.Done && (fault == Fault.Garbage || fault == Fault.Truncated);
}
