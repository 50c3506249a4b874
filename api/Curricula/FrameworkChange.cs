using Portfolio.Api.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A trainee changes from one curriculum to another only where a training year begins.</summary>
internal static class FrameworkChange
{
    /// <param name="from">What applied to them until then.</param>
    /// <param name="to">What is to apply.</param>
    /// <param name="day">The first day of the new one.</param>
    /// <param name="yearStarts">The days on which their training years begin: the first day in each grade.</param>
    public static Problem? WhyNot(Framework from, Framework to, DateOnly day, IEnumerable<DateOnly> yearStarts) =>
        from.Id == to.Id ? null
        : !to.AppliesOn(day) ? Problems.FrameworkNotInForce
        : !yearStarts.Contains(day) ? Problems.FrameworkChangeMidYear
        : null;

    /// <summary>The days on which training years begin, from dated facts: when each grade began, in order.</summary>
    /// <param name="gradeStarts">Each grade with a day on which a placement in it begins; a grade begins with its first.</param>
    public static IReadOnlyList<DateOnly> YearStarts(IEnumerable<(string? Grade, DateOnly From)> gradeStarts) =>
        [.. gradeStarts.Where(start => start.Grade is not null).GroupBy(start => start.Grade).Select(grade => grade.Min(start => start.From)).Order()];
}
