using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class AttendanceCountTests
{
    [Fact]
    public void Nobody_misses_what_was_cancelled_or_held_on_a_day_not_worked_or_in_a_clock_stop()
    {
        var facts = Trainee(Attended(1), Attended(5), Attended(9) with { Group = OtherGroup }) with
        {
            Sessions = [.. Enumerable.Range(0, 12).Select(week => Session(week, week is 3 or 5 + 3 ? SessionState.Cancelled : SessionState.Held))],
            ClockStops = [new(Week(4), Week(6))],
        };

        // Up to week 9: ten offered, two cancelled; of the weeks 4 to 6 one was attended all the same.
        Assert.Equal(new AttendanceFigures(Offered: 10, Held: 8, Cancelled: 2, Expected: 6, NotExpected: 2, Attended: 2, Visited: 1), Evaluation.Of(NorthWest, facts, Week(9)).Attendance);
        var mondays = facts with { Placements = [facts.Placements[0] with { WorkingDays = [DayOfWeek.Monday] }] };
        Assert.Equal((2, 6), Evaluation.Of(NorthWest, mondays, Week(9)).Attendance is var figures ? (figures.Expected, figures.NotExpected) : default);
    }

    [Fact]
    public void The_paper_years_figures_are_those_of_the_sheets()
    {
        foreach (var (id, facts) in PaperYear.Trainees)
        {
            var expected = PaperYearTests.Expected.GetProperty("trainees").GetProperty(id);
            int Number(string member) => expected.GetProperty(member).GetInt32();
            var figures = Evaluation.Of(NorthWest, facts, PaperYear.End).Attendance;
            var attended = Number("present") + Number("partial45") + Number("partial_short");
            Assert.Equal(
                (id, attended, attended + Number("apologies") + Number("absent"), Number("not_expected")), (id, figures.Attended, figures.Expected, figures.NotExpected));
        }
    }

    [Fact]
    public void A_member_without_a_requirement_has_dates_and_hours_of_a_period()
    {
        var facts = Trainee(Attended(9, 45), Attended(1, 50), Attended(4, group: OtherGroup), Attended(20), Attended(5) with { Deed = Deed.Led });
        var summary = MemberSummary.Of(facts, Start, Week(10));
        Assert.Equal((3, 2.58m), (summary.Sessions, summary.Hours));
        Assert.Equal([(Group, 2, 1.58m), (OtherGroup, 1, 1m)], summary.Groups.Select(group => (group.Group, group.Sessions, group.Hours)));
        Assert.Equal([Week(1), Week(9)], summary.Groups[0].Dates);
    }
}
