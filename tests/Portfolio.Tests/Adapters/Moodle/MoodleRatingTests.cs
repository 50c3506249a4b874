using Portfolio.Adapters.Moodle;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>What only ratings do.</summary>
public sealed class MoodleRatingTests : IAsyncLifetime
{
    private readonly MoodleAdapter adapter = new();
    private readonly MoodleHost host = new() { Scores = false };
    private readonly SignedRecord record = SampleRecords.Of("assessment"), newer = SampleRecords.Of("assessment", version: 2);
    private TestConnection connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.Start();
        connection = MoodleConnections.Of(host);
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return host.DisposeAsync();
    }

    [Fact]
    public async Task Each_competency_of_the_framework_is_rated_once()
    {
        var accepted = Assert.IsType<Outcome.Accepted>(await Deliver(record));
        Assert.Equal([("101", 2), ("102", 2)], host.Evidence.Select(one => (one.Competency, one.Grade!.Value)));
        Assert.Equal(host.Evidence.Select(one => $"{one.Id}"), accepted.Receipt.Id.Split(' '));
        Assert.IsType<Outcome.AlreadyThere>(await Deliver(record));
        Assert.Equal(2, host.Evidence.Count);
    }

    [Fact]
    public async Task Where_one_of_two_ratings_is_lost_that_one_alone_is_sent_again()
    {
        host.Next(Fault.Of(500).ButDone, "rating");
        Assert.IsType<Outcome.NoAnswer>(await Deliver(record));
        Assert.IsType<Outcome.NotThere>(await adapter.Find(record.As(null), connection, Cancellation));
        Assert.IsType<Outcome.Accepted>(await Deliver(record));
        Assert.Equal(["101", "102"], host.Evidence.Select(one => one.Competency));
    }

    [Fact]
    public async Task What_has_no_competency_no_grade_or_no_place_in_the_framework_is_refused_by_name()
    {
        var claim = (Assessment)record.Claim;
        async Task<string> Refused(Assessment changed) => Assert.IsType<Outcome.Refused>(await Deliver(record with { Claim = changed })).Code;
        Assert.Equal("no-competency", await Refused(claim with { Alignments = [] }));
        Assert.Equal("outcome-not-mapped", await Refused(claim with { Outcome = "Outstanding" }));
        Assert.Equal("competency-not-there", await Refused(claim with { Alignments = [claim.Alignments[0] with { Code = "HLO-99" }] }));
        Assert.Empty(host.Writes);
    }

    [Fact]
    public async Task What_the_framework_does_not_have_is_left_out_and_the_rest_is_rated()
    {
        var claim = (Assessment)record.Claim;
        Assert.IsType<Outcome.Accepted>(await Deliver(record with { Claim = claim with { Alignments = [claim.Alignments[0] with { Code = "HLO-99" }, claim.Alignments[1]] } }));
        Assert.Equal("102", Assert.Single(host.Evidence).Competency);
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_older_ones_note()
    {
        var before = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(record)).Receipt);
        connection.Delivering(newer.Id, 2);
        Assert.IsType<Outcome.Accepted>(await adapter.Replace(newer, before, connection, Cancellation));
        Assert.Equal(2, host.Evidence.Count);
        Assert.All(host.Evidence, one => Assert.Contains("In place of version 1.", one.Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_may_be_deleted_the_older_note_stays_and_the_newer_says_so()
    {
        host.MayDelete = false;
        var before = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(record)).Receipt);
        connection.Delivering(newer.Id, 2);
        Assert.IsType<Outcome.Accepted>(await adapter.Replace(newer, before, connection, Cancellation));
        Assert.Equal(4, host.Evidence.Count);
        Assert.Equal("remove-there", Assert.IsType<Outcome.NeedsPerson>(await adapter.Withdraw(before, connection, Cancellation)).Code);
    }

    [Fact]
    public async Task What_is_withdrawn_loses_its_notes_and_somebody_has_to_rate_anew()
    {
        var delivered = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(record)).Receipt);
        for (var times = 0; times < 2; times++)
            Assert.Equal(("rate-again-there", false), Assert.IsType<Outcome.NeedsPerson>(await adapter.Withdraw(delivered, connection, Cancellation)) is var asked ? (asked.Code, asked.Everything) : default);
        Assert.Empty(host.Evidence);
        foreach (var competency in new[] { "101", "102" })
            host.Evidence.Add(new(900, competency, 1, "Rated in the review."));
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(delivered, connection, Cancellation));
    }

    [Fact]
    public async Task The_trainee_is_found_by_number_and_else_by_what_they_set()
    {
        var claim = (Assessment)record.Claim;
        var stranger = record with { Claim = claim with { Holder = claim.Holder with { Number = "9900002" } } };
        Assert.Equal("person-not-found", Assert.IsType<Outcome.NeedsPerson>(await Deliver(stranger)).Code);
        var unregistered = record with { Claim = claim with { Holder = claim.Holder with { Body = null, Number = null } } };
        Assert.Equal("number-missing", Assert.IsType<Outcome.NeedsPerson>(await Deliver(unregistered)).Code);
        using var set = MoodleConnections.Of(host, ("idNumber", MoodleHost.IdNumber));
        Assert.IsType<Outcome.Accepted>(await adapter.Deliver(unregistered, set, Cancellation));
        Assert.Contains(await adapter.Test(set, Cancellation), trial => trial is { Part: "person-found", Works: true });
        using var wrong = MoodleConnections.Of(host, ("idNumber", "nobody"));
        Assert.Contains(await adapter.Test(wrong, Cancellation), trial => trial is { Part: "person-found", Works: false });
    }

    [Fact]
    public async Task What_is_counted_waits_where_only_ratings_are_set_up()
    {
        var outcome = Assert.IsType<Outcome.NeedsPerson>(await Deliver(SampleRecords.Of("attendance")));
        Assert.Equal(("settings-missing", false), (outcome.Code, outcome.Everything));
        Assert.Empty(host.Requests);
    }

    private Task<Outcome> Deliver(SignedRecord version)
    {
        connection.Delivering(version.Id, version.Header.Version);
        return adapter.Deliver(version, connection, Cancellation);
    }
}
