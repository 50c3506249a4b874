using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Records;
using Claim = Portfolio.Contracts.Records.Claim;

namespace Portfolio.Tests.Deliveries;

/// <summary>Which areas of a curriculum a trainee is told to choose.</summary>
public sealed class UploadTextTests
{
    private static readonly DateOnly First = new(2025, 1, 1), Last = new(2025, 12, 31);
    private static readonly PeriodAccount Account = (PeriodAccount)RecordSamples.Claims["period-account"];

    [Fact]
    public void They_are_at_most_four_the_most_named_first_then_what_the_requirement_proposes()
    {
        Claim[] claims = [Of("3.1"), Of("2.1", "3.1"), Of("2.1", "3.1", "1.1")];
        Assert.Equal(["3.1", "2.1", "1.1", "9.1"], Codes(claims, "9.1", "9.2"));
        Assert.Equal(["3.1", "2.1", "1.1", "9.1"], Codes(claims, "2.1", "9.1", "9.2"));
        Assert.Equal(["9.1"], Codes([], "9.1"));
    }

    [Fact]
    public void What_is_of_another_period_says_nothing_about_this_one()
    {
        var before = Of("3.1") with { From = First.AddDays(-40), To = First.AddDays(-1) };
        var across = Of("2.1") with { From = First.AddDays(-40), To = First };
        Assert.Equal(["2.1"], Codes([before, across]));
    }

    private static PeriodAccount Of(params string[] codes) => Account with { From = First, To = Last, Alignments = [.. codes.Select(Item)] };

    private static Alignment Item(string code) => new($"https://portfolio.example.org/ims/case/v1p1/CFItems/{code}", code, "Area " + code, "A framework");

    private static IEnumerable<string> Codes(IReadOnlyList<Claim> claims, params string[] proposed) =>
        UploadText.Areas(claims, [.. proposed.Select(Item)], First, Last).Select(area => area.Code);
}
