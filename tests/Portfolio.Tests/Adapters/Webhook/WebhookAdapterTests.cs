using System.Text;
using System.Text.Json;
using Portfolio.Adapters.Webhook;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Adapters.Webhook;

public sealed class WebhookAdapterTests : IAsyncDisposable
{
    private static readonly string Before = "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("the secret that was there before"));
    private readonly ReceiverDouble receiver = new();
    private readonly WebhookAdapter adapter = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task What_is_delivered_passes_a_verifier_that_is_not_ours_with_either_secret_and_with_no_other()
    {
        using var connection = await Start(Before);
        await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation);
        var sent = Assert.Single(receiver.Requests);
        Assert.Equal(["verified", "verified", "No matching signature found"],
            await Verified(Of(sent, ReceiverDouble.Secret), Of(sent, Before), Of(sent, ReceiverDouble.Secret[..^4] + "AAA=")));
    }

    [Fact]
    public async Task A_changed_byte_and_a_time_that_passed_are_refused()
    {
        using var connection = await Start();
        await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation);
        var sent = Assert.Single(receiver.Requests);
        var changed = Of(sent, ReceiverDouble.Secret) with { Body = sent.Text.Replace("record.signed", "record.signeD", StringComparison.Ordinal) };
        var later = Of(sent, ReceiverDouble.Secret) with { Now = TestConnection.Starts.AddMinutes(6) };
        var early = Of(sent, ReceiverDouble.Secret) with { Now = TestConnection.Starts.AddMinutes(-6) };
        Assert.Equal(["verified", "No matching signature found", "Message timestamp too old", "Message timestamp too new"],
            await Verified(Of(sent, ReceiverDouble.Secret), changed, later, early));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_tells_that_there_is_something_and_nothing_of_what_it_says(string kind)
    {
        using var connection = await Start();
        var record = SampleRecords.Of(kind);
        await adapter.Deliver(record, connection, Cancellation);
        var sent = Assert.Single(receiver.Requests);
        using var body = JsonDocument.Parse(sent.Body);
        Assert.True(sent.Body.Length < 20_000);
        Assert.Equal(["type", "timestamp", "data"], body.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["recordId", "credentialUrl", "version", "kind", "subject", "digest"], body.RootElement.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.Equal(record.Header.VersionId, body.RootElement.GetProperty("data").GetProperty("credentialUrl").GetString());
    }

    public static TheoryData<string> Kinds => [.. SampleRecords.Kinds];

    [Fact]
    public async Task What_is_told_again_has_the_id_it_had_and_a_new_time()
    {
        using var connection = await Start();
        var record = SampleRecords.Of("attendance");
        connection.Delivering(record.Id, 1);
        receiver.Always(Fault.Reset.ButDone);
        Assert.IsType<Outcome.NoAnswer>(await adapter.Deliver(record, connection, Cancellation));
        receiver.Clear();
        connection.Hands.Advance(TimeSpan.FromHours(3));
        receiver.Clock.Advance(TimeSpan.FromHours(3));
        Assert.IsType<Outcome.Accepted>(await adapter.Deliver(record, connection, Cancellation));
        Assert.Single(receiver.Taken);
        Assert.Equal(2, receiver.Requests.Select(request => request.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.Single(receiver.Requests.Select(request => request.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task What_was_taken_back_and_is_told_anew_is_another_message()
    {
        using var connection = await Start();
        var record = SampleRecords.Of("attendance");
        for (var times = 1; times <= 2; times++)
        {
            // The steps of a delivery end when it was taken back.
            connection.Delivering(record.Id, times);
            connection.Hands.Advance(TimeSpan.FromMinutes(1));
            await adapter.Deliver(record, connection, Cancellation);
            Assert.Equal([new(record.Id, 1)], receiver.Shown);
            await adapter.Withdraw(record.As(null), connection, Cancellation);
            Assert.Empty(receiver.Shown);
        }
        Assert.Equal(4, receiver.Taken.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_receiver_that_is_busy_is_left_alone_for_a_while(int status)
    {
        using var connection = await Start();
        receiver.Always(Fault.Of(status));
        var after = await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation) switch
        {
            Outcome.TryLater { Code: "busy" } later when status == 429 => later.After,
            Outcome.NoAnswer none when status != 429 => none.After,
            var other => throw new InvalidOperationException($"{other}"),
        };
        Assert.Equal(TimeSpan.FromMinutes(1), after);
    }

    [Theory]
    [InlineData("whsec_" + "c2hvcnQ=")]
    [InlineData("")]
    [InlineData("YSBzZWNyZXQgd2l0aG91dCBpdHMgcHJlZml4")]
    public async Task A_secret_that_is_none_is_a_matter_for_a_person(string secret)
    {
        await receiver.Start();
        using var connection = new TestConnection(new Dictionary<string, string> { ["url"] = receiver.Address + "hook", ["secret"] = secret });
        Assert.Equal(new Outcome.NeedsPerson("not-set-up"), await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation));
        Assert.Empty(receiver.Requests);
    }

    private async Task<TestConnection> Start(string? before = null)
    {
        await receiver.Start();
        var settings = new Dictionary<string, string> { ["url"] = receiver.Address + "hook", ["secret"] = ReceiverDouble.Secret };
        if (before is not null)
            settings["secretBefore"] = before;
        return new(settings);
    }

    private sealed record Sent(string Secret, DateTimeOffset Now, Dictionary<string, string> Headers, string Body);

    private static Sent Of(Seen request, string secret) =>
        new(secret, TestConnection.Starts, new(request.Headers.Where(header => header.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase))), request.Text);

    private static async Task<string[]> Verified(params Sent[] sent)
    {
        var answer = await Checkers.Run("webhooks.mjs", JsonSerializer.Serialize(sent, JsonSerializerOptions.Web));
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonSerializer.Deserialize<string[]>(answer.Output)!;
    }
}
