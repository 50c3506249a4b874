using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

public class PackDryRunTests
{
    private static readonly DateOnly Day = Given.Week(30);

    [Fact]
    public void The_same_pack_changes_nobodys_answer() =>
        Assert.Empty(PackDryRun.Compare(Given.NorthWest, Given.NorthWest with { Version = 2 }, [Trainee("P1", 20), Trainee("P2", 26)], Day));

    [Fact]
    public void Only_those_are_listed_whose_answer_changes_and_how()
    {
        var thirty = Given.NorthWest.With(rule => rule with { Minimum = rule.Minimum with { Value = 30 } });
        var change = Assert.Single(PackDryRun.Compare(Given.NorthWest, thirty, [Trainee("P1", 31), Trainee("P2", 26)], Day), each => each.Trainee == "P2");
        var rule = Assert.Single(change.Rules);
        Assert.Equal(("sessions", new RuleStanding(ProgressState.Met, 26, 25, true)), (rule.Rule, rule.Before!));
        Assert.Equal((26m, 30m, false), (rule.After!.Have, rule.After.Need, rule.After.Met));
    }

    [Fact]
    public void A_rule_that_comes_or_goes_is_told_too()
    {
        var sessionsOnly = Given.NorthWest with { Rules = [Given.NorthWest.Rules[0]] };
        var goes = Assert.Single(PackDryRun.Compare(Given.NorthWest, sessionsOnly, [Trainee("P1", 26)], Day));
        Assert.Equal(("assessments", true, null), (goes.Rules[^1].Rule, goes.Rules[^1].Before is not null, goes.Rules[^1].After));
        Assert.Equal(ProgressState.Met, goes.After);
        var comes = Assert.Single(PackDryRun.Compare(sessionsOnly, Given.NorthWest, [Trainee("P1", 26)], Day));
        Assert.Equal(("assessments", null, true), (comes.Rules[^1].Rule, comes.Rules[^1].Before, comes.Rules[^1].After is not null));
    }

    [Fact]
    public void Who_follows_no_pack_yet_gets_the_whole_answer()
    {
        var change = Assert.Single(PackDryRun.Compare(null, Given.NorthWest, [Trainee("P1", 3)], Day));
        Assert.Equal((null, null, Given.EndOfCt1, 2), (change.Before, change.DeadlineBefore, change.DeadlineAfter, change.Rules.Count));
    }

    [Fact]
    public void Another_deadline_alone_is_a_change()
    {
        var window = Given.NorthWest with { Deadlines = [new(DeadlineAt.GradeEnd, Given.NorthWest.Deadlines[0].Grade! with { Value = "CT3" })] };
        var change = Assert.Single(PackDryRun.Compare(Given.NorthWest, window, [Trainee("P1", 26)], Day));
        Assert.Equal((Given.EndOfCt1, Given.EndOfCt1.AddMonths(12)), (change.DeadlineBefore, change.DeadlineAfter));
    }

    private static TraineeFacts Trainee(string id, int sessions) => Given.Trainee([.. Enumerable.Range(0, sessions).Select(week => Given.Attended(week))]) with { Trainee = id };
}
