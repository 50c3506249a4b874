using Portfolio.Api.Curricula;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Curricula;

/// <summary>An old record under a newer framework: what a crosswalk says, whose word that is, and the record as it was.</summary>
public sealed class CrosswalkTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly Framework New = Frameworks.Find("rcpsych-core-2022")!, Generic = Frameworks.Find("gmc-gpc-2017")!, Old = Frameworks.Find("rcpsych-core-2013")!;

    [Fact]
    public void A_line_is_read_from_either_side_with_its_provenance()
    {
        var there = Assert.Single(Assert.Single(Crosswalk.Show(["HLO1"], New, Generic)).SeenAs);
        Assert.Equal(("GPC1", "sourced", null), (there.Code, there.Provenance, there.Via));
        Assert.Equal("HLO1", Assert.Single(Assert.Single(Crosswalk.Show(["GPC1"], Generic, New)).SeenAs).Code);
    }

    [Fact]
    public void What_has_no_line_of_its_own_is_seen_with_what_it_belongs_under_and_says_so()
    {
        var seen = Assert.Single(Assert.Single(Crosswalk.Show(["2.3"], New, Generic)).SeenAs);
        Assert.Equal(("GPC2", "HLO2"), (seen.Code, seen.Via));
    }

    [Fact]
    public void Where_nobody_says_anything_nothing_is_made_up()
    {
        Assert.Empty(Assert.Single(Crosswalk.Show(["ILO1"], Old, New)).SeenAs);
        Assert.Empty(Crosswalk.Show(["9.9"], New, Generic));
        Assert.Equal("same", Assert.Single(Assert.Single(Crosswalk.Show(["1.2"], New, New)).SeenAs).Provenance);
    }

    [Fact]
    public async Task An_old_record_is_seen_under_the_newer_framework_once_a_crosswalk_is_loaded_and_stays_as_it_was()
    {
        var scene = await Scene.Set(host);
        await scene.Mandate(scene.Leader, "leader", "2024-01-01", "2024-07-31");
        await scene.Mandate(scene.CoLeader, "co-leader", "2024-01-01", "2024-07-31");
        await scene.Member(scene.Trainee, "2024-01-01", "2024-07-31");
        await scene.Member(scene.Other, "2024-01-01", "2024-07-31");
        await scene.Signed(await scene.A_filled_register("2024-05-15"));
        var leader = await scene.As(scene.Leader);
        var asked = new { personId = scene.Trainee.Id, from = "2024-01-01", until = "2024-06-01", alignments = new[] { new { framework = "rcpsych-core-2013", code = "ILO19" } }, listHash = (string?)null };
        var list = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), asked);
        var signed = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), new { asked.personId, asked.from, asked.until, asked.alignments, listHash = list.Hash });
        var trainee = await scene.As(scene.Trainee);
        var record = scene.Path($"records/{signed.RecordId}");
        var before = await trainee.Get<RecordBody>(record);

        Assert.Empty(Assert.Single((await trainee.Get<RecordCompetencies>(record + "/competencies?framework=rcpsych-core-2022")).Items).SeenAs);
        await scene.Tutor.Post<FrameworkBody>(scene.Path("frameworks"), (New with
        {
            Version = "2022, with a crosswalk",
            Items = [.. New.Items.Select(item => item.Code == "1.2" ? item with { MapsTo = [new("rcpsych-core-2013", "ILO19", "loaded", "https://school.example.org/crosswalk")] } : item)],
        }).ToBody());

        var seen = Assert.Single((await trainee.Get<RecordCompetencies>(record + "/competencies?framework=rcpsych-core-2022")).Items);
        Assert.Equal(("ILO19", "Reflective practice, including reflection on oneself"), (seen.Code, seen.Name));
        Assert.Equal(new CorrespondingItem("1.2", "Professional standards", "loaded", "https://school.example.org/crosswalk"), Assert.Single(seen.SeenAs));
        Assert.Equal(before, await trainee.Get<RecordBody>(record));
        using var anybody = host.Anybody();
        Assert.Equal("ILO19", (await anybody.Get<CaseItem>(new Uri(seen.Url).PathAndQuery)).HumanCodingScheme);
        Assert.Equal("404 framework-unknown", await (await trainee.GetAsync(record + "/competencies?framework=made-up", TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Other)).GetAsync(record + "/competencies?framework=rcpsych-core-2022", TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task An_account_can_name_an_item_that_the_programme_loaded_and_never_signs_a_summary_of_ours_as_official()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Tutor.Post<FrameworkBody>(scene.Path("frameworks"), (Made.Framework() with { ValidFrom = new(2024, 8, 7) }).ToBody());
        var leader = await scene.As(scene.Leader);
        var asked = new
        {
            personId = scene.Trainee.Id, from = "2024-08-01", until = "2025-06-01",
            alignments = new[] { new { framework = "our-additions", code = "A.1" }, new { framework = "rcpsych-core-2022", code = "HLO1" } },
        };
        var list = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), asked);
        var signed = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), new { asked.personId, asked.from, asked.until, asked.alignments, listHash = list.Hash });
        var items = (await (await scene.As(scene.Trainee)).Get<RecordCompetencies>(scene.Path($"records/{signed.RecordId}/competencies?framework=gmc-gpc-2017"))).Items;
        Assert.Equal([("A.1", "Taking part"), ("HLO1", "HLO1")], items.Select(item => (item.Code, item.Name)));
        Assert.Equal("GPC1", Assert.Single(items[1].SeenAs).Code);
    }
}
