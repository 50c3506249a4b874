using System.Net;
using Portfolio.Adapters.Outbound;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters.Outbound;

/// <summary>How patient a connection is: what it repeats, how long it waits, when it rests, and what it takes.</summary>
public sealed class ConnectionPipelineTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly HandTime time = new(Noon);
    private readonly Sender sender;
    private HttpClient? http;

    public ConnectionPipelineTests() => sender = new(time);

    [Theory]
    [InlineData("POST", false, 1)]
    [InlineData("PUT", false, 1)]
    [InlineData("DELETE", false, 1)]
    [InlineData("POST", true, 3)]
    [InlineData("GET", false, 3)]
    [InlineData("HEAD", false, 3)]
    public async Task Only_what_may_be_repeated_is(string method, bool marked, int sends)
    {
        foreach (var failing in new[] { () => Answer(500), () => Answer(503), () => throw new HttpRequestException("cut"), (Func<HttpResponseMessage>)(() => throw new IOException("cut")) })
        {
            sender.Sends.Clear();
            sender.Answers = failing;
            await Ask(method, marked);
            Assert.Equal(sends, sender.Sends.Count);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task An_answer_that_stays_the_same_is_asked_for_once(int status)
    {
        sender.Answers = () => Answer(status);
        Assert.Equal(status, (await Ask("GET")).Status);
        Assert.Single(sender.Sends);
    }

    [Fact]
    public async Task A_short_wait_that_the_platform_asks_for_is_kept()
    {
        sender.Answers = () => sender.Sends.Count < 3 ? Answer(503, after: TimeSpan.FromSeconds(4)) : Answer(200);
        Assert.Equal(200, (await Ask("GET")).Status);
        Assert.All(sender.Sends.Zip(sender.Sends.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 4, 5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_one_is_the_ledgers(bool asDate)
    {
        sender.Answers = () => Answer(429, after: TimeSpan.FromMinutes(2), asDate);
        var answer = await Ask("GET");
        Assert.Single(sender.Sends);
        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<Outcome.TryLater>(answer.Otherwise()).After);
    }

    [Fact]
    public async Task Repeats_wait_longer_each_time_and_never_all_alike()
    {
        sender.Answers = () => Answer(500);
        var pauses = new List<double>();
        for (var times = 0; times < 4; times++)
        {
            sender.Sends.Clear();
            await Ask("GET", with: new() { Repeats = 3, Pause = 8, Total = 600, FailuresBeforeRest = 1000 });
            pauses.AddRange(sender.Sends.Zip(sender.Sends.Skip(1)).Select(pair => (pair.Second - pair.First).TotalSeconds));
        }
        Assert.True(pauses.Where((_, at) => at % 3 == 2).Average() > pauses.Where((_, at) => at % 3 == 0).Average());
        Assert.True(pauses.Distinct().Count() > 3);
    }

    [Fact]
    public async Task A_connection_that_only_fails_rests_and_says_that_nothing_was_sent()
    {
        sender.Answers = () => Answer(500);
        var patience = new Patience { Repeats = 0, FailuresBeforeRest = 3, Rest = 60 };
        for (var failures = 0; failures < 3; failures++)
            await Ask("POST", with: patience);
        var resting = Assert.IsType<Outcome.TryLater>((await Ask("POST", with: patience)).Otherwise());
        Assert.Equal("resting", resting.Code);
        Assert.InRange(resting.After!.Value.TotalSeconds, 50, 60);
        Assert.Equal(3, sender.Sends.Count);

        time.Advance(TimeSpan.FromSeconds(61));
        sender.Answers = () => Answer(200);
        Assert.Equal(200, (await Ask("POST", with: patience)).Status);
        Assert.Equal(200, (await Ask("POST", with: patience)).Status);
    }

    [Fact]
    public async Task A_refusal_is_no_failure_to_rest_after()
    {
        sender.Answers = () => Answer(403);
        for (var asked = 0; asked < 10; asked++)
            await Ask("POST", with: new() { FailuresBeforeRest = 2 });
        Assert.Equal(10, sender.Sends.Count);
    }

    // Its own tries used the patience up: something was sent, so nobody may say that nothing was.
    [Fact]
    public async Task What_was_sent_before_the_rest_began_may_have_arrived()
    {
        sender.Answers = () => throw new HttpRequestException("cut");
        Assert.IsType<Outcome.NoAnswer>((await Ask("POST", marked: true, with: new() { Repeats = 5, FailuresBeforeRest = 2, Pause = 0.01 })).Otherwise());
        Assert.Equal(2, sender.Sends.Count);
    }

    [Fact]
    public async Task A_try_ends_after_its_time_and_all_of_them_after_theirs()
    {
        sender.Hangs = true;
        var began = time.GetUtcNow();
        Assert.Equal("timed-out", Assert.IsType<Outcome.NoAnswer>((await Ask("POST", with: new() { Try = 20, Total = 45 })).Otherwise()).Code);
        Assert.InRange((time.GetUtcNow() - began).TotalSeconds, 20, 21);

        (began, http) = (time.GetUtcNow(), null);
        sender.Sends.Clear();
        Assert.Equal("timed-out", Assert.IsType<Outcome.NoAnswer>((await Ask("GET", with: new() { Try = 20, Total = 45, Repeats = 5 })).Otherwise()).Code);
        Assert.InRange((time.GetUtcNow() - began).TotalSeconds, 45, 46);
        Assert.Equal(3, sender.Sends.Count);
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_held_to_the_same_time()
    {
        sender.Answers = () => new(HttpStatusCode.OK) { Content = new StreamContent(new Dribbling()) };
        Assert.Equal("timed-out", Assert.IsType<Outcome.NoAnswer>((await Ask("POST", with: new() { Try = 20, Total = 45 })).Otherwise()).Code);
    }

    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    public async Task An_answer_of_one_mebibyte_is_taken_and_none_larger(int bytes, bool taken)
    {
        sender.Answers = () => new(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream(new byte[bytes])) };
        var answer = await Ask("GET");
        Assert.Equal(taken, answer.Is2xx);
        Assert.Equal(taken ? bytes : 0, answer.Body.Length);
        Assert.Single(sender.Sends);
        if (!taken)
            Assert.Equal("answer-too-large", Assert.IsType<Outcome.NoAnswer>(answer.Failure).Code);
    }

    [Fact]
    public async Task Whoever_gives_up_is_let_go_at_once()
    {
        sender.Hangs = true;
        using var end = new CancellationTokenSource();
        var asked = Exchange.Send(Client(new()), new(HttpMethod.Get, "https://portfolio.example.org/"), end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    public void Dispose() => http?.Dispose();

    private async Task<HttpAnswer> Ask(string method, bool marked = false, Patience? with = null)
    {
        var request = new HttpRequestMessage(new(method), "https://portfolio.example.org/") { Content = method is "GET" or "HEAD" ? null : new StringContent("{}") };
        if (marked)
            request.Options.Set(AdapterRequests.MayRepeat, true);
        var asked = Exchange.Send(Client(with ?? new() { FailuresBeforeRest = 1000 }), request, TestContext.Current.CancellationToken);
        await time.Until(asked);
        return await asked;
    }

    // One connection for a whole test, as a place has one.
    private HttpClient Client(Patience patience) => http ??= new(new ConnectionPipeline(patience, time, sender, 1 << 20)) { Timeout = Timeout.InfiniteTimeSpan };

    private HttpResponseMessage Answer(int status, TimeSpan? after = null, bool asDate = false)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") };
        // The platform's clock is an hour behind.
        answer.Headers.Date = time.GetUtcNow().AddHours(-1);
        if (after is { } wait)
            answer.Headers.RetryAfter = asDate ? new(answer.Headers.Date.Value + wait) : new(wait);
        return answer;
    }

    private sealed class Sender(HandTime time) : HttpMessageHandler
    {
        public List<DateTimeOffset> Sends { get; } = [];

        public Func<HttpResponseMessage> Answers { get; set; } = () => new(HttpStatusCode.OK);

        public bool Hangs { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sends.Add(time.GetUtcNow());
            if (Hangs)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return Answers();
        }
    }

    private sealed class Dribbling : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
