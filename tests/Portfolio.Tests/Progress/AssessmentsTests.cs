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

    [Fact]
    public void One_after_too_few_sessions_together_is_too_early_and_one_from_paper_is_not()
    {
        var facts = Trainee() with { Assessments = [Assessment(Week(3)) with { Together = 3 }, Assessment(Week(8)) with { Together = 4 }, Assessment(Week(12))] };
        var assessments = Evaluation.Of(NorthWest, facts, EndOfCt1).Assessments();
        Assert.Equal((2m, "too-early-together"), (assessments.Have, assessments.NotCounted[0].Code));
        Assert.Equal("after 3 sessions together with whoever signed; the pack asks for 4 first", assessments.NotCounted[0].Why);
    }

    [Fact]
    public void One_is_due_before_the_membership_or_the_mandate_ends_once_there_were_enough_sessions_together()
    {
        var facts = Trainee([.. Enumerable.Range(0, 4).Select(week => Attended(week))]) with
        {
            Memberships = [new(Group, Start, Week(20), Week(10)), new(OtherGroup, Week(20).AddDays(1), null)],
        };
        Assert.Equal(Week(10), Due(facts, Week(5)));
        Assert.Equal(HalfYear, Due(facts, Week(2)));
        Assert.Equal((ProgressState.Behind, Week(10)), Evaluation.Of(NorthWest, facts, Week(11)).Assessments() is var late ? (late.State, late.NextDue) : default);

        // Judged there, the next falls due by the spacing; once both are there, nothing is due.
        Assert.Equal(EndOfCt1, Due(facts with { Assessments = [Assessment(Week(9))] }, Week(30)));
        Assert.Null(Due(facts with { Assessments = [Assessment(Week(9)), Assessment(Week(30))] }, Week(30)));

        static DateOnly? Due(TraineeFacts facts, DateOnly day) => Evaluation.Of(NorthWest, facts, day).Assessments().NextDue;
    }

    [Fact]
    public void Another_systems_judgement_counts_where_the_pack_accepts_it_and_somebody_confirmed_it()
    {
        ElsewhereFact[] elsewhere =
        [
            AmountsTests.Elsewhere("e1", "CBDGA", null, null, "satisfactory"), AmountsTests.Elsewhere("e2", "CBDGA", null, null, "satisfactory", confirmed: false),
            AmountsTests.Elsewhere("e3", "CBDGA", null, null, "below-expected"), AmountsTests.Elsewhere("e4", "SAPE", null, null, "satisfactory"),
        ];
        var answer = Evaluation.Of(NorthWest, Trainee() with { Elsewhere = elsewhere }, EndOfCt1);
        Assert.Equal(["e1"], answer.Assessments().Counted);
        Assert.Equal(["e2 not-confirmed", "e3 outcome-not-counted"], answer.Assessments().NotCounted.Select(each => $"{each.Record} {each.Code}"));
        Assert.Equal(["e4"], answer.NotCounted.Select(each => each.Record));
    }
}
