using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters;

/// <summary>The guard before a real server on loopback, which nothing may reach unless it is said.</summary>
public sealed class PrivateAddressGuardTests : IAsyncLifetime
{
    private static readonly GuardSettings Loopback = new(Loopback: true);
    private WebApplication server = null!;
    private Uri address = null!;
    private int asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapGet("/hello", (HttpRequest request) => { asked++; return $"hello {request.Headers.Authorization}"; });
        server.MapGet("/to", (string url) => Results.Redirect(url));
        server.MapPost("/to", (string url) => Results.Redirect(url));
        server.MapGet("/round", () => Results.Redirect("/round"));
        server.MapGet("/large", (int bytes) => new string('x', bytes));
        server.MapGet("/endless", async (HttpResponse response) =>
        {
            while (true)
                await response.WriteAsync(new string('x', 8192));
        });
        server.MapGet("/slow", async (HttpResponse response, CancellationToken gone) =>
        {
            await response.WriteAsync("x", gone);
            await Task.Delay(TimeSpan.FromSeconds(30), gone);
        });
        await server.StartAsync();
        address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task This_computer_is_reached_only_where_that_is_said()
    {
        using var open = PrivateAddressGuard.Client(Loopback);
        Assert.Equal("hello ", await open.GetStringAsync(new Uri(address, "/hello"), Cancellation));

        using var shut = PrivateAddressGuard.Client();
        foreach (var url in new[] { $"https://127.0.0.1:{address.Port}/hello", $"https://localhost:{address.Port}/hello", $"https://[::1]:{address.Port}/hello", $"https://[::ffff:127.0.0.1]:{address.Port}/hello",
                     $"https://2130706433:{address.Port}/hello", $"https://0x7f.1:{address.Port}/hello", $"https://0:{address.Port}/hello" })
            Assert.IsType<PrivateAddressException>((await Assert.ThrowsAsync<HttpRequestException>(() => shut.GetAsync(new Uri(url), Cancellation))).InnerException);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.org/")]
    public async Task Nothing_but_https_is_asked(string url)
    {
        using var client = PrivateAddressGuard.Client(resolve: (_, _) => throw new InvalidOperationException("Nothing is resolved."));
        var refused = await Record.ExceptionAsync(() => client.GetAsync(new Uri(url), Cancellation));
        Assert.True(refused is HttpRequestException or NotSupportedException, $"{refused}");
    }

    [Fact]
    public async Task A_name_is_judged_by_all_that_it_resolves_to_each_time_it_is_connected_to()
    {
        var answers = new Queue<IPAddress[]>([[IPAddress.Parse("1.1.1.1"), IPAddress.Loopback], [IPAddress.Parse("169.254.169.254")], [], [IPAddress.Parse("::ffff:10.0.0.1")]]);
        using var client = PrivateAddressGuard.Client(resolve: (_, _) => Task.FromResult(answers.Dequeue()));

        while (answers.Count > 0)
            Assert.IsType<PrivateAddressException>(
                (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://platform.example.org/keys"), Cancellation))).InnerException);
    }

    [Fact]
    public async Task A_name_that_is_rebound_is_connected_to_at_the_address_that_was_judged()
    {
        var asks = 0;
        // Were the name resolved again for connecting, the second answer would lead to the link-local door of a cloud.
        using var client = PrivateAddressGuard.Client(Loopback, (_, _) => Task.FromResult(new[] { asks++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254") }));

        Assert.Equal("hello ", await client.GetStringAsync(new Uri($"http://localhost:{address.Port}/hello"), Cancellation));
        Assert.Equal(1, asks);
    }

    [Theory]
    [InlineData("https://10.0.0.1/keys", true)]
    [InlineData("https://[::ffff:169.254.169.254]/latest", true)]
    [InlineData("https://rebound.example.org/keys", true)]
    [InlineData("http://example.org/keys", false)]
    [InlineData("//10.0.0.1/keys", false)]
    public async Task A_redirect_is_judged_like_any_other_address(string to, bool byAddress)
    {
        using var client = PrivateAddressGuard.Client(Loopback, (name, _) => Task.FromResult(new[] { IPAddress.Parse(name == "rebound.example.org" ? "192.168.1.1" : "127.0.0.1") }));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address, "/to?url=" + Uri.EscapeDataString(to)), Cancellation));
        Assert.Equal(byAddress, refused.InnerException is PrivateAddressException);
    }

    [Fact]
    public async Task Redirects_end_are_for_reading_only_and_take_no_secret_along()
    {
        using var client = PrivateAddressGuard.Client(Loopback);
        var elsewhere = "/to?url=" + Uri.EscapeDataString($"http://localhost:{address.Port}/hello");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address, "/round"), Cancellation));
        Assert.Equal(HttpStatusCode.Found, (await client.PostAsync(new Uri(address, elsewhere), null, Cancellation)).StatusCode);
        foreach (var (path, told) in new[] { ("/to?url=/hello", "hello Bearer secret"), (elsewhere, "hello ") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)) { Headers = { Authorization = new("Bearer", "secret") } };
            Assert.Equal(told, await (await client.SendAsync(request, Cancellation)).Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Fact]
    public async Task An_answer_that_is_too_large_or_too_slow_is_given_up()
    {
        using var client = PrivateAddressGuard.Client(Loopback with { LargestAnswer = 10_000 });
        Assert.Equal(10_000, (await client.GetStringAsync(new Uri(address, "/large?bytes=10000"), Cancellation)).Length);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(address, "/large?bytes=10001"), Cancellation));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(address, "/endless"), Cancellation));

        using var hasty = PrivateAddressGuard.Client(Loopback with { Patience = TimeSpan.FromMilliseconds(300) });
        await Assert.ThrowsAsync<TaskCanceledException>(() => hasty.GetStringAsync(new Uri(address, "/slow"), Cancellation));
    }
}
