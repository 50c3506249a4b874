using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class AssessmentsTests
{
    private static readonly DateOnly HalfYear = Start.AddMonths(6);

    [Fact]
    public void Only_outcomes_that_pass_count_and_only_those_of_the_packs_type_are_looked_at()
    {
        var facts = Trainee() with
        {
            Assessments = [Assessment(Week(20)), Assessment(Week(24), "below-expected"), Assessment(Week(30), type: "SAPE")],
        };
        var assessments = Evaluation.Of(NorthWest, facts, EndOfCt1).Assessments();
        Assert.Equal((1, 2, false), (assessments.Have, assessments.Need, assessments.Met));
        Assert.Equal([new("a0122", "outcome-not-counted", "the outcome is below-expected; the pack counts satisfactory")], assessments.NotCounted);
    }

    [Fact]
    public void One_is_due_every_half_year_and_until_it_is_there_the_trainee_is_behind()
    {
        Assert.Equal((ProgressState.OnTrack, HalfYear.AddDays(1)), At(Trainee(), HalfYear));
        Assert.Equal((ProgressState.Behind, null), At(Trainee(), HalfYear.AddDays(1)));
        Assert.Equal((ProgressState.OnTrack, EndOfCt1.AddDays(1)), At(Trainee() with { Assessments = [Assessment(HalfYear)] }, HalfYear.AddDays(1)));

        static (ProgressState, DateOnly?) At(TraineeFacts facts, DateOnly day) =>
            Evaluation.Of(NorthWest, facts, day).Assessments() is var assessments ? (assessments.State, assessments.BehindOn) : default;
    }

    [Fact]
    public void A_clock_stop_puts_the_spacing_back_where_the_pack_says_so()
    {
        var facts = Trainee() with { ClockStops = [new(Week(4), Week(4).AddDays(29))] };
        Assert.Equal(HalfYear.AddDays(31), Evaluation.Of(NorthWest, facts, HalfYear).Assessments().BehindOn);
        var still = NorthWest with { ClockStopsMove = NorthWest.ClockStopsMove with { Value = [] } };
        Assert.Equal(HalfYear.AddDays(1), Evaluation.Of(still, facts, HalfYear).Assessments().BehindOn);
    }

    [Fact]
    public void Sessions_and_assessments_together_meet_the_requirement()
    {
        var facts = Trainee([.. Enumerable.Range(0, 25).Select(week => Attended(week))]) with { Assessments = [Assessment(Week(20)), Assessment(Week(40))] };
        Assert.Equal((ProgressState.Met, null), Evaluation.Of(NorthWest, facts, EndOfCt1) is var all ? (all.State, all.ChangesOn) : default);
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(NorthWest, facts with { Assessments = [] }, EndOfCt1.AddDays(1)).State);
    }
}
