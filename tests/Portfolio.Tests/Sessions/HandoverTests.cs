using System.Net.Http.Json;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

public sealed class HandoverTests
{
    private static readonly (Guid Group, Guid Person) Wednesday = (Guid.CreateVersion7(), Guid.CreateVersion7());
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Theory]
    [InlineData("2025-06-02", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    [InlineData("2025-05-05", true)]
    [InlineData("2025-05-04", false)]
    [InlineData(null, false)]
    public void A_mandate_is_due_four_weeks_before_its_end_and_until_four_weeks_after(string? until, bool due) =>
        Assert.Equal(due, Handover.Due([Mandate("2024-08-01", until)], Today).Count == 1);

    [Theory]
    [InlineData("2025-06-21", null, false)]
    [InlineData("2025-06-21", "2026-06-21", false)]
    [InlineData("2025-06-22", null, true)]
    [InlineData("2024-01-01", "2025-06-20", true)]
    public void A_mandate_that_goes_on_in_the_next_has_no_end_to_tell_of(string from, string? until, bool due) =>
        Assert.Equal(due, Handover.Due([Mandate("2024-08-01", "2025-06-20"), Mandate(from, until)], Today).Any(mandate => mandate.Until == new DateOnly(2025, 6, 20)));

    [Fact]
    public void Somebody_elses_mandate_is_no_next_one() => Assert.Single(
        Handover.Due([Mandate("2024-08-01", "2025-06-20"), Mandate("2024-08-01", null) with { PersonId = Guid.CreateVersion7() }, Mandate("2024-08-01", null) with { GroupId = Guid.CreateVersion7() }], Today));

    private static DatedMandate Mandate(string from, string? until) =>
        new(Guid.CreateVersion7(), Wednesday.Group, Wednesday.Person, DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null));
}

public sealed class HandoverLetterTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_leader_and_the_tutor_of_the_site_get_the_days_that_are_unsigned_once_and_nobody_is_named()
    {
        var scene = await RegisterLinkScene.Set(host);
        var tutor = await Officer(scene, "T7", "Riverside");
        var elsewhere = await Officer(scene, "T8", "Hillside");
        var signed = await scene.Scene.A_filled_register("2025-05-21");
        await scene.Scene.Signed(signed);
        await scene.Scene.A_filled_register("2025-06-11");
        await EndMandate(scene, "2025-06-30");

        // Two hosts at once, and the next day again.
        await Task.WhenAll(Tell(), Tell());
        await Tell();

        var (toLeader, toTutor) = (Assert.Single(await Come(scene, scene.Leader)), Assert.Single(await Come(scene, tutor)));
        foreach (var letter in new[] { toLeader, toTutor })
        {
            Assert.Contains("- 28 May 2025", letter, StringComparison.Ordinal);
            Assert.DoesNotContain("21 May 2025", letter, StringComparison.Ordinal);
            Assert.DoesNotContain("11 June 2025", letter, StringComparison.Ordinal);
            Assert.DoesNotContain("Tara", letter, StringComparison.Ordinal);
            Assert.DoesNotContain("Mira", letter, StringComparison.Ordinal);
        }
        Assert.Empty(await scene.Letters(elsewhere, "Wednesday group"));
    }

    [Fact]
    public async Task Where_all_is_signed_only_the_leader_is_thanked_and_a_last_day_that_moves_is_told_again()
    {
        var scene = await RegisterLinkScene.Set(host);
        var tutor = await Officer(scene, "T7", "Riverside");
        await scene.Scene.Signed(scene.Session);
        await EndMandate(scene, "2025-06-20");
        await Tell();
        Assert.Contains("is signed", Assert.Single(await Come(scene, scene.Leader)), StringComparison.Ordinal);

        await EndMandate(scene, "2025-06-27");
        await Tell();

        Assert.Equal(2, (await Come(scene, scene.Leader, 2)).Count);
        Assert.Empty(await scene.Letters(tutor, "Wednesday group"));
    }

    private Task Tell() => host.Service<HandoverWorker>().Tell(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string>> Come(RegisterLinkScene scene, PersonBody to, int atLeast = 1)
    {
        for (var tries = 0; tries < 50; tries++, await Task.Delay(100, TestContext.Current.CancellationToken))
            if (await scene.Letters(to, "Wednesday group") is { } letters && letters.Count >= atLeast)
                return letters;
        return [];
    }

    private static async Task<PersonBody> Officer(RegisterLinkScene scene, string key, string site)
    {
        if (site == "Hillside")
            await scene.Scene.Tutor.Post<GroupBody>(scene.Scene.Path("groups"), new { key = "fri", name = "Friday group", site, form = "balint-group" });
        var tutor = await RegisterLinkScene.Person(scene.Scene, "Theo Tutor", key);
        await scene.Scene.Tutor.Post<FactBody>(scene.Scene.Path("appointments"), new { personId = tutor.Id, office = "tutor", from = "2024-08-01", site });
        return tutor;
    }

    private static async Task EndMandate(RegisterLinkScene scene, string until) => (await scene.Scene.Tutor.PutAsJsonAsync(
        scene.Scene.Path($"groups/{scene.Scene.Group}/leaders/{scene.Mandate.Id}/last-day"), new { until }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
}
