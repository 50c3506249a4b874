using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class CohortCoverTests
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Theory]
    [InlineData("", "2025-06-02")]
    [InlineData("2024-08-01..", null)]
    [InlineData("2024-08-01..2025-07-31", "2025-08-01")]
    [InlineData("2024-08-01..2025-07-31 2025-08-01..", null)]
    [InlineData("2024-08-01..2025-07-31 2025-08-02..", "2025-08-01")]
    [InlineData("2024-08-01..2025-07-31 2025-06-10..2025-06-20", "2025-08-01")]
    [InlineData("2025-06-03..", "2025-06-02")]
    [InlineData("2024-08-01..2025-06-01", "2025-06-02")]
    [InlineData("2024-08-01..2025-06-02", "2025-06-03")]
    public void The_first_day_without_a_leader_is_found(string mandates, string? uncovered)
    {
        var rows = mandates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(".."))
            .Select(each => new MandateRow(Guid.Empty, Guid.Empty, Day(each[0]), each[1] == "" ? null : Day(each[1]))).OrderBy(row => row.FromOn).ToList();
        Assert.Equal(uncovered is null ? null : Day(uncovered), CohortCover.UncoveredFrom(rows, Today));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
