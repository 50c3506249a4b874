using Portfolio.Api.Curricula;

namespace Portfolio.Tests.Curricula;

/// <summary>What comes with the service: only what a public source confirms, under ids that never change.</summary>
public sealed class FrameworksTests
{
    [Theory]
    [InlineData("rcpsych-core-2022", "1.2", "7cd75c8e-41af-5e6f-b784-52bc563bd67e")]
    [InlineData("rcpsych-core-2013", "ILO1", "ba48504e-a1cb-5874-a347-d8fdc9b58218")]
    [InlineData("gmc-gpc-2017", "GPC1", "b43e8d5f-6478-5ff7-b12a-4f2b84d44e75")]
    public void The_ids_of_items_stand_in_records_and_never_change(string framework, string code, string id) =>
        Assert.Equal(Guid.Parse(id), Frameworks.Find(framework)!.ItemId(code));

    [Fact]
    public void Every_shipped_framework_is_one_that_could_be_loaded()
    {
        Assert.Equal(["gmc-gpc-2017", "rcgp-capabilities", "rcpsych-core-2010", "rcpsych-core-2013", "rcpsych-core-2022"], Frameworks.All.Select(framework => framework.Id).Order());
        Assert.All(Frameworks.All, framework =>
        {
            var findings = new FrameworkFindings();
            FrameworkCheck.Run(new(framework, (at, member) => $"{at} {member}", true, true), findings);
            Assert.Empty(findings.Listed);
            Assert.NotEmpty(framework.Sources!);
            Assert.Same(framework.Items, FrameworkRead.Ordered(framework.Items));
        });
    }

    [Fact]
    public void Codes_are_sourced_and_a_title_that_is_our_summary_says_so_and_is_never_signed()
    {
        var items = Frameworks.All.SelectMany(framework => framework.Items).ToList();
        Assert.All(items, item => Assert.Equal("sourced", item.Provenance));
        Assert.All(items.SelectMany(item => item.MapsTo ?? []), mapping => Assert.Equal("sourced", mapping.Provenance));
        var summaries = items.Where(item => item.TitleProvenance is not null).ToList();
        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"HLO{number}"), summaries.Select(item => item.Code));
        Assert.All(summaries, item => Assert.Equal((item.Code, "inferred"), (item.SignedName(), item.TitleProvenance)));
        Assert.Equal("Professional standards", Frameworks.Find("rcpsych-core-2022")!.Item("1.2")!.SignedName());
    }

    [Fact]
    public void A_first_day_is_asserted_where_a_source_says_it_and_nowhere_else()
    {
        Assert.Equal(new DateOnly(2022, 8, 1), Assert.Single(Frameworks.All, framework => framework.ValidFrom is not null).ValidFrom);
        Assert.True(Frameworks.Find("gmc-gpc-2017")!.AppliesOn(new(2025, 1, 1)));
        Assert.True(Frameworks.Find("rcpsych-core-2013")!.AppliesOn(new(2024, 7, 31)));
        Assert.False(Frameworks.Find("rcpsych-core-2013")!.AppliesOn(new(2024, 8, 1)));
        Assert.False(Frameworks.Find("rcpsych-core-2022")!.AppliesOn(new(2022, 7, 31)));
    }

    [Fact]
    public void Each_framework_that_another_takes_the_place_of_is_there() =>
        Assert.All(Frameworks.All.Select(framework => framework.Supersedes).OfType<string>(), id => Assert.NotNull(Frameworks.Find(id)));
}
