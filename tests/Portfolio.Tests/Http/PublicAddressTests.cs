using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>A host that the world reaches by https, behind a proxy at loopback: <c>IClassFixture&lt;PublicHost&gt;</c>.</summary>
public sealed class PublicHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster)
    {
        Settings =
        {
            ["Portfolio:PublicAddress"] = "https://portfolio.example.org", ["Portfolio:Proxies"] = "127.0.0.1",
            ["Portfolio:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        },
    };

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>What holds once the world comes: one name, https, keys worth the name, proxies that were told of.</summary>
public sealed class PublicAddressTests(PublicHost host) : IClassFixture<PublicHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Weak { get; } = new()
    {
        { Key(_ => 0), "repeat|rule" }, { Key(_ => 0xFF), "repeat|rule" }, { Key(i => (byte)i), "rule" }, { Key(i => (byte)(i % 2 * 255)), "repeat|rule" }, { Key(i => (byte)(200 + (i % 16))), "repeat|rule" },
        { TestHost.MasterKey, "text" }, { Convert.ToBase64String("correct horse battery staple 12!"u8), "text" },
    };

    [Theory]
    [InlineData("/problems", 200)]
    [InlineData("/nothing-here", 404)]
    [InlineData("/demonstration", 404)]
    public async Task Every_answer_says_to_come_by_https_for_a_year(string path, int status)
    {
        using var answer = await Ask(path, "portfolio.example.org");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("portfolio.example.org", "200")]
    [InlineData("PORTFOLIO.example.org:8443", "200")]
    [InlineData("localhost", "200")]
    [InlineData("portfolio.example.org.evil.example", "421 wrong-host")]
    [InlineData("evil.example", "421 wrong-host")]
    [InlineData("192.0.2.7", "421 wrong-host")]
    public async Task Only_its_own_name_is_answered_to(string name, string expected)
    {
        using var answer = await Ask("/problems", name);
        Assert.Equal(expected, answer.IsSuccessStatusCode ? $"{(int)answer.StatusCode}" : await answer.Refusal());
        using var health = await Ask("/health/live", name);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Whoever_came_by_http_is_led_to_https_and_a_program_is_told()
    {
        using var page = await Ask("/problems?x=%20y", "portfolio.example.org", ("X-Forwarded-Proto", "http"), ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://portfolio.example.org/problems?x=%20y"), (page.StatusCode, page.Headers.Location!.AbsoluteUri));
        Assert.Equal("400 https-needed", await (await Ask("/problems", "portfolio.example.org", ("X-Forwarded-Proto", "http"))).Refusal());
        Assert.Equal("400 https-needed", await (await Ask("/problems", "portfolio.example.org", ("X-Forwarded-Proto", "http"), ("Accept", "text/html"), ("Authorization", "Bearer pt_x"))).Refusal());
        using var https = await Ask("/problems", "portfolio.example.org", ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, https.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.5, 198.51.100.9", "198.51.100.9")]
    [InlineData("127.0.0.0/8, 198.51.100.0/24", "203.0.113.5, 198.51.100.9", "203.0.113.5")]
    [InlineData("10.0.0.7", "203.0.113.5", "127.0.0.1")]
    [InlineData("", "203.0.113.5", "127.0.0.1")]
    public async Task Only_configured_proxies_are_believed_about_whom_a_request_is_from(string proxies, string forwarded, string from)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Portfolio:Proxies={proxies}", "--Portfolio:PublicAddress=https://portfolio.example.org", "--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddGround(builder.Configuration);
        await using var app = builder.Build();
        app.UseProxies();
        app.UseCookiePolicy(HttpSetup.Cookies);
        app.Run(http =>
        {
            http.Response.Cookies.Append("bare", "x");
            return http.Response.WriteAsync($"{http.Connection.RemoteIpAddress}");
        });
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        using var answer = await client.GetAsync("/", Cancellation);
        Assert.Equal(from, await answer.Content.ReadAsStringAsync(Cancellation));
        // Whoever forgets: the house's policy is over every cookie.
        Assert.Equal("bare=x; path=/; secure; samesite=lax; httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.7;10.0.0.8")]
    public void A_proxy_that_is_no_address_or_everybody_stops_the_start(string entry) => Assert.Contains(entry, Assert.Throws<RefusedException>(() => Proxies.Read(entry)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("portfolio.example.org")]
    [InlineData("ftp://portfolio.example.org")]
    [InlineData("https://portfolio.example.org/path")]
    [InlineData("https://user@portfolio.example.org")]
    public void An_address_that_is_none_stops_the_start(string address) =>
        Assert.Contains("https://portfolio.example.org", Assert.Throws<RefusedException>(() => new PublicAddress(new() { PublicAddress = address })).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Weak))]
    public void Under_a_public_address_a_weak_master_key_stops_the_start(string key, string why)
    {
        Assert.Matches(why, Assert.Throws<RefusedException>(() => Read(new() { MasterKey = key }, "https://portfolio.example.org")).Message);
        // Trying things out at one's own computer is not stopped.
        Assert.NotNull(Read(new() { MasterKey = key }, null));
        Assert.NotNull(Read(new() { MasterKey = key }, "http://localhost:5080"));
    }

    [Fact]
    public void Under_a_public_address_the_development_key_stops_the_start()
    {
        var refused = Assert.Throws<RefusedException>(() => Read(new(), "https://portfolio.example.org"));
        Assert.Contains("openssl rand -base64 32", refused.Message, StringComparison.Ordinal);
        Assert.Contains("PORTFOLIO__MASTERKEYFILE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_made_by_chance_are_taken()
    {
        for (var times = 0; times < 20_000; times++)
            Assert.Null(WeakKey.Why(RandomNumberGenerator.GetBytes(32)));
    }

    [Fact]
    public async Task The_program_itself_ends_with_the_reason_and_the_remedy()
    {
        using var folder = new TemporaryFolder();
        var program = typeof(PublicAddress).Assembly.Location;
        var (code, answer, errors) = await HostProcess.Run(program, null, "serve", "--data", folder["data"], "--urls=http://127.0.0.1:0", "--Portfolio:PublicAddress=https://portfolio.example.org");
        Assert.Equal((1, ""), (code, answer));
        Assert.Contains("this master key is refused: it is text", errors, StringComparison.Ordinal);
        Assert.Contains("PORTFOLIO__MASTERKEYFILE=FILE", errors, StringComparison.Ordinal);
    }

    private static string Key(Func<int, byte> of) => Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(of)]);

    private static MasterKey Read(SealingOptions options, string? address) =>
        MasterKeyFile.Read(options, Path.GetTempPath(), new PublicAddress(new() { PublicAddress = address }), NullLogger.Instance);

    private async Task<HttpResponseMessage> Ask(string path, string name, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Host.Address };
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = name } };
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value);
        return await client.SendAsync(request, Cancellation);
    }
}
