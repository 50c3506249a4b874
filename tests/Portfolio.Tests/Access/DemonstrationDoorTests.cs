using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>The demonstration is entered at this computer, and from nowhere else.</summary>
public sealed class DemonstrationDoorTests(TestHost host) : IClassFixture<TestHost>
{
    public static TheoryData<string, string> FromElsewhere { get; } = new()
    {
        { "Host", "portfolio.example.org" }, { "Host", "localhost.example.org" }, { "Host", "127.0.0.1.example.org" }, { "Host", "0.0.0.0" },
        { "X-Forwarded-For", "127.0.0.1" }, { "X-Forwarded-Host", "localhost" }, { "X-Forwarded-Proto", "https" }, { "Forwarded", "for=127.0.0.1" },
        { "Via", "1.1 proxy" }, { "X-Real-IP", "127.0.0.1" }, { "CF-Connecting-IP", "127.0.0.1" },
    };

    [Theory]
    [MemberData(nameof(FromElsewhere))]
    public async Task Whoever_comes_from_elsewhere_finds_nothing(string header, string value)
    {
        var scene = await Scene.Set(host);
        foreach (var request in new Func<HttpRequestMessage>[]
        {
            () => new(HttpMethod.Get, "/demonstration"),
            () => new(HttpMethod.Post, "/demonstration/sign-in") { Content = JsonContent.Create(new { programme = scene.Key, person = "T1" }) },
            () => new(HttpMethod.Post, "/v1/programmes") { Content = JsonContent.Create(new { key = "k" + Guid.NewGuid().ToString("N")[..9], name = "Another", timeZone = "Europe/London", demonstration = true, tutor = new { name = "T" } }) },
        })
        {
            Assert.True((await host.Anybody().SendAsync(request(), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
            var disguised = request();
            disguised.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal("404 not-found", await (await host.Anybody().SendAsync(disguised, TestContext.Current.CancellationToken)).Refusal());
        }
    }

    [Fact]
    public async Task A_real_programme_is_not_entered_and_not_listed()
    {
        var scene = await Scene.Set(host);
        await using (var connection = new NpgsqlConnection(await host.Superuser()))
            await connection.ExecuteAsync("update programme set demonstration = false where id = @id", new { id = scene.Programme });

        var answer = await host.Anybody().PostAsJsonAsync("/demonstration/sign-in", new { programme = scene.Key, person = "T1" }, TestContext.Current.CancellationToken);
        Assert.Equal("404 not-found", await answer.Refusal());
        Assert.DoesNotContain(scene.Key, await host.Anybody().GetStringAsync("/demonstration", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "127.0.0.1", true)]
    [InlineData(null, "::1", true)]
    [InlineData("https://portfolio.example.org", "127.0.0.1", false)]
    [InlineData("http://localhost:5080", "127.0.0.1", false)]
    [InlineData(null, "192.0.2.7", false)]
    [InlineData(null, null, false)]
    public void A_public_address_or_a_peer_elsewhere_shuts_the_door(string? publicAddress, string? peer, bool open)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("localhost", 5080);
        http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);

        Assert.Equal(open, new AtThisComputer(new PublicAddress(new() { PublicAddress = publicAddress })).IsOpen(http));
    }
}
