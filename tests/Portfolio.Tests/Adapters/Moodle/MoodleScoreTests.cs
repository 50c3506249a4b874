using Portfolio.Adapters.Moodle;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>What only scores do.</summary>
public sealed class MoodleScoreTests : IAsyncLifetime
{
    private readonly MoodleAdapter adapter = new();
    private readonly MoodleHost host = new() { Scores = true };
    private readonly SignedRecord record = SampleRecords.Of("attendance"), newer = SampleRecords.Of("attendance", version: 2);
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
    public async Task Attendance_is_one_of_one_in_the_column_of_its_day_and_an_account_a_share_of_a_hundred()
    {
        Assert.IsType<Outcome.Accepted>(await Deliver(record));
        Assert.IsType<Outcome.Accepted>(await Deliver(SampleRecords.Of("period-account")));
        Assert.Equal([("riverside-wed, 5 March 2025", 1m, 1m), ("riverside-wed, 7 August 2024 to 4 February 2025", 100m, 90.9m)],
            host.Items.Select(item => (item.Label, item.Most, decimal.Round(item.Cells[MoodleHost.Trainee].Score!.Value, 1))));
    }

    [Fact]
    public async Task Two_of_one_session_share_a_column_also_where_both_made_it_at_once()
    {
        host.Members[0].Add((5, "GMC9900002"));
        var claim = (Attendance)record.Claim;
        var other = SampleRecords.Of("attendance", number: 1) with { Claim = claim with { Holder = claim.Holder with { Id = Guid.NewGuid(), Number = "9900002" } } };
        using var another = MoodleConnections.Of(host);
        Assert.All(await Task.WhenAll(Deliver(record), adapter.Deliver(other, another, Cancellation)), outcome => Assert.IsType<Outcome.Accepted>(outcome));
        Assert.Equal([4, 5], Assert.Single(host.Items).Cells.Keys.Order());
    }

    [Fact]
    public async Task A_token_is_kept_for_as_long_as_it_holds_and_asked_for_anew_when_it_is_not_taken()
    {
        await Deliver(record);
        await Deliver(SampleRecords.Of("attendance", number: 1));
        Assert.Single(host.Door.Tokens);
        host.Door.Forget();
        connection.Hands.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Outcome.Accepted>(await Deliver(SampleRecords.Of("period-account")));
        Assert.Single(host.Door.Tokens);
        connection.Hands.Advance(TimeSpan.FromMinutes(59.5));
        host.Clock.Advance(TimeSpan.FromMinutes(59.5));
        Assert.IsType<Outcome.AlreadyThere>(await adapter.Find(SampleRecords.Of("period-account").As(null), connection, Cancellation));
        Assert.Equal(2, host.Door.Tokens.Count);
    }

    [Fact]
    public async Task Who_is_on_the_second_page_is_found_and_asked_for_once()
    {
        await Deliver(record);
        await Deliver(SampleRecords.Of("period-account"));
        Assert.Equal(2, host.Requests.Count(request => request.Path.EndsWith("/memberships", StringComparison.Ordinal)));
        host.Members.RemoveAt(1);
        using var late = MoodleConnections.Of(host);
        Assert.Equal("person-not-found", Assert.IsType<Outcome.NeedsPerson>(await adapter.Deliver(record, late, Cancellation)).Code);
    }

    [Fact]
    public async Task Who_cannot_be_graded_in_the_course_is_refused()
    {
        host.Gradable = false;
        Assert.Equal("not-graded-there", Assert.IsType<Outcome.Refused>(await Deliver(record)).Code);
    }

    [Fact]
    public async Task A_newer_version_within_the_same_second_is_newer_there_too()
    {
        var before = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(record)).Receipt);
        Assert.IsType<Outcome.AlreadyThere>(await Deliver(record));
        connection.Delivering(newer.Id, 2);
        var after = newer.As(Assert.IsType<Outcome.Accepted>(await adapter.Replace(newer, before, connection, Cancellation)).Receipt);
        Assert.Equal([new(record.Id, 2)], host.Shown);
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(before, connection, Cancellation));
        Assert.Equal([new(record.Id, 2)], host.Shown);
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(after, connection, Cancellation));
        Assert.Empty(host.Shown);
    }

    [Fact]
    public async Task A_conflict_is_an_arrival_where_the_score_stands_there_now()
    {
        host.Next(Fault.Of(409).ButDone, "score");
        Assert.Equal("409", Assert.IsType<Outcome.AlreadyThere>(await Deliver(record)).Said);
        host.Next(Fault.Of(409), "score");
        Assert.Equal("graded-there", Assert.IsType<Outcome.NeedsPerson>(await Deliver(SampleRecords.Of("period-account"))).Code);
    }

    [Fact]
    public async Task Two_sessions_of_one_day_have_a_column_each()
    {
        await Deliver(record);
        Assert.IsType<Outcome.Accepted>(await Deliver(SampleRecords.Of("attendance", number: 1)));
        Assert.Equal(["riverside-wed, 5 March 2025", "riverside-wed, 5 March 2025 (2)"], host.Items.Select(item => item.Label));
        Assert.Equal(2, host.Shown.Count);
    }

    [Fact]
    public async Task A_grade_that_somebody_gave_later_stands_and_a_person_decides()
    {
        await host.Occupy(record);
        var outcome = Assert.IsType<Outcome.NeedsPerson>(await Deliver(record));
        Assert.Equal(("graded-there", false), (outcome.Code, outcome.Everything));
        Assert.Equal(40, host.Items.Single().Cells[MoodleHost.Trainee].Score);
    }

    [Fact]
    public async Task A_correction_to_another_day_empties_the_cell_of_the_wrong_one()
    {
        var before = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(record)).Receipt);
        connection.Hands.Advance(TimeSpan.FromSeconds(2));
        connection.Delivering(newer.Id, 2);
        var moved = newer with { Claim = (Attendance)newer.Claim with { Date = new(2025, 3, 12) } };
        Assert.IsType<Outcome.Accepted>(await adapter.Replace(moved, before, connection, Cancellation));
        Assert.Equal([null, 1m], host.Items.Select(item => item.Cells[MoodleHost.Trainee].Score));
    }

    [Fact]
    public async Task A_score_of_nothing_is_there_though_it_is_not_listed()
    {
        var none = SampleRecords.Of("period-account");
        none = none with { Claim = (PeriodAccount)none.Claim with { Attended = 0 } };
        var delivered = none.As(Assert.IsType<Outcome.Accepted>(await Deliver(none)).Receipt);
        // It cannot be seen to be there, and is sent again to the same cell.
        Assert.IsType<Outcome.Accepted>(await Deliver(none));
        Assert.Equal(0, host.Items.Single().Cells[MoodleHost.Trainee].Score);
        connection.Hands.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(delivered, connection, Cancellation));
        Assert.Null(host.Items.Single().Cells[MoodleHost.Trainee].Score);
    }

    [Fact]
    public async Task A_registration_that_is_not_known_is_a_persons_to_put_right()
    {
        host.Door.KeyId = "another";
        Assert.Equal("sign-in-again", Assert.IsType<Outcome.NeedsPerson>(await Deliver(record)).Code);
        Assert.Contains(await adapter.Test(connection, Cancellation), trial => trial is { Part: "signed-in", Works: false });
    }

    private Task<Outcome> Deliver(SignedRecord version)
    {
        connection.Delivering(version.Id, version.Header.Version);
        return adapter.Deliver(version, connection, Cancellation);
    }
}
