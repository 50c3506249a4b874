using Portfolio.Api.Sessions;

namespace Portfolio.Tests.Sessions;

public class PeriodsTests
{
    private static readonly DateOnly Day = new(2025, 2, 4);

    [Fact]
    public void Both_ends_count_and_the_days_beside_them_do_not()
    {
        var periods = new Periods([(Day, Day.AddDays(2)), (Day.AddDays(10), Day.AddDays(10))]);

        int[] covered = [.. Enumerable.Range(-2, 20).Where(d => periods.Covers(Day.AddDays(d)))];
        Assert.Equal([0, 1, 2, 10], covered);
        Assert.Equal("2025-02-04 to 2025-02-06 or 2025-02-14 to 2025-02-14", periods.ToString());
    }

    [Fact]
    public void An_open_period_never_ends_and_takes_in_what_follows()
    {
        var periods = new Periods([(Day.AddDays(30), Day.AddDays(40)), (Day, null)]);

        Assert.True(periods.Covers(DateOnly.MaxValue));
        Assert.False(periods.Covers(Day.AddDays(-1)));
        Assert.Equal("from 2025-02-04", periods.ToString());
    }

    [Fact]
    public void Periods_that_touch_or_lie_inside_one_another_are_one()
    {
        var periods = new Periods([(Day.AddDays(5), Day.AddDays(9)), (Day, Day.AddDays(4)), (Day.AddDays(1), Day.AddDays(2))]);

        Assert.Equal("2025-02-04 to 2025-02-13", periods.ToString());
    }
}
