using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class ForecastTests
{
    private static TraineeFacts AttendedWeeks(int from, int count) => Trainee([.. Enumerable.Range(from, count).Select(week => Attended(week))]);

    [Fact]
    public void The_deadline_is_the_expected_end_of_the_grade()
    {
        var progress = Evaluation.Of(NorthWest, Trainee(), Start);
        Assert.Equal((EndOfCt1, false), (progress.Deadline!.Value, progress.DeadlineEstimated));
    }

    [Fact]
    public void The_end_of_a_grade_not_begun_is_estimated_until_its_placement_is_known()
    {
        var facts = Trainee().InGrade("CT1");
        var estimated = Evaluation.Of(NorthWest, facts, EndOfCt1);
        Assert.Equal((new DateOnly(2026, 7, 31), true), (estimated.Deadline!.Value, estimated.DeadlineEstimated));

        facts = facts with { Placements = [.. facts.Placements, new(new(2025, 8, 6), null, "CT2", [], new(2026, 8, 4), null)] };
        var known = Evaluation.Of(NorthWest, facts, new(2025, 8, 6));
        Assert.Equal((new DateOnly(2026, 8, 4), false), (known.Deadline!.Value, known.DeadlineEstimated));
        Assert.Equivalent(estimated, Evaluation.Of(NorthWest, facts, EndOfCt1), strict: true);
    }

    [Fact]
    public void On_the_day_of_the_deadline_a_session_still_to_be_held_is_left()
    {
        var facts = AttendedWeeks(0, 24);
        var lastDay = facts with { Sessions = [.. facts.Sessions, new(Guid.Empty, Group, EndOfCt1, SessionState.Planned)] };
        var before = Evaluation.Of(NorthWest, lastDay, EndOfCt1).Sessions();
        Assert.Equal((1, 1), (before.SessionsLeft, before.StillNeeded));
        Assert.NotEqual(ProgressState.NotPossible, before.State);
        Assert.Equal(EndOfCt1, before.NotPossibleOn);

        var attended = new AttendedFact("last", EndOfCt1, Group, 60, 60, Mode.InPerson, Provenance.Contemporaneous, EndOfCt1.Evening());
        Assert.True(Evaluation.Of(NorthWest, lastDay with { Attended = [.. lastDay.Attended, attended] }, EndOfCt1).Sessions().Met);
    }

    [Fact]
    public void The_day_after_the_deadline_nothing_is_on_track()
    {
        var late = new DateOnly(2027, 8, 1);
        var asked = RequirementPacks.All.Where(pack => pack.Deadlines.Count > 0).Select(pack => pack.Id).ToList();
        Assert.Contains("uk-wessex-core", asked);
        foreach (var trainee in PaperYear.Trainees.Values)
            foreach (var pack in RequirementPacks.All.Where(pack => asked.Contains(pack.Id)))
            {
                var progress = Evaluation.Of(pack, trainee, late);
                if (progress.Deadline is null) Assert.Equal("window", Code.Of(Assert.Single(pack.Deadlines).At));
                else foreach (var rule in progress.Rules) Assert.Equal(rule.Met ? ProgressState.Met : ProgressState.NotPossible, rule.State);
            }
    }

    [Fact]
    public void Before_a_few_sessions_were_offered_nobody_is_behind()
    {
        Assert.Equal(ProgressState.OnTrack, Evaluation.Of(NorthWest, Trainee(), Week(2)).Sessions().State);
        Assert.Equal(ProgressState.Behind, Evaluation.Of(NorthWest, Trainee(), Week(3)).Sessions().State);
    }

    [Fact]
    public void The_persons_own_rate_decides_between_on_track_and_behind()
    {
        // After ten of 52 weeks: 5 of 10 promise 5 + 42 / 2 = 26; 4 of 10 promise 4 + 42 * 0.4 = 20.8.
        Assert.Equal(ProgressState.OnTrack, Evaluation.Of(NorthWest, AttendedWeeks(0, 5), Week(9)).Sessions().State);
        Assert.Equal(ProgressState.Behind, Evaluation.Of(NorthWest, AttendedWeeks(0, 4), Week(9)).Sessions().State);
    }

    [Fact]
    public void It_becomes_impossible_with_the_session_that_could_not_be_missed()
    {
        // With 5 by week 9, 42 sessions are left and 20 needed: 22 can be missed, weeks 10 to 31; the one of week 32 is one too many.
        var sessions = Evaluation.Of(NorthWest, AttendedWeeks(0, 5), Week(9)).Sessions();
        Assert.Equal((42, 0, 20), (sessions.SessionsLeft, sessions.SessionsLeftEstimated, sessions.StillNeeded));
        Assert.Equal(Week(32), sessions.NotPossibleOn);
        Assert.Equal(ProgressState.Behind, Evaluation.Of(NorthWest, AttendedWeeks(0, 5), Week(31)).Sessions().State);
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(NorthWest, AttendedWeeks(0, 5), Week(32)).Sessions().State);
    }

    [Fact]
    public void The_promised_change_comes_on_its_day_when_nothing_more_is_attended()
    {
        var facts = AttendedWeeks(0, 20);
        var now = Evaluation.Of(NorthWest, facts, Week(20)).Sessions();
        Assert.Equal(ProgressState.OnTrack, now.State);
        Assert.Equal(ProgressState.OnTrack, Evaluation.Of(NorthWest, facts, now.BehindOn!.Value.AddDays(-1)).Sessions().State);
        Assert.Equal(ProgressState.Behind, Evaluation.Of(NorthWest, facts, now.BehindOn.Value).Sessions().State);
        Assert.Equal(ProgressState.Behind, Evaluation.Of(NorthWest, facts, now.NotPossibleOn!.Value.AddDays(-1)).Sessions().State);
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(NorthWest, facts, now.NotPossibleOn.Value).Sessions().State);
    }

    [Fact]
    public void Sessions_beyond_the_schedule_are_estimated_by_the_packs_rhythm()
    {
        var sessions = Evaluation.Of(NorthWest, Trainee().InGrade("CT1"), Week(51)).Sessions();
        Assert.Equal((52, 52), (sessions.SessionsLeft, sessions.SessionsLeftEstimated));
    }

    [Fact]
    public void A_day_not_worked_gives_no_session_to_attend_or_to_miss()
    {
        var facts = Trainee();
        var notWednesdays = facts with { Placements = [facts.Placements[0] with { WorkingDays = [DayOfWeek.Monday, DayOfWeek.Thursday] }] };
        var sessions = Evaluation.Of(NorthWest, notWednesdays, Week(10)).Sessions();
        Assert.Equal((0, ProgressState.NotPossible), (sessions.SessionsLeft, sessions.State));

        var stopped = Trainee() with { ClockStops = [new(Week(8), Week(17))] };
        Assert.Equal(41 - 7, Evaluation.Of(NorthWest, stopped, Week(10)).Sessions().SessionsLeft);
    }

    [Fact]
    public void A_cancelled_session_is_not_left_once_the_cancelling_is_known()
    {
        var facts = Trainee();
        var cancelled = facts with { Sessions = [.. facts.Sessions.Select(session =>
            session.Date == Week(20) ? session with { State = SessionState.Cancelled, CancelledOn = Week(15) } : session)] };
        Assert.Equal(41, Evaluation.Of(NorthWest, cancelled, Week(10)).Sessions().SessionsLeft);
        Assert.Equal(35, Evaluation.Of(NorthWest, cancelled, Week(15)).Sessions().SessionsLeft);
        Assert.Equal(36, Evaluation.Of(NorthWest, facts, Week(15)).Sessions().SessionsLeft);
    }

    [Fact]
    public void Who_misses_the_first_review_is_behind_and_has_until_the_second()
    {
        var facts = AttendedWeeks(0, 29).InGrade("CT1");
        var review = new DateOnly(2025, 6, 20);
        Assert.Equal(review, Evaluation.Of(GlasgowSouth, facts, review).Deadline);
        var after = Evaluation.Of(GlasgowSouth, facts, review.AddDays(1));
        Assert.Equal((review.AddYears(1), ProgressState.Behind), (after.Deadline!.Value, after.Sessions().State));
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(GlasgowSouth, facts, review.AddYears(1).AddDays(1)).Sessions().State);
    }

    [Fact]
    public void Who_is_already_in_a_later_grade_left_the_deadline_behind_the_day_before()
    {
        var progress = Evaluation.Of(NorthWest, Trainee().InGrade("CT3"), Week(10));
        Assert.Equal((Start.AddDays(-1), true, ProgressState.NotPossible), (progress.Deadline!.Value, progress.DeadlineEstimated, progress.State));
    }

    [Fact]
    public void A_clock_stop_puts_the_deadline_back_where_the_pack_says_so()
    {
        var facts = Trainee() with { ClockStops = [new(Week(4), Week(4).AddDays(29))] };
        var moving = NorthWest with { ClockStopsMove = NorthWest.ClockStopsMove with { Value = [Movable.Deadline] } };
        Assert.Equal(EndOfCt1, Evaluation.Of(NorthWest, facts, EndOfCt1).Deadline);
        Assert.Equal(EndOfCt1.AddDays(30), Evaluation.Of(moving, facts, EndOfCt1).Deadline);
    }

    [Fact]
    public void Without_any_date_to_hang_a_deadline_on_no_forecast_is_made()
    {
        var facts = Trainee() with { Placements = [] };
        var progress = Evaluation.Of(NorthWest, facts, EndOfCt1);
        Assert.Equal((null, ProgressState.OnTrack, null), (progress.Deadline, progress.State, progress.Sessions().SessionsLeft));
    }
}
