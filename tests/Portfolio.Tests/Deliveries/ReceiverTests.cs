using System.Net.Http.Json;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>To whom a programme lets nothing go, and what a trainee is told of who receives.</summary>
public sealed class ReceiverTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forbidden_country_or_host_cannot_be_set_or_connected_and_what_is_connected_stands_still()
    {
        var outward = await OutwardScene.Set(host);
        var scene = outward.Scene;
        var connection = await outward.Connected_by(scene.Trainee);
        Assert.False(await Forbids(outward));

        foreach (var (rules, why) in new[] { (Rules(["GB"], []), "country"), (Rules([], ["example.org"]), "host") })
        {
            await Forbid(scene, rules);
            Assert.True(await Forbids(outward));
            Assert.Equal(why, (await scene.Tutor.Get<OutwardPlatformBody>(outward.Path)).Forbidden);
            var refused = await (await scene.As(scene.Other)).PostAsJsonAsync(scene.Path("connections"), new { platformId = outward.Platform.Id }, Cancellation);
            var problem = (await refused.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!;
            Assert.Equal((409, "receiver-forbidden"), (problem.Status, problem.Code));
            Assert.Contains("Made-up Trust", problem.Detail!, StringComparison.Ordinal);
            Assert.Equal("409 receiver-forbidden", await (await outward.Put(OutwardScene.Body(mostAtOnce: 3))).Refusal());
            Assert.Equal("409 receiver-forbidden", await (await (await scene.As(scene.Trainee)).PostAsync(outward.Of(connection, "test"), null, Cancellation)).Refusal());
            Assert.True((await (await scene.As(scene.Trainee)).Get<ConnectionBody>(scene.Path($"connections/{connection.Id}"))).Receiver!.Forbidden);
        }
        await Forbid(scene, Rules([], ["another.example"]));
        Assert.False(await Forbids(outward));
        await outward.Connected_by(scene.Other);
    }

    [Theory]
    [InlineData("https://example.org/x", "example.org", true)]
    [InlineData("https://A.Example.ORG", "example.org", true)]
    [InlineData("https://example.org./", "example.org", true)]
    [InlineData("https://notexample.org", "example.org", false)]
    [InlineData("https://example.org.evil.test", "example.org", false)]
    [InlineData("no address", "example.org", false)]
    public void A_host_stands_for_all_below_it(string setting, string forbidden, bool so) =>
        Assert.Equal(so ? "host" : null, Receivers.WhyNot(new([], [forbidden]), "GB", [setting]));

    [Theory]
    [InlineData("gb", "example.org", "$.forbiddenCountries[0]")]
    [InlineData("GB", "Example.org", "$.forbiddenHosts[0]")]
    [InlineData("GB", "https://example.org", "$.forbiddenHosts[0]")]
    public async Task What_is_no_country_or_host_is_refused(string country, string at, string field)
    {
        var scene = await Scene.Set(host);
        var answer = await scene.Tutor.Put(scene.Path("receivers"), null, Rules([country], [at]));
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!.Errors!).Field);
    }

    [Fact]
    public async Task A_trainee_is_told_who_receives_before_and_after_permitting_it_and_permits_no_single_days_by_default()
    {
        var outward = await OutwardScene.Set(host);
        var trainee = await outward.Scene.As(outward.Scene.Trainee);
        var pulls = await Puller.Let_in(host, outward.Scene, "Pulls only");
        var expected = new ReceiverBody("Made-up Trust", "GB", "A made-up contract of 2024", MadeUpAdapter.Name, false);
        var listed = (await trainee.Get<PlatformList>(outward.Scene.Path("platforms"))).Platforms;
        Assert.Equal(expected, listed.Single(platform => platform.Id == outward.Platform.Id).Receiver);
        Assert.Null(listed.Single(platform => platform.Id == pulls.Platform.Id).Receiver);

        var connection = await outward.Connected_by(outward.Scene.Trainee);
        Assert.Equal(expected, connection.Receiver);
        Assert.Equal(["assessment", "period-account", "verification"], connection.Kinds);
        var page = await host.Anybody().GetStringAsync($"/programmes/{outward.Scene.Programme}/privacy", Cancellation);
        Assert.Contains("Made-up Trust, in the country GB, on this agreement: A made-up contract of 2024", page, StringComparison.Ordinal);
    }

    private static ForbiddenReceivers Rules(string[] countries, string[] hosts) => new(countries, hosts);

    private static async Task Forbid(Scene scene, ForbiddenReceivers rules)
    {
        var set = await Requests.Read<ForbiddenReceivers>(await scene.Tutor.Put(scene.Path("receivers"), null, rules));
        Assert.Equal([.. rules.ForbiddenCountries, .. rules.ForbiddenHosts], new List<string>([.. set.ForbiddenCountries, .. set.ForbiddenHosts]));
        var read = await (await scene.As(scene.Trainee)).Get<ForbiddenReceivers>(scene.Path("receivers"));
        Assert.Equal([.. rules.ForbiddenCountries, .. rules.ForbiddenHosts], new List<string>([.. read.ForbiddenCountries, .. read.ForbiddenHosts]));
    }

    private async Task<bool> Forbids(OutwardScene outward)
    {
        await using var work = await host.Database.Begin(outward.Scene.Programme, Cancellation);
        return await Receivers.Forbids(work, outward.Platform.Id);
    }
}
