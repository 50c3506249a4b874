using System.Net;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>How often anybody may ask, at a host that allows little: <c>IClassFixture&lt;LimitedHost&gt;</c>.</summary>
public sealed class LimitedHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal HttpClient Strict { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        foreach (var who in new[] { "Platform", "Person", "Origin" })
            Host.Settings["Portfolio:Limits:" + who] = "5";
        Strict = await Host.Another();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

public sealed class LimitsTests(LimitedHost hosts) : IClassFixture<LimitedHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_too_often_is_told_how_long_to_wait_and_nobody_else_is()
    {
        var scene = await Scene.Set(hosts.Host);
        var (one, two) = (await Puller.Let_in(hosts.Host, scene), await Puller.Let_in(hosts.Host, scene, "Another"));
        var (trainee, other) = (await scene.As(scene.Trainee), await scene.As(scene.Other));
        (HttpClient Client, string Path)[] askers =
            [(one.Client, scene.Path("feed")), (two.Client, scene.Path("feed")), (trainee, scene.Path("connections")), (other, scene.Path("connections")), (hosts.Host.Anybody(), "/problems")];

        foreach (var (client, path) in askers)
        {
            for (var times = 0; times < 5; times++)
                Assert.Equal(HttpStatusCode.OK, (await Ask(client, path)).StatusCode);
            var refused = await Ask(client, path);
            Assert.Equal("429 too-many-requests", await refused.Refusal());
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 12);
        }
        // Health is asked for by whoever keeps the host running, from one address, all the time. A token that is none counts for its address.
        Assert.Equal(HttpStatusCode.OK, (await Ask(hosts.Host.Anybody(), "/health/live")).StatusCode);
        var garbage = hosts.Host.Anybody();
        garbage.DefaultRequestHeaders.Authorization = new("Bearer", "pt_nonsense");
        Assert.Equal("429 too-many-requests", await (await Ask(garbage, scene.Path("feed"))).Refusal());
        // Each host counts for itself.
        Assert.Equal(HttpStatusCode.OK, (await one.Client.GetAsync(scene.Path("feed"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData(null, "none")]
    public void An_address_of_version_6_counts_with_its_network(string? address, string origin) => Assert.Equal(origin, Limits.Origin(address is null ? null : IPAddress.Parse(address)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_limit_that_cannot_be_stops_the_start(int requests) => Assert.Throws<RefusedException>(() => new LimitOptions { Person = requests }.Checked());

    [Theory]
    [InlineData("https://portfolio.example.org", true)]
    [InlineData(null, false)]
    public void A_host_under_a_public_address_asks_nothing_of_its_own_computer(string? address, bool refused)
    {
        var check = Record.Exception(() => new OutboundOptions { Loopback = true }.Checked(new PublicAddress(new() { PublicAddress = address })));
        Assert.Equal(refused, check is RefusedException);
    }

    private Task<HttpResponseMessage> Ask(HttpClient as_client, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hosts.Strict.BaseAddress!, path));
        request.Headers.Authorization = as_client.DefaultRequestHeaders.Authorization;
        return hosts.Strict.SendAsync(request, Cancellation);
    }
}
