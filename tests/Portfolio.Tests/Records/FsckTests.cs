using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>Whatever a superuser forces upon the database is found, and the first thing that is wrong is named.</summary>
public sealed class FsckTests(SignedYear year) : IClassFixture<SignedYear>
{
    private const string Attendance = "(select v.record_id from record_version v join record r on r.programme_id = v.programme_id and r.id = v.record_id "
        + "where v.programme_id = @p and r.kind = 'attendance' and v.number = 1 order by v.record_id limit 1)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_changed_is_as_it_was_written()
    {
        var answer = await Check();
        Assert.Null(answer.Wrong);
        // Two registers with three records each and one for the other leader; one corrected: an attendance with other minutes and a presentation less.
        Assert.Equal(new FsckCounts(Keys: 3, Entries: 15, Registers: 2, Versions: 9, Valid: 7, Erased: 0, Disbelieved: 0), answer.Counts);
    }

    [Theory]
    [InlineData("update log_entry set digests = sha256('another') where programme_id = @p and position = 3", "The log's entry at position 3 is not what was written.")]
    [InlineData("delete from log_entry where programme_id = @p and position = 2", "The log's entry at position 2 is missing.")]
    [InlineData("delete from log_entry where programme_id = @p and position >= 12", "The log ends at position 11, and its head says 15: the end of the log is gone.")]
    [InlineData("update checkpoint set signed_at = signed_at + interval '1 hour' where programme_id = @p and position = 5", "The checkpoint at position 5 of the log is not what")]
    [InlineData("update record_version set jwt = set_byte(jwt, 90, get_byte(jwt, 90) # 1) where programme_id = @p and number = 1 and record_id = " + Attendance, "its bytes are not those that were issued")]
    [InlineData("delete from record_version where programme_id = @p and number = 1 and record_id = " + Attendance, "of the log and is not kept any more")]
    [InlineData("update record_version set digests = sha256('a') || sha256('b') where programme_id = @p and number = 1 and record_id = " + Attendance, "the digests kept beside it are not those of its bytes")]
    [InlineData("update record_version set minutes = minutes + 30 where programme_id = @p and number = 1 and record_id = " + Attendance, "the number of minutes or mode kept beside it is not what it says")]
    [InlineData("update record_version set status_index = (status_index + 1) % 131072 where programme_id = @p and number = 1 and record_id = " + Attendance, "the place in a status list kept beside it")]
    [InlineData("update record_version set key_id = key_id, valid_from = valid_from + interval '1 minute' where programme_id = @p and number = 1 and record_id = " + Attendance, "the signing time kept beside it")]
    [InlineData("delete from record_end where programme_id = @p and why = 'withdrawn'", "was withdrawn at position 14 of the log, and its status bit is not set")]
    [InlineData("update record_end set why = 'withdrawn' where programme_id = @p and why = 'superseded'", "its status bit is set because it was withdrawn, and the log does not say so")]
    [InlineData("insert into record_end select programme_id, record_id, max(number), 'withdrawn', now() from record_version where programme_id = @p and record_id = " + Attendance
        + " group by 1, 2 on conflict do nothing", "its status bit is set because it was withdrawn, and the log does not say so")]
    [InlineData("update register_version set lines = lines || lines - 0 where programme_id = @p and number = 1 and session_id = (select session_id from register_version "
        + "where programme_id = @p group by 1 having max(number) = 1)", "its register as last signed gives")]
    [InlineData("update register_version set lines = '{}' where programme_id = @p and number = 2", "its register as last signed cannot be read")]
    [InlineData("update session set co_leader_id = null where programme_id = @p", "its register as last signed gives")]
    [InlineData("delete from register_version where programme_id = @p and number = 2", "its register, signed 1 time, is not the one that the log has")]
    [InlineData("update register_version set list_hash = sha256('another') where programme_id = @p and number = 2", "is not the one that the log has")]
    [InlineData("update signing_key set until_at = null where programme_id = @p", "duplicate key")]
    [InlineData("update signing_key one set rsa_public = other.rsa_public from signing_key other where one.programme_id = @p and other.programme_id = @p and one.id <> other.id", "its public half is not that of its private half")]
    [InlineData("update signing_key one set ed25519_wrapped = other.ed25519_wrapped from signing_key other where one.programme_id = @p and other.programme_id = @p and one.id <> other.id", "or it was moved here from elsewhere")]
    [InlineData("update signing_key set until_at = from_at + interval '1 microsecond' where programme_id = @p and until_at is not null", "is signed with a pair that was out of use")]
    [InlineData("update leader_key set until_at = from_at + interval '1 microsecond' where programme_id = @p", "endorsement-valid says no. A key was out of use already")]
    [InlineData("update leader_key set public_key = sha256('another') where programme_id = @p", "it is endorsed with a key that is not one of the leader's whom it names")]
    public async Task A_change_that_was_forced_upon_the_database_is_named(string sql, string named)
    {
        if (named == "duplicate key")
        {
            // Two pairs in use cannot even be forced: the index is no trigger.
            await Assert.ThrowsAsync<PostgresException>(() => Check(sql));
            return;
        }
        Assert.Contains(named, (await Check(sql)).Wrong ?? "nothing wrong", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_records_that_changed_places_are_named()
    {
        const string Swap = """
            update record_version one set jwt = other.jwt, embedded = other.embedded, digests = other.digests
            from record_version other join record r on r.programme_id = other.programme_id and r.id = other.record_id, record mine
            where one.programme_id = @p and other.programme_id = @p and mine.programme_id = @p and mine.id = one.record_id
              and one.number = 1 and other.number = 1 and mine.kind = 'attendance' and r.kind = 'attendance' and r.person_id = mine.person_id and r.id <> mine.id
            """;
        Assert.Contains("its bytes are not those that were issued", (await Check(Swap)).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_saved_checkpoint_shows_that_the_end_was_cut_off_with_everything_that_hung_on_it()
    {
        string[] cut =
        [
            "delete from checkpoint where programme_id = @p and position > 11",
            "update log_head set position = 11, chain = (select chain from log_entry where programme_id = @p and position = 11) where programme_id = @p",
            "delete from record_end where programme_id = @p",
            "delete from record_version where programme_id = @p and number = 2",
            "delete from register_version where programme_id = @p and number = 2",
            "delete from log_entry where programme_id = @p and position > 11",
        ];
        Assert.Contains("the checkpoint handed in was signed at position 15: the end of the log is gone", (await Check(year.Saved, cut)).Wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("end of the log", (await Check(null, cut)).Wrong ?? "", StringComparison.Ordinal);
        Assert.Null((await Check(year.Saved)).Wrong);
    }

    [Fact]
    public async Task A_late_entry_without_a_signature_is_named()
    {
        var answer = await CheckAfter(null, async work =>
        {
            await ProgrammeLog.Append(work, [new("record-withdrawn", Guid.NewGuid(), 1, new byte[32])], await year.OldPair(work), year.Host.Clock.GetUtcNow());
            await work.Run("delete from checkpoint where position > 15");
        });
        Assert.Equal("The log ends at position 16, and no checkpoint was signed there: what stands after position 15 was not written by this service.", answer.Wrong);
    }

    [Fact]
    public async Task A_late_entry_signed_with_a_stolen_old_pair_is_named_however_it_is_dated()
    {
        foreach (var dated in new[] { TimeSpan.Zero, TimeSpan.FromDays(-3) })
        {
            var answer = await CheckAfter(null, async work => await ProgrammeLog.Append(
                work, [new("record-withdrawn", Guid.NewGuid(), 1, new byte[32])], await year.OldPair(work), year.Host.Clock.GetUtcNow() + dated));
            Assert.Contains("position 16 of the log is signed with a pair that was out of use", answer.Wrong, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_erased_is_counted_and_not_wrong()
    {
        var answer = await CheckAfter(null, work => work.Run("delete from person_key where programme_id = @Programme and person_id = @Id", new { work.Programme, year.Scene.Other.Id }));
        Assert.Null(answer.Wrong);
        Assert.Equal(3, answer.Counts!.Erased);
    }

    [Fact]
    public async Task What_a_lost_key_signed_is_counted_and_not_wrong()
    {
        var answer = await CheckAfter(null, async work => await year.Host.Service<KeyRotation>().DeclareLost(work, await year.Programme(work), (await year.OldPair(work)).Id, 6));
        Assert.Null(answer.Wrong);
        Assert.Equal(4, answer.Counts!.Disbelieved);
    }

    private Task<FsckAnswer> Check(params string[] changes) => Check(null, changes);

    private Task<FsckAnswer> Check(SavedCheckpoint? saved, params string[] changes) => CheckAfter(saved, async work =>
    {
        foreach (var sql in changes)
            Assert.NotEqual(0, await work.Run(sql, new { p = work.Programme }));
    });

    // Replica mode passes by triggers and foreign keys alike; only a superuser can turn it on. All of it is undone again.
    private async Task<FsckAnswer> CheckAfter(SavedCheckpoint? saved, Func<Work, Task> change)
    {
        await using var connection = new NpgsqlConnection(await year.Host.Superuser());
        await connection.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Cancellation);
        await using var work = new Work(connection, transaction, year.Scene.Programme, Cancellation);
        await work.Run("set local session_replication_role = replica");
        await change(work);
        return await year.Host.Service<Fsck>().Check(work, await year.Programme(work), saved, year.Host.Clock.GetUtcNow(), (_, _, _) => { });
    }
}
