using Portfolio.Api.Pages;
using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Pages;

/// <summary>What the page of the year says, and which mark each session gets.</summary>
public sealed class TraineeWordsTests
{
    private static readonly DateOnly Today = new(2025, 5, 1), Deadline = new(2025, 6, 30);

    [Fact]
    public void What_is_still_needed_is_said_with_what_is_left()
    {
        var rule = Rule(23, 25) with { SessionsLeft = 9 };
        Assert.Equal("23 of 25 sessions", StateWords.Amount(rule.Have, rule.Need, rule.Unit));
        Assert.Equal("Two more of the nine sessions left before 30 June 2025.", Said(rule)[0]);
        Assert.Equal("Two more are needed, and only one session is left before 30 June 2025.", Said(rule with { SessionsLeft = 1, State = ProgressState.NotPossible })[0]);
        Assert.Equal("Two more are needed, and no sessions are left before 30 June 2025.", Said(rule with { SessionsLeft = 0, State = ProgressState.NotPossible })[0]);
        Assert.Equal(["That has been enough since 1 April 2025."], Said(Rule(25, 25) with { MetOn = new(2025, 4, 1) }));
        Assert.Equal("One more presentation; nine sessions are left before 30 June 2025.", Said(Rule(1, 2) with { SessionsLeft = 9, Unit = "presentation" })[0]);
        Assert.Equal("One more is needed; the next was due by 30 April 2025.", Said(Rule(1, 2) with { Unit = "assessment", NextDue = new(2025, 4, 30) })[0]);
        Assert.Equal("2.5 of 4 double hours", StateWords.Amount(2.5m, 4, "double-hour90"));
    }

    [Theory]
    [InlineData("signed", "2025-04-02", "present", true, true, Mark.Presented, "Attended, presented a case")]
    [InlineData("signed", "2025-04-02", "present", true, false, Mark.Attended, "Attended")]
    [InlineData("signed", "2025-04-02", "partial", false, true, Mark.Partly, "Attended for 40 of 60 minutes")]
    [InlineData("signed", "2025-04-02", "apologies", false, true, Mark.NotThere, "Not there, with apologies")]
    [InlineData("signed", "2025-04-02", null, false, true, Mark.NotThere, "Not there: not on the register")]
    [InlineData("signed", "2025-04-02", "not-expected", false, true, Mark.NotExpected, "Not expected")]
    [InlineData("open", "2025-04-02", "present", false, true, Mark.Unsigned, "Not signed yet. The register says: attended")]
    [InlineData("open", "2025-05-07", null, false, true, Mark.ToCome, "To come")]
    [InlineData("cancelled", "2025-05-07", null, false, true, Mark.Cancelled, "Cancelled: holiday")]
    internal void Each_session_has_its_mark(string state, string day, string? attendance, bool presented, bool own, Mark mark, string words)
    {
        var session = new OwnSession(Guid.Empty, Guid.Empty, "A group", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(15, 0), 60, state,
            state == "cancelled" ? "holiday" : null, attendance, attendance == "partial" ? 40 : null, presented, false, false, false);
        var marked = Assert.Single(TraineeYear.Of([session], new("", [], [], [], [], [], []), Today, own).All);
        Assert.Equal((mark, words), (marked.Mark, marked.Words));
    }

    private static IReadOnlyList<string> Said(RuleProgress rule) => RuleWords.Of(rule, Progress);

    private static readonly TraineeProgress Progress = new("", ProgressState.OnTrack, [], Today, "", 1, Deadline, false, null, 0, 0, "", "en", null, null, new(0, 0, 0, 0, 0, 0, 0), null, [], []);

    private static RuleProgress Rule(decimal have, decimal need) => new(
        "rule", have, need, have >= need, [], [], Math.Max(0, need - have), have >= need ? ProgressState.Met : ProgressState.OnTrack, null, null, null, null, null, [], "sessions", "A rule",
        "session", null, null, null, []);
}
