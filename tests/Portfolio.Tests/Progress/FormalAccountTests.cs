using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

public sealed class FormalAccountTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateOnly First = new(2025, 1, 6);

    [Fact]
    public void Meetings_are_counted_once_however_many_roles_somebody_had_in_them()
    {
        var session = Guid.CreateVersion7();
        var account = FormalAccounts.Of([Met(0, "attended", 60, session), Met(0, "co-led", 90, session), Met(7, "attended", 60)], new Dictionary<string, string>());
        Assert.Equal((2, 150), (account.Times, account.Minutes));
        Assert.Equal([("attended", 2), ("co-led", 1)], account.Ways.Select(way => (way.Role, way.Times)));
    }

    [Theory]
    [InlineData(new[] { 0 }, null, null)]
    [InlineData(new[] { 0, 7 }, null, 7)]
    [InlineData(new[] { 0, 7, 14, 42 }, 7, 28)]
    [InlineData(new[] { 42, 0, 0, 14 }, 14, 28)]
    public void The_usual_rhythm_is_the_median_gap_and_the_order_of_facts_is_nothing(int[] days, int? usual, int? longest)
    {
        var account = FormalAccounts.Of([.. days.Select(day => Met(day, "attended", 60))], new Dictionary<string, string>());
        Assert.Equal((usual, longest), (account.UsualEveryDays, account.LongestGapDays));
    }

    [Fact]
    public void Peers_who_are_known_are_counted_once_and_of_numbers_the_largest_counts()
    {
        var known = Guid.CreateVersion7();
        var account = FormalAccounts.Of(
            [
                Met(0, "attended", 60, peers: [new(known, "nurse"), new(Guid.CreateVersion7(), null)]), Met(7, "attended", 60, peers: [new(known, "nurse")]),
                Met(14, "peer", 60, peers: [new(null, "psychologist", 3)]), Met(21, "peer", 60, peers: [new(null, "psychologist", 2)]),
            ], new Dictionary<string, string>());
        Assert.Equal([("not-said", 1), ("nurse", 1), ("psychologist", 3)], account.Peers.Select(peers => (peers.Profession, peers.Number)));
    }

    [Fact]
    public async Task What_is_signed_stands_apart_from_what_nobody_led_and_is_read_in_either_language()
    {
        var scene = await Scene.Set(host);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/professions"), new { code = "psychiatrist", from = "2020-01-01" });
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var trainee = await scene.As(scene.Trainee);
        await trainee.Post<MeetingBody>(scene.Path($"people/{scene.Trainee.Id}/meetings"),
            new { heldOn = "2025-05-20", minutes = 45, form = "one-to-one-supervision", mode = "online", role = "was-supervised", partner = "Petra Partner" });
        var path = scene.Path($"people/{scene.Trainee.Id}/formal-account?from=2025-05-01&until=2025-05-31");

        var account = await trainee.Get<FormalAccount>(path);
        var german = await Text(trainee, path + "&language=de");
        var leader = await (await scene.As(scene.Leader)).Get<FormalAccount>(scene.Path($"people/{scene.Leader.Id}/formal-account?from=2025-05-01&until=2025-05-31"));

        Assert.Equal((2, 120, 14), (account.FromRecords.Times, account.FromRecords.Minutes, account.FromRecords.LongestGapDays));
        Assert.Equal([("Colin Coleader", "co-leader"), ("Lena Leader", "leader")], account.FromRecords.With.Select(with => (with.Name, with.As)));
        Assert.Equal([("psychiatrist", 1)], account.FromRecords.Peers.Select(peers => (peers.Profession, peers.Number)));
        Assert.Equal((0, 1), (account.Confirmed.Times, account.Unconfirmed.Times));
        Assert.Contains("Balintgruppe, in Präsenz, teilgenommen: 2 Mal, 120 min", german, StringComparison.Ordinal);
        Assert.Contains("Petra Partner (Gegenüber): 1 Mal", german, StringComparison.Ordinal);
        Assert.StartsWith("Formal account of Tara Trainee, 2025-05-01 to 2025-05-31", await Text(trainee, path), StringComparison.Ordinal);
        // The other leader has not vouched for whoever signed.
        Assert.Equal((0, 2), (leader.FromRecords.Times, leader.LedUnvouched.Times));
        Assert.DoesNotContain("Otto", german, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2025-05-31&until=2025-05-01")]
    [InlineData("from=2025-05-01&until=2025-05-31&language=fr")]
    [InlineData("from=1989-12-31&until=2025-05-31")]
    [InlineData("until=2025-05-31")]
    public async Task A_period_or_language_that_cannot_be_answered_is_refused(string query)
    {
        var scene = await Scene.Set(host);
        var answer = await (await scene.As(scene.Trainee)).GetAsync(scene.Path($"people/{scene.Trainee.Id}/formal-account?{query}"), TestContext.Current.CancellationToken);
        Assert.Equal("400 invalid-request", await answer.Refusal());
    }

    private static async Task<string> Text(HttpClient client, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/plain");
        var answer = await client.SendAsync(request);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static MetFact Met(int day, string role, int minutes, Guid? meeting = null, IReadOnlyList<PeerFact>? peers = null) =>
        new(meeting ?? Guid.CreateVersion7(), First.AddDays(day), "balint-group", "in-person", role, minutes, [], peers ?? []);
}
