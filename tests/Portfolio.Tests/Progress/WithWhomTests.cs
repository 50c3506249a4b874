using Portfolio.Api.Progress;
using static Portfolio.Tests.Progress.AmountsTests;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

// Who led, who was there, in what form, and what the person did.
public class WithWhomTests
{
    private static readonly LeaderFact Qualified = new(new(1, 0, 0, new byte[8]), ["balint-leader"], Independent: true);
    private static readonly LeaderFact Supervisor = new(new(2, 0, 0, new byte[8]), [], Independent: false);

    [Fact]
    public void A_leader_of_the_day_must_hold_what_the_pack_asks_for() => Refused(
        rule => rule with { LeaderQualifications = A<IReadOnlyList<string>>(["balint-leader"]) },
        Attended(0) with { Leaders = [Supervisor, Qualified] }, ("leader-not-qualified", Attended(1) with { Leaders = [Supervisor] }), ("leader-not-known", Attended(2)));

    [Fact]
    public void Nobody_who_led_may_have_had_a_say_over_the_person() => Refused(
        rule => rule with { LeaderIndependent = A(true) },
        Attended(0) with { Leaders = [Qualified] }, ("leader-not-independent", Attended(1) with { Leaders = [Qualified, Supervisor] }));

    [Fact]
    public void The_leader_with_most_stands_for_all() => Refused(
        rule => rule with { SameLeader = A(true) },
        Attended(0) with { Leaders = [Supervisor, Qualified] }, ("other-leader", Attended(1) with { Leaders = [Supervisor] }),
        (null, Attended(2) with { Leaders = [Qualified] }), (null, Attended(3) with { Leaders = [Qualified] }), ("leader-not-known", Attended(4)));

    [Fact]
    public void A_group_may_be_too_small_too_large_unknown_or_open() => Refused(
        rule => rule with { GroupSize = A(new NumberSpan(4, 12)), ClosedGroup = A(true) },
        Closed(0, 4), ("group-too-small", Closed(1, 3)), ("group-too-large", Closed(2, 13)), ("group-size-not-known", Closed(3, null)), ("group-not-closed", Attended(4) with { Size = 8 }));

    [Fact]
    public void Without_a_word_of_deeds_taking_part_as_a_member_counts_and_leading_does_not()
    {
        Refused(rule => rule, Attended(0) with { Deed = Deed.WasSupervised }, ("deed-not-counted", Attended(1) with { Deed = Deed.Led }));
        Refused(rule => rule with { Deeds = A<IReadOnlyList<Deed>>([Deed.Led, Deed.CoLed]) }, Attended(0) with { Deed = Deed.CoLed }, ("deed-not-counted", Attended(1)));
    }

    [Fact]
    public void A_form_of_meeting_can_be_asked_for() => Refused(
        rule => rule with { Forms = A<IReadOnlyList<string>>(["balint-group"]) }, Attended(0) with { Form = "balint-group" }, ("form-not-counted", Attended(1)));

    private static AttendedFact Closed(int week, int? size) => Attended(week) with { ClosedGroup = true, Size = size };

    private static void Refused(Func<SessionsRule, SessionsRule> change, AttendedFact counted, params (string? Code, AttendedFact Fact)[] others)
    {
        var rule = Evaluation.Of(NorthWest.With(change), Trainee([counted, .. others.Select(each => each.Fact)]), EndOfCt1).Sessions();
        Assert.Equal(["r00", .. others.Where(each => each.Code is null).Select(each => each.Fact.Record)], rule.Counted);
        Assert.Equal(others.Where(each => each.Code is not null).Select(each => (each.Fact.Record, each.Code!)), rule.NotCounted.Select(each => (each.Record, each.Code)));
        Assert.All(rule.NotCounted, each => Assert.NotEqual("", each.Why));
    }
}
