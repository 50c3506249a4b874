using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Adapters.Xapi;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Xapi;

public sealed class XapiAdapterTests : IAsyncDisposable
{
    private readonly StoreDouble store = new();
    private readonly XapiAdapter adapter = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (store.Address is not null)
            await store.DisposeAsync();
    }

    [Theory]
    [InlineData("1.0.3", "on")]
    [InlineData("1.0.3", "off")]
    [InlineData("2.0.0", "on")]
    public async Task Everything_that_is_sent_passes_a_validator_that_is_not_ours(string version, string attachRecord)
    {
        using var connection = await Start(("version", version), ("attachRecord", attachRecord));
        foreach (var kind in SampleRecords.Kinds)
            Assert.IsType<Outcome.Accepted>(await adapter.Deliver(SampleRecords.Of(kind), connection, Cancellation));
        var record = SampleRecords.Of("attendance");
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(record.As(null), connection, Cancellation));

        Assert.Equal(SampleRecords.Kinds.Count + 1, store.Taken.Count);
        Assert.All(store.Writes, sent => Assert.Equal(version, sent.Headers["X-Experience-API-Version"]));
        Assert.All(await Warnings(store.Taken), Assert.Empty);
    }

    [Fact]
    public async Task The_validator_finds_what_is_broken()
    {
        var broken = XapiMappingTests.Statement("attendance");
        broken["actor"]!["mbox"] = "nobody";
        var voiding = XapiMapping.Voiding(GoldenSamples.Of("attendance").Header.Id, Guid.NewGuid());
        voiding["object"] = new JsonObject { ["id"] = "https://example.org/" };
        Assert.All(await Warnings([broken, voiding]), Assert.NotEmpty);
    }

    [Fact]
    public async Task A_statement_is_signed_and_carries_the_record_only_where_that_is_wanted()
    {
        using (var connection = await Start())
            await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation);
        using (var connection = await StoreDouble.Connect(store, ("attachRecord", "on")))
            await adapter.Deliver(SampleRecords.Of("leading"), connection, Cancellation);
        using (var connection = await StoreDouble.Connect(store, ("signature", "off")))
            await adapter.Deliver(SampleRecords.Of("presentation"), connection, Cancellation);
        Assert.Equal([1, 2, 0], store.Taken.Select(statement => statement["attachments"]?.AsArray().Count ?? 0));
    }

    [Fact]
    public async Task What_was_taken_back_and_is_permitted_again_is_there_again()
    {
        using var connection = await Start();
        var record = SampleRecords.Of("attendance");
        for (var times = 0; times < 3; times++)
        {
            var receipt = Assert.IsType<Outcome.Accepted>(await adapter.Deliver(record, connection, Cancellation)).Receipt;
            Assert.Equal([new(record.Id, 1)], store.Shown);
            // By the receipt, or without one as where its answer was lost.
            Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(record.As(times == 1 ? null : receipt), connection, Cancellation));
            Assert.Empty(store.Shown);
        }
    }

    [Fact]
    public async Task What_arrives_after_it_was_taken_back_does_not_show()
    {
        using var connection = await Start();
        var record = SampleRecords.Of("attendance");
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(record.As(null), connection, Cancellation));
        var late = XapiMapping.Statement(record, connection.Subject, StatementIds.Of(record.As(null), 0));
        using var answer = await connection.Http.SendAsync(Request(SignedStatement.Body(late, null, "", connection.Key)), Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(store.Shown);
    }

    [Fact]
    public async Task Between_taking_the_older_one_back_and_sending_the_newer_never_two_are_seen()
    {
        using var connection = await Start();
        var (older, newer) = (SampleRecords.Of("attendance"), SampleRecords.Of("attendance", version: 2));
        await adapter.Deliver(older, connection, Cancellation);
        store.Next(Fault.Of(500).ButDone);
        store.Next(Fault.Of(500).ButDone);
        store.Next(Fault.Of(500).ButDone);
        Assert.IsType<Outcome.NoAnswer>(await adapter.Replace(newer, older.As(null), connection, Cancellation));
        Assert.Empty(store.Shown);
        Assert.IsType<Outcome.Accepted>(await adapter.Replace(newer, older.As(null), connection, Cancellation));
        Assert.Equal([new(newer.Id, 2)], store.Shown);
    }

    [Fact]
    public async Task An_account_that_may_not_read_delivers_all_the_same()
    {
        store.WriteOnly = true;
        using var connection = await Start();
        Assert.IsType<Outcome.Accepted>(await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation));
        Assert.Contains(await adapter.Test(connection, Cancellation), trial => trial is { Part: "may-read", Works: false });
    }

    [Theory]
    [InlineData(new[] { "1.0.0", "1.0.3" }, "1.0.3")]
    [InlineData(new[] { "1.0.3", "2.0.0" }, "2.0.0")]
    public async Task The_trial_asks_which_version_the_store_speaks(string[] speaks, string spoken)
    {
        store.Versions = speaks;
        using var connection = await Start();
        await adapter.Test(connection, Cancellation);
        await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation);
        Assert.Equal(spoken, store.Writes[^1].Headers["X-Experience-API-Version"]);
    }

    [Fact]
    public async Task A_statement_that_was_changed_after_it_was_signed_is_noticed()
    {
        using var connection = await Start();
        var statement = XapiMappingTests.Statement("attendance");
        var sent = Encoding.UTF8.GetString(await SignedStatement.Body(statement, null, "", connection.Key).ReadAsByteArrayAsync(Cancellation));
        foreach (var (minutes, status) in new[] { ("PT61M", 400), ("PT60M", 200) })
        {
            var body = new ByteArrayContent(Encoding.UTF8.GetBytes(sent.Replace("PT60M", minutes, StringComparison.Ordinal)));
            body.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary=statement-{statement["id"]}");
            using var answer = await connection.Http.SendAsync(Request(body), Cancellation);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_token_serves_in_the_place_of_key_and_secret()
    {
        await store.Start();
        using var connection = new TestConnection(new Dictionary<string, string> { ["endpoint"] = store.Address + "xapi", ["token"] = StoreDouble.Token });
        Assert.IsType<Outcome.Accepted>(await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation));
    }

    [Fact]
    public async Task An_account_that_may_not_void_asks_for_this_record_alone()
    {
        store.VoidsNothing = true;
        using var connection = await Start();
        var (older, newer) = (SampleRecords.Of("attendance"), SampleRecords.Of("attendance", version: 2));
        await adapter.Deliver(older, connection, Cancellation);
        Assert.Equal(new Outcome.NeedsPerson("remove-there", Everything: false, "403"), await adapter.Withdraw(older.As(null), connection, Cancellation));
        Assert.Equal(new Outcome.NeedsPerson("remove-there", Everything: false, "403"), await adapter.Replace(newer, older.As(null), connection, Cancellation));
        Assert.Equal([new(older.Id, 1)], store.Shown);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        await store.Start();
        using var connection = new TestConnection(new Dictionary<string, string> { ["endpoint"] = store.Address.AbsoluteUri });
        Assert.Equal(new Outcome.NeedsPerson("not-set-up"), await adapter.Deliver(SampleRecords.Of("attendance"), connection, Cancellation));
        Assert.Empty(store.Requests);
    }

    private async Task<TestConnection> Start(params (string, string)[] more)
    {
        await store.Start();
        return await StoreDouble.Connect(store, more);
    }

    private HttpRequestMessage Request(HttpContent body) => new(HttpMethod.Post, store.Address + "xapi/statements")
    {
        Content = body,
        Headers = { { "X-Experience-API-Version", "1.0.3" }, { "Authorization", "Bearer " + StoreDouble.Token } },
    };

    private static async Task<IReadOnlyList<string[]>> Warnings(IEnumerable<JsonObject> statements)
    {
        var answer = await Checkers.Run("xapi.mjs", new JsonArray([.. statements.Select(statement => statement.DeepClone())]).ToJsonString());
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonSerializer.Deserialize<string[][]>(answer.Output)!;
    }
}
