using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.EvaluationProperties;

namespace Portfolio.Tests.Progress;

// What is promised of more evidence, for every kind of rule: what is still needed never rises, and what is met stays met. What counts
// never falls either, but where one group or one leader must be chosen: then the choice that needs least stands, and of those that need
// nothing the one that was enough first, which may be the smaller one. One record alone can take away: one before the first of all, because it opens a window earlier.
public class MoreIsNeverLess
{
    [Fact]
    public void More_evidence_never_lowers_progress() => Check((pack, facts, day) =>
    {
        var opened = new Question(pack, AsOf.Day(facts, day, null), day, null).Deadlines.Min(deadline => deadline.WindowFrom);
        var more = Evaluation.Of(pack, facts, day);
        var less = Evaluation.Of(pack, Without(facts, new Random(day.DayNumber), opened), day);
        return pack.Rules.Zip(less.Rules, more.Rules).All(each =>
            each.Third.StillNeeded <= each.Second.StillNeeded && (each.Third.Met || !each.Second.Met) && each.Third.Need == each.Second.Need
            && ((Chooses(each.First) && (each.Third.StillNeeded == 0 || each.Third.InPerson is not null)) || (each.Third.Have >= each.Second.Have && (each.Third.InPerson?.Have ?? 0) >= (each.Second.InPerson?.Have ?? 0)))
            && !(each.Third.MetOn > each.Second.MetOn));
    });

    [Fact]
    public void A_session_before_the_first_opens_the_window_earlier()
    {
        var pack = RequirementPacks.Find("uk-wessex-core")!;
        var facts = Given.Trainee([.. Enumerable.Range(40, 5).Select(week => Given.Attended(week))]);
        var day = Given.Week(150);
        Assert.Equal(5, Evaluation.Of(pack, facts, day).Sessions().Have);
        var earlier = Evaluation.Of(pack, facts with { Attended = [.. facts.Attended, Given.Attended(0) with { Date = Given.Start.AddYears(-2) }] }, day).Sessions();
        Assert.Equal((1, 5), (earlier.Have, earlier.NotCounted.Count(each => each.Code == "outside-window")));
    }

    private static bool Chooses(Rule rule) =>
        rule is SessionsRule { Groups.Value: GroupsCounted.OneGroup } or SessionsRule { SameLeader.Value: true };

    private static TraineeFacts Without(TraineeFacts facts, Random random, DateOnly? opened) => facts with
    {
        Attended = [.. facts.Attended.Where(fact => fact.Date <= opened || random.Next(3) > 0)],
        Presented = [.. facts.Presented.Where(_ => random.Next(3) > 0)],
        Assessments = [.. facts.Assessments.Where(_ => random.Next(3) > 0)],
        Elsewhere = [.. facts.Elsewhere!.Where(_ => random.Next(3) > 0)],
    };
}
