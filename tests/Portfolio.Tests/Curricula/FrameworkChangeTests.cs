using Portfolio.Api.Curricula;

namespace Portfolio.Tests.Curricula;

public sealed class FrameworkChangeTests
{
    private static readonly Framework Old = Frameworks.Find("rcpsych-core-2013")!, New = Frameworks.Find("rcpsych-core-2022")!;
    private static readonly IReadOnlyList<DateOnly> Years = FrameworkChange.YearStarts(
    [
        ("CT1", new(2021, 8, 4)), ("CT1", new(2022, 2, 2)), (null, new(2022, 3, 1)), ("CT2", new(2022, 8, 3)), ("CT3", new(2023, 8, 2)),
    ]);

    [Fact]
    public void A_training_year_begins_with_the_first_placement_in_each_grade() => Assert.Equal([new(2021, 8, 4), new(2022, 8, 3), new(2023, 8, 2)], Years);

    [Theory]
    [InlineData("2022-08-03", null)]
    [InlineData("2023-08-02", null)]
    [InlineData("2023-02-01", "framework-change-mid-year")]
    [InlineData("2022-08-04", "framework-change-mid-year")]
    [InlineData("2021-08-04", "framework-not-in-force")]
    public void A_trainee_changes_where_a_training_year_begins_and_the_new_framework_applies(string day, string? problem) =>
        Assert.Equal(problem, FrameworkChange.WhyNot(Old, New, DateOnly.Parse(day, null), Years)?.Code);

    [Fact]
    public void A_new_version_of_the_same_framework_is_no_change() => Assert.Null(FrameworkChange.WhyNot(New, New with { Version = "2022+1" }, new(2023, 2, 1), Years));
}
