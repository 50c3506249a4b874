using Portfolio.Adapters.Mahara;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Mahara;

/// <summary>What only Mahara does.</summary>
public sealed class MaharaTests : IAsyncLifetime
{
    private readonly MaharaAdapter adapter = new();
    private readonly MaharaHost service = new() { Own = false }, own = new() { Own = true };
    private readonly SignedRecord record = SampleRecords.Of("period-account");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await service.Start();
        await own.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_file_goes_up_before_the_entry_and_once_however_often_the_entry_is_tried()
    {
        using var connection = MaharaConnections.Service(service);
        service.Next(Fault.Of(500), "entry");
        Assert.IsType<Outcome.NoAnswer>(await Deliver(connection));
        Assert.IsType<Outcome.NotThere>(await adapter.Find(record.As(null), connection, Cancellation));
        var accepted = Assert.IsType<Outcome.Accepted>(await Deliver(connection));

        var file = Assert.Single(service.Files);
        Assert.Equal(("Signed records", $"record-{record.Id:D}-v1.json", record.Embedded!.Value.Length), (file.Folder, file.Title, file.Bytes));
        Assert.Equal($"{file.Id}", accepted.Receipt.Parts!["file"]);
        Assert.Equal(["file", "entry", "entry"], service.Writes.Select(service.StepOf));
    }

    [Fact]
    public async Task Lists_stand_in_the_address_where_there_is_a_file()
    {
        using var connection = MaharaConnections.Service(service);
        await Deliver(connection);
        var upload = service.Writes[0];
        Assert.Contains("tags[0]=case-discussion-group&tags[1]=period-account&tags[2]=HLO-2&tags[3]=HLO-1-2", Uri.UnescapeDataString(upload.Query), StringComparison.Ordinal);
        Assert.DoesNotContain(MaharaHost.ServiceToken, upload.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_ones_own_token_an_entry_is_no_draft_and_has_its_file()
    {
        using var connection = MaharaConnections.Own(own);
        var accepted = Assert.IsType<Outcome.Accepted>(await Deliver(connection));
        var post = own.Posts[^1];
        Assert.False(post.Draft);
        Assert.Equal([own.Files.Single().Id], post.Files);
        Assert.Equal(($"{post.Id}", "11"), (accepted.Receipt.Id, accepted.Receipt.Parts!["journal"]));
        Assert.Contains("<li>Group: riverside-wed</li>", post.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_whose_file_was_refused_is_there_and_is_not_made_again()
    {
        using var connection = MaharaConnections.Own(own);
        own.Full = true;
        Assert.IsType<Outcome.NoAnswer>(await Deliver(connection));
        Assert.IsType<Outcome.AlreadyThere>(await adapter.Find(record.As(null), connection, Cancellation));
    }

    [Fact]
    public async Task Without_space_for_the_file_no_entry_is_made_and_the_person_is_asked()
    {
        using var connection = MaharaConnections.Service(service);
        service.Full = true;
        Assert.Equal("no-space-left", Assert.IsType<Outcome.NeedsPerson>(await Deliver(connection)).Code);
        Assert.Empty(service.Shown);
    }

    [Fact]
    public async Task A_journal_that_an_administrator_cannot_read_back_is_looked_into_by_the_person()
    {
        using var connection = MaharaConnections.Service(service, ("journal", "Reading"));
        service.Next(Fault.Reset.ButDone, "entry");
        Assert.IsType<Outcome.NoAnswer>(await Deliver(connection));
        Assert.Equal("look-there", Assert.IsType<Outcome.NeedsPerson>(await adapter.Find(record.As(null), connection, Cancellation)).Code);
        Assert.Single(service.Shown);
    }

    [Fact]
    public async Task Who_is_not_known_there_or_has_no_journal_is_told_so()
    {
        using var stranger = MaharaConnections.Service(service, ("email", "nobody@example.org"));
        Assert.Equal("person-not-found", Assert.IsType<Outcome.NeedsPerson>(await Deliver(stranger)).Code);
        Assert.Contains(await adapter.Test(stranger, Cancellation), trial => trial is { Part: "person-found", Works: false });
        using var elsewhere = MaharaConnections.Service(service, ("journal", "No such journal"));
        Assert.Equal("journal-missing", Assert.IsType<Outcome.NeedsPerson>(await Deliver(elsewhere)).Code);
        using var nobody = new TestConnection(new Dictionary<string, string> { ["siteUrl"] = service.Address.AbsoluteUri, ["token"] = MaharaHost.ServiceToken });
        Assert.Equal("settings-missing", Assert.IsType<Outcome.NeedsPerson>(await Deliver(nobody)).Code);
        Assert.Empty(service.Shown);
    }

    [Fact]
    public async Task What_is_withdrawn_is_removed_by_the_trainee_and_seen_to_be_gone()
    {
        using var connection = MaharaConnections.Service(service);
        var delivered = record.As(Assert.IsType<Outcome.Accepted>(await Deliver(connection)).Receipt);
        Assert.Equal(("remove-there", false), Assert.IsType<Outcome.NeedsPerson>(await adapter.Withdraw(delivered, connection, Cancellation)) is var asked ? (asked.Code, asked.Everything) : default);
        service.Posts.RemoveAt(service.Posts.Count - 1);
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(delivered, connection, Cancellation));
    }

    private Task<Outcome> Deliver(TestConnection connection)
    {
        connection.Delivering(record.Id, 1);
        return adapter.Deliver(record, connection, Cancellation);
    }
}
