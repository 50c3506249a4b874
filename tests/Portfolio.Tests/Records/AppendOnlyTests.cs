using Dapper;
using Npgsql;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class AppendOnlyTests(SignedHost kept) : IClassFixture<SignedHost>
{
    [Theory]
    [InlineData("update log_entry set kind = 'record-withdrawn' where position = 2")]
    [InlineData("delete from log_entry where position = 4")]
    [InlineData("update record_version set jwt = embedded")]
    [InlineData("update record_version set jwt = null, embedded = null, minutes = 1")]
    [InlineData("update record_version set jwt = null, embedded = null, digests = sha256('a') || sha256('b')")]
    [InlineData("delete from record_version")]
    [InlineData("update record set kind = 'follow-up'")]
    [InlineData("delete from checkpoint")]
    [InlineData("update register_version set signed_by = null, provenance = 'imported'")]
    [InlineData("truncate log_entry cascade")]
    public async Task What_was_signed_is_changed_by_nobody(string sql)
    {
        foreach (var source in new[] { kept.Host.Database.App, kept.Host.Database.Owner })
        {
            await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await connection.ExecuteAsync($"set local app.programme = '{kept.Scene.Programme}'", transaction: transaction);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, transaction: transaction));
            // The app has no such right; the owner has, and meets the trigger. Of a version's bytes the app may take leave, and of nothing else.
            Assert.Equal(source == kept.Host.Database.App && sql != "update record_version set jwt = embedded" ? PostgresErrorCodes.InsufficientPrivilege : PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }
    }
}
