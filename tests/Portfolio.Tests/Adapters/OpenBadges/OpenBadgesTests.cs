using System.Text;
using System.Text.Json;
using Portfolio.Adapters.OpenBadges;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>What a host is sent, and what is made of its answers, beyond what every adapter has to show.</summary>
public sealed class OpenBadgesTests : IAsyncLifetime
{
    private readonly OpenBadgesAdapter adapter = new();
    private readonly OpenBadgesHost host = new();
    private readonly Portfolio.Contracts.Adapters.SignedRecord record = SampleRecords.Of("assessment");
    private TestConnection connection = null!;

    public static TheoryData<string, string> KindsAndForms => [.. SampleRecords.Kinds.SelectMany(kind => new[] { (kind, "embedded"), (kind, "jwt") })];

    [Theory]
    [MemberData(nameof(KindsAndForms))]
    public async Task A_record_of_every_kind_arrives_to_the_byte_and_verifies_there(string kind, string form)
    {
        using var way = await SigningIn.To(host, ("form", form));
        var sent = SampleRecords.Of(kind);
        Assert.IsType<Outcome.Accepted>(await adapter.Deliver(sent, way, TestContext.Current.CancellationToken));
        var there = Encoding.UTF8.GetBytes(Assert.Single(host.Contents));
        Assert.Equal((form == "jwt" ? sent.Jwt : sent.Embedded!.Value).ToArray(), there);
        var checks = RecordVerifier.Check(there, RecordSamples.Keys, RecordSamples.Now);
        Assert.DoesNotContain(checks.Checks, check => check.Answer == Answer.No);
        Assert.Equal(form == "jwt" ? "text/plain" : "application/vc+ld+json", host.Writes[^1].Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_echo_in_another_order_is_the_same_credential()
    {
        host.Echo = sent => "{" + string.Join(",", JsonDocument.Parse(sent).RootElement.EnumerateObject().Reverse().Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}")) + "}";
        var read = host.Requests.Count;
        Assert.Equal("201", Assert.IsType<Outcome.Accepted>(await Deliver()).Said);
        Assert.Equal(read + 1, host.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"https://elsewhere.example.org/1\"}")]
    public async Task Where_the_echo_differs_it_is_read_back(string echo)
    {
        host.Echo = _ => echo;
        Assert.Equal("201 read-back", Assert.IsType<Outcome.Accepted>(await Deliver()).Said);
        Assert.StartsWith("?limit=100&offset=0&since=", host.Requests[^1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_back_changed_did_not_arrive()
    {
        host.Echo = _ => "{}";
        host.Changes = sent => sent.Replace("Satisfactory", "Excellent", StringComparison.Ordinal);
        Assert.Equal("echo-differs", Assert.IsType<Outcome.NoAnswer>(await Deliver()).Code);
    }

    [Fact]
    public async Task It_is_read_back_from_the_last_of_many_pages()
    {
        host.PageSize = 2;
        foreach (var kind in SampleRecords.Kinds)
            Assert.IsType<Outcome.Accepted>(await adapter.Deliver(SampleRecords.Of(kind), connection, TestContext.Current.CancellationToken));
        foreach (var kind in SampleRecords.Kinds)
            Assert.IsType<Outcome.AlreadyThere>(await adapter.Find(SampleRecords.Of(kind).As(null), connection, TestContext.Current.CancellationToken));
        Assert.IsType<Outcome.NotThere>(await adapter.Find(SampleRecords.Of("attendance", 2).As(null), connection, TestContext.Current.CancellationToken));
        Assert.Contains(host.Requests, request => request.Query == "?limit=2&offset=6");
    }

    [Fact]
    public async Task An_unchanged_credential_is_already_there()
    {
        host.SaysUnchanged = true;
        await Deliver();
        Assert.Equal("304", Assert.IsType<Outcome.AlreadyThere>(await Deliver()).Said);
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_older_one()
    {
        await Deliver();
        var newer = SampleRecords.Of("assessment", 2);
        Assert.Equal("200", Assert.IsType<Outcome.Accepted>(await adapter.Replace(newer, record.As(new(record.Header.Id)), connection, TestContext.Current.CancellationToken)).Said);
        Assert.Equal([new Shown(record.Id, 2)], host.Shown);
    }

    [Fact]
    public async Task What_is_withdrawn_is_removed_by_the_person_and_then_seen_to_be_gone()
    {
        await Deliver();
        var waits = Assert.IsType<Outcome.NeedsPerson>(await adapter.Withdraw(record.As(new(record.Header.Id)), connection, TestContext.Current.CancellationToken));
        Assert.Equal(("remove-there", false), (waits.Code, waits.Everything));
        host.Remove(record.Header.Id);
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(record.As(new(record.Header.Id)), connection, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refusal_is_told_in_its_codes_and_nothing_of_its_prose()
    {
        var unsigned = record with { Embedded = "{\"id\":\"unsigned\"}"u8.ToArray() };
        Assert.Equal("400 invaliddata", Assert.IsType<Outcome.Refused>(await adapter.Deliver(unsigned, connection, TestContext.Current.CancellationToken)).Said);
    }

    [Fact]
    public async Task A_record_without_the_form_the_host_takes_is_not_sent() =>
        Assert.Equal("no-embedded-form", Assert.IsType<Outcome.Refused>(await adapter.Deliver(record with { Embedded = null }, connection, TestContext.Current.CancellationToken)).Code);

    public async ValueTask InitializeAsync()
    {
        await host.Start();
        connection = await SigningIn.To(host);
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        await host.DisposeAsync();
    }

    private Task<Outcome> Deliver() => adapter.Deliver(record, connection, TestContext.Current.CancellationToken);
}
