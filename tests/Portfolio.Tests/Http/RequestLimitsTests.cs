using System.Text;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>How much of a request is taken, and how slowly: whoever goes beyond is refused, and everybody else is answered meanwhile.</summary>
public sealed class RequestLimitsTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> TooMuch { get; } = new()
    {
        { $"GET /problems?{new string('q', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", "414" },
        { $"GET /problems HTTP/1.1\r\nHost: localhost\r\nX: {new string('x', 17_000)}\r\n\r\n", "431" },
        { $"GET /problems HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 70).Select(number => $"X-{number}: y\r\n"))}\r\n", "431" },
        { "GET /problems HTTP/1.1\r\n\r\n", "400" },
        { "GET /problems HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400" },
        { "GET /problems HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n", "400" },
        { "POST /v1/verify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "400" },
        { "POST /v1/verify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n", "413" },
        { "POST /v1/verify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "400" },
        { "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task What_is_too_much_or_no_http_is_refused(string request, string status) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await Wire.Answer(host.Address, request), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_that_says_its_length_twice_is_not_read_as_two()
    {
        // What stands behind the chunks would be another's request to a proxy that counts otherwise.
        var answer = await Wire.Answer(host.Address,
            "POST /v1/verify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /problems HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.True(answer.Split("HTTP/1.1 ").Length == 2, answer);
    }

    [Theory]
    [InlineData(32, "$")]
    [InlineData(33, "depth")]
    public async Task Json_is_read_to_a_depth_and_no_further(int depth, string why)
    {
        var body = string.Concat(Enumerable.Repeat("{\"tutor\":", depth)) + "1" + new string('}', depth);
        using var answer = await host.Anybody().PostAsync("/v1/programmes", BodyMutations.Json(body), Cancellation);
        Assert.Equal("400 invalid-body", await answer.Refusal());
        Assert.NotEmpty(why);
    }

    [Fact]
    public async Task A_form_of_very_many_fields_is_refused()
    {
        var body = string.Join('&', Enumerable.Range(0, 3000).Select(number => $"f{number}=1"));
        using var answer = await host.Anybody().PostAsync("/oauth/token", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), Cancellation);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    /// <summary>Waits as long as the limits are: about twenty seconds.</summary>
    [Fact]
    public async Task Slow_clients_are_dropped_and_others_are_answered_meanwhile()
    {
        var slowHeaders = Enumerable.Range(0, 100).Select(_ => Trickle("GET /problems HTTP/1.1\r\nHost: localhost\r\n", "X", TimeSpan.FromSeconds(40))).ToList();
        var slowBodies = Enumerable.Range(0, 100).Select(_ => Trickle("POST /v1/verify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", "x", TimeSpan.FromSeconds(40))).ToList();

        for (var second = 0; second < 3; second++)
        {
            using var answer = await host.Anybody().GetAsync("/problems", Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
            Assert.True(answer.IsSuccessStatusCode);
            await Task.Delay(1000, Cancellation);
        }
        Assert.All(await Task.WhenAll(slowHeaders.Concat(slowBodies)), Assert.True);
    }

    // A byte a second, until the other side has had enough.
    private async Task<bool> Trickle(string first, string then, TimeSpan patience)
    {
        using var socket = await Wire.Open(host.Address);
        await Wire.Send(socket, first);
        var ended = Wire.ReadToEnd(socket);
        for (var seconds = 0; seconds < patience.TotalSeconds && !ended.IsCompleted; seconds++)
        {
            try
            {
                await Wire.Send(socket, then);
            }
            catch (System.Net.Sockets.SocketException)
            {
                return true;
            }
            await Task.WhenAny(ended, Task.Delay(1000, Cancellation));
        }
        return ended.IsCompleted;
    }
}
