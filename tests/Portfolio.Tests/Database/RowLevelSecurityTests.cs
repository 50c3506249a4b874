using Dapper;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Database;

/// <summary>What one programme's work can see and touch of another's, table by table, under the app's own role.</summary>
public sealed class RowLevelSecurityTests(TestHost host) : IClassFixture<TestHost>
{
    private const string TenantTables = """
        select relname::text from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'programme_id')
          and relname <> 'published_framework'
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_programme_reads_inserts_changes_and_deletes_nothing_of_another()
    {
        var (mine, theirs) = (await SignedScene(), await SignedScene());
        var filled = 0;
        foreach (var table in await Tables())
        {
            await using var work = await host.Database.Begin(mine.Programme, Cancellation);
            Assert.Equal(0, await work.Row<int>($"select count(*)::int from {table} where programme_id <> @mine", new { mine = mine.Programme }));
            Assert.Equal(await Counted(table, mine), await work.Row<int>($"select count(*)::int from {table}"));
            filled += await Counted(table, theirs) > 0 ? 1 : 0;
            foreach (var column in await Changeable(table))
                Assert.Equal(0, await work.Run($"update {table} set {column} = {column} where programme_id = @theirs", new { theirs = theirs.Programme }));
            if (await work.Row<bool>($"select has_table_privilege('{table}', 'delete')"))
                Assert.Equal(0, await work.Run($"delete from {table} where programme_id = @theirs", new { theirs = theirs.Programme }));
            // The guard stands before every other constraint, so a row with nothing but their programme shows it.
            await Refused(work, $"insert into {table} (programme_id) values ('{theirs.Programme}')");
        }
        Assert.True(filled >= 14, $"Only {filled} tables hold anything of the other programme, so little was shown.");
    }

    [Fact]
    public async Task Without_a_programme_nothing_is_read()
    {
        await SignedScene();
        foreach (var table in await Tables())
        {
            await using var none = await host.Database.BeginWithoutProgramme(Cancellation);
            Assert.Equal(0, await none.Row<int>($"select count(*)::int from {table}"));
            await using var bare = await host.Database.App.OpenConnectionAsync(Cancellation);
            Assert.Equal(0, await bare.ExecuteScalarAsync<int>($"select count(*)::int from {table}"));
            // The owner's power over tables is not power over rows.
            await using var owner = await host.Database.Owner.OpenConnectionAsync(Cancellation);
            Assert.Equal(0, await owner.ExecuteScalarAsync<int>($"select count(*)::int from {table}"));
        }
    }

    [Fact]
    public async Task A_reused_connection_reads_nothing_of_the_programme_before()
    {
        var scene = await SignedScene();
        var one = new NpgsqlConnectionStringBuilder(host.Database.App.ConnectionString) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString;
        await using var database = new PortfolioDatabase(new(one, one));
        int process;
        await using (var work = await database.Begin(scene.Programme, Cancellation))
        {
            Assert.NotEqual(0, await work.Row<int>("select count(*)::int from person"));
            process = work.Connection.ProcessID;
        }

        await using var plain = await database.App.OpenConnectionAsync(Cancellation);
        Assert.Equal(process, plain.ProcessID);
        Assert.Equal(0, await plain.ExecuteScalarAsync<int>("select count(*)::int from person"));
    }

    [Theory]
    [InlineData("select * from schema_migration")]
    [InlineData("set role portfolio_owner")]
    [InlineData("alter table person disable row level security")]
    [InlineData("drop policy one_programme on person")]
    [InlineData("alter table log_entry disable trigger append_only")]
    [InlineData("create table elsewhere (n int)")]
    [InlineData("update programme set issuer = 'did:web:elsewhere'")]
    [InlineData("truncate log_entry")]
    public async Task The_app_cannot_step_out_of_its_role(string sql)
    {
        await using var app = await host.Database.App.OpenConnectionAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<Scene> SignedScene()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        // What was read is audited a moment later: then nothing is written any more.
        await Audit.AuditBook.Now(host, scene.Programme);
        return scene;
    }

    private static async Task Refused(Work work, string insert)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => work.Run(insert));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Contains("row-level security", refused.MessageText, StringComparison.Ordinal);
    }

    private Task<List<string>> Tables() => AsSuperuser<string>(TenantTables);

    private Task<List<string>> Changeable(string table) => AsSuperuser<string>($"""
        select attname::text from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and has_column_privilege('portfolio_app', attrelid, attnum, 'update')
        """);

    private async Task<int> Counted(string table, Scene scene) =>
        (await AsSuperuser<int>($"select count(*)::int from {table} where programme_id = '{scene.Programme}'")).Single();

    private async Task<List<T>> AsSuperuser<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(await host.Superuser());
        return (await connection.QueryAsync<T>(sql)).AsList();
    }
}
