using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>Whoever rules the database can change what was signed, and the change is seen.</summary>
public sealed class LogCheckTests(SignedHost kept) : IClassFixture<SignedHost>
{
    [Theory]
    [InlineData("update log_entry set kind = 'record-withdrawn' where programme_id = @p and position = 2", "entry-changed 2", "record-not-logged")]
    [InlineData("update log_entry set digests = sha256('another') where programme_id = @p and position = 3", "entry-changed 3", "record-bytes-changed 3")]
    [InlineData("update log_entry set logged_at = logged_at - interval '1 day' where programme_id = @p and position = 1", "entry-changed 1")]
    [InlineData("delete from log_entry where programme_id = @p and position = 2", "entry-changed 2", "record-not-logged")]
    [InlineData("update log_head set position = 3, chain = (select chain from log_entry where programme_id = @p and position = 3) where programme_id = @p",
        "entry-changed 6")]
    [InlineData("update record_version set jwt = embedded, embedded = jwt where programme_id = @p", "record-bytes-changed 2", "record-bytes-changed 3", "record-bytes-changed 4")]
    [InlineData("update record_version set jwt = set_byte(jwt, 40, (get_byte(jwt, 40) + 1) % 256) where programme_id = @p and status_index = "
        + "(select min(status_index) from record_version where programme_id = @p)", "record-bytes-changed")]
    [InlineData("delete from record_version where programme_id = @p", "record-missing 2", "record-missing 3", "record-missing 4")]
    [InlineData("update checkpoint set chain = sha256('another') where programme_id = @p", "checkpoint-changed 5")]
    [InlineData("update checkpoint set signed_at = signed_at + interval '1 hour' where programme_id = @p", "checkpoint-changed 5")]
    [InlineData("delete from checkpoint where programme_id = @p", "checkpoint-changed 5")]
    public async Task A_change_that_was_forced_upon_the_database_is_seen(string sql, params string[] expected)
    {
        var faults = (await FaultsAfter(sql)).Select(fault => $"{fault.Code} {fault.Position}".Trim()).ToList();

        Assert.All(expected, fault => Assert.Contains(faults, seen => seen == fault || (!fault.Contains(' ') && seen.StartsWith(fault, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_is_seen_by_the_signed_head()
    {
        var faults = await FaultsAfter(
            "delete from log_entry where programme_id = @p and position >= 4",
            "update log_head set position = 3, chain = (select chain from log_entry where programme_id = @p and position = 3) where programme_id = @p");

        Assert.DoesNotContain(faults, fault => fault.Code == LogFault.EntryChanged);
        Assert.Contains(new LogFault(LogFault.CheckpointChanged, 5), faults);
    }

    [Fact]
    public async Task What_nobody_changed_has_no_fault() => Assert.Empty(await FaultsAfter());

    // Replica mode passes by triggers and foreign keys alike; only a superuser can turn it on. All of it is undone again.
    private async Task<IReadOnlyList<LogFault>> FaultsAfter(params string[] changes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var programme = kept.Scene.Programme;
        await using var connection = new NpgsqlConnection(await kept.Host.Superuser());
        await connection.OpenAsync(cancellation);
        await using var work = new Work(connection, await connection.BeginTransactionAsync(cancellation), programme, cancellation);
        await work.Run("set local session_replication_role = replica");
        foreach (var sql in changes)
            Assert.NotEqual(0, await work.Run(sql, new { p = programme }));
        return await LogCheck.Of(work, (await ProgrammeStore.Find(work, programme))!, kept.Host.Service<PersonKeys>());
    }
}
