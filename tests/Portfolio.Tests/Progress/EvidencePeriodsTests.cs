using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>Which periods accounts are proposed for: from review to review, each placement, each appraisal year.</summary>
public sealed class EvidencePeriodsTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Fact]
    public void A_review_ends_a_period_on_its_cut_off_and_the_next_begins_the_day_after()
    {
        var periods = EvidencePeriods.Of([Placed("2023-08-02", "2024-08-06", "2024-06-20", "2024-06-01"), Placed("2024-08-07", null, "2025-06-18", null)], null, Today);

        Assert.Equal(
        [
            ("review", Day("2023-08-02"), Day("2024-06-01")), ("placement", Day("2023-08-02"), Day("2024-08-06")), ("review", Day("2024-06-02"), Day("2025-06-18")),
            ("placement", Day("2024-08-07"), Today),
        ], periods);
    }

    [Fact]
    public void Appraisal_years_go_back_to_the_first_placement_and_none_begins_ahead() => Assert.Equal(
        [("appraisal-year", Day("2023-04-01"), Day("2024-03-31")), ("placement", Day("2023-08-02"), Today), ("appraisal-year", Day("2024-04-01"), Day("2025-03-31")), ("appraisal-year", Day("2025-04-01"), Day("2026-03-31"))],
        EvidencePeriods.Of([Placed("2023-08-02", null, null, null)], Day("2025-04-01"), Today));

    [Fact]
    public void Somebody_without_a_placement_has_no_period_but_an_appraisal_year_that_is_given()
    {
        Assert.Empty(EvidencePeriods.Of([], null, Today));
        Assert.Equal([("appraisal-year", Day("2025-04-01"), Day("2026-03-31"))], EvidencePeriods.Of([], Day("2025-04-01"), Today));
    }

    [Fact]
    public async Task A_period_is_filled_over_all_groups_and_names_the_account_that_was_signed()
    {
        var scene = await ConfirmationScene.Met(host);
        var leader = await scene.As(scene.Leader);
        var account = new { personId = scene.Trainee.Id, from = "2024-08-07", until = "2025-06-01" };
        var seen = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), account);
        var signed = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), new { account.personId, account.from, account.until, listHash = seen.Hash });

        var list = await (await scene.As(scene.Trainee)).Get<PeriodList>(scene.Path($"trainees/{scene.Trainee.Id}/periods"));

        var placement = Assert.Single(list.Periods);
        var group = Assert.Single(placement.Groups);
        Assert.Equal((scene.Group, 2, 2, 120, signed.RecordId), (group.GroupId, group.Held, group.Attended, group.Minutes, group.RecordId));
        Assert.Equal(["1.2", "2.3"], list.Alignments.Select(item => item.Code));
    }

    private static PlacementFact Placed(string from, string? to, string? review, string? cutOff) => new(
        Day(from), to is null ? null : Day(to), "CT1", [], null, review is null ? null : Day(review), EvidenceCutOff: cutOff is null ? null : Day(cutOff));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
