using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.AmountsTests;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class DeadlinesTests
{
    private static readonly DateOnly Review = new(2025, 6, 20), CutOff = new(2025, 6, 6);

    private static RequirementPack By(params PackDeadline[] deadlines) => NorthWest with { Deadlines = deadlines, Rules = [NorthWest.Rules[0]] };

    [Fact]
    public void A_deadline_is_a_day_a_review_its_cut_off_or_the_end_of_a_grade()
    {
        var facts = WithCutOff(Trainee());
        Assert.Equal(new(2025, 3, 1), Evaluation.Of(By(new PackDeadline(DeadlineAt.Date, On: A(new DateOnly(2025, 3, 1)))), facts, Start).Deadline);
        Assert.Equal(Review, Evaluation.Of(By(new PackDeadline(DeadlineAt.Review, A("CT2"))), facts, Start).Deadline);
        Assert.Equal(CutOff, Evaluation.Of(By(new PackDeadline(DeadlineAt.CutOff, A("CT2"))), facts, Start).Deadline);
        Assert.Equal(EndOfCt1, Evaluation.Of(By(new PackDeadline(DeadlineAt.GradeEnd, A("CT2"))), facts, Start).Deadline);
    }

    [Fact]
    public void A_window_opens_with_the_first_session_that_counts()
    {
        var pack = By(new PackDeadline(DeadlineAt.Window, Months: A(6)));
        Assert.Null(Evaluation.Of(pack, Trainee(Attended(0, 10)), Week(8)).Deadline);
        var answer = Evaluation.Of(pack, Trainee(Attended(0, 10), Attended(2), Attended(40)), Week(45));
        Assert.Equal(Week(2).AddMonths(6), answer.Deadline);
        Assert.Equal(["r02"], answer.Sessions().Counted);
        Assert.Equal(new("r40", "outside-window", "outside the time that the pack allows, 21 August 2024 to 21 February 2025"), answer.Sessions().NotCounted[1]);
        Assert.Equal(ProgressState.NotPossible, answer.State);
    }

    [Fact]
    public void A_clock_stop_moves_what_the_pack_names_by_its_days()
    {
        var facts = Trainee(Attended(2)) with { ClockStops = [new(Start, Start.AddDays(9)), new(Week(10), Week(10).AddDays(29))] };
        var pack = By(new PackDeadline(DeadlineAt.Window, Months: A(6)), new PackDeadline(DeadlineAt.Date, On: A(EndOfCt1)));
        Assert.Equal(Week(2).AddMonths(6), Evaluation.Of(Moving(), facts, Week(20)).Deadline);
        Assert.Equal(Week(2).AddMonths(6).AddDays(30), Evaluation.Of(Moving(Movable.Window), facts, Week(20)).Deadline);
        Assert.Equal(EndOfCt1.AddDays(40), Evaluation.Of(Moving(Movable.Deadline), facts, Week(40)).Deadline);

        RequirementPack Moving(params Movable[] what) => pack with { ClockStopsMove = A<IReadOnlyList<Movable>>(what) };
    }

    [Fact]
    public void Part_time_work_stretches_the_window_or_scales_the_count_where_the_pack_says_so()
    {
        var half = Trainee(Attended(0)) is var facts ? facts with { Placements = [facts.Placements[0] with { WholeTime = 0.5m }] } : null!;
        var pack = By(new PackDeadline(DeadlineAt.Window, Months: A(6)));
        var days = Start.AddMonths(6).DayNumber - Start.DayNumber;
        Assert.Equal(Start.AddDays(2 * days), Evaluation.Of(pack with { LessThanFullTime = A(LessThanFullTime.StretchWindow) }, half, Week(5)).Deadline);

        // Half time for 26 weeks, then whole: the second half of the window takes as many days as it has.
        var later = half with { Placements = [half.Placements[0] with { To = Start.AddDays(99) }, half.Placements[0] with { From = Start.AddDays(100), WholeTime = 1 }] };
        Assert.Equal(Start.AddDays(days + 50), Evaluation.Of(pack with { LessThanFullTime = A(LessThanFullTime.StretchWindow) }, later, Week(20)).Deadline);

        var scaled = NorthWest with { LessThanFullTime = A(LessThanFullTime.ScaleCount) };
        Assert.Equal((13m, 12m), Evaluation.Of(scaled, half, Week(5)).Sessions() is var rule ? (rule.Need, rule.StillNeeded) : default);
        Assert.Equal(25, Evaluation.Of(NorthWest, half, Week(5)).Sessions().Need);
    }

    [Fact]
    public void What_is_signed_after_the_cut_off_of_a_review_does_not_count_for_it()
    {
        var pack = By(new PackDeadline(DeadlineAt.Review, A("CT1")), new PackDeadline(DeadlineAt.Review, A("CT2"))) with { EvidenceCutOff = A(true) };
        var late = Attended(1) with { SignedAt = CutOff.AddDays(1).Evening() };
        var facts = WithCutOff(Trainee(Attended(0) with { SignedAt = CutOff.Evening() }, late)).InGrade("CT1");
        var before = Evaluation.Of(pack, facts, Review);
        Assert.Equal((Review, CutOff, 1m), (before.Deadline, before.EvidenceCutOff, before.Sessions().Have));
        Assert.Equal([new("r01", "signed-after-cut-off", "signed on 7 June 2025, after the cut-off for evidence on 6 June 2025")], before.Sessions().NotCounted);

        // For the next review it does.
        Assert.Equal(2, Evaluation.Of(pack, facts, Review.AddDays(1)).Sessions().Have);
        Assert.Equal(2, Evaluation.Of(pack with { EvidenceCutOff = null }, facts, Review).Sessions().Have);
    }

    [Fact]
    public void The_day_of_a_signature_is_the_programmes()
    {
        var pack = By(new PackDeadline(DeadlineAt.Review, A("CT2"))) with { EvidenceCutOff = A(true) };
        var midnight = Attended(0) with { SignedAt = new(2025, 6, 6, 23, 30, 0, TimeSpan.Zero) };
        var facts = WithCutOff(Trainee(midnight));
        Assert.Equal(1, Evaluation.Of(pack, facts, Review).Sessions().Have);
        var summer = TimeZoneInfo.CreateCustomTimeZone("summer", TimeSpan.FromHours(1), "summer", "summer");
        Assert.Equal(0, Evaluation.Of(pack, facts with { Zone = summer }, Review).Sessions().Have);
    }

    [Fact]
    public void Sessions_after_the_mandate_are_estimates_and_those_after_the_membership_are_not_the_persons()
    {
        var facts = Trainee() with { Memberships = [new(Group, Start, Week(40), Week(30))] };
        var sessions = Evaluation.Of(NorthWest, facts, Week(20)).Sessions();
        Assert.Equal((20, 10), (sessions.SessionsLeft, sessions.SessionsLeftEstimated));
    }

    private static TraineeFacts WithCutOff(TraineeFacts facts) => facts with { Placements = [facts.Placements[0] with { EvidenceCutOff = CutOff }] };
}
