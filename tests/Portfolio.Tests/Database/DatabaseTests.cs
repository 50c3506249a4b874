using Dapper;
using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Tests.Database;

public sealed class DatabaseTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Setting = "select coalesce(current_setting('app.programme', true), '')";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_confined_to_its_programme()
    {
        var programme = Guid.CreateVersion7();
        await using var work = await test.Database.Begin(programme, Cancellation);

        Assert.Equal(programme.ToString(), await work.Connection.ExecuteScalarAsync<string>(Setting, transaction: work.Transaction));
        Assert.Equal(programme, work.Programme);
        Assert.Equal("portfolio_app", await work.Connection.ExecuteScalarAsync<string>("select current_user::text", transaction: work.Transaction));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reused_connection_does_not_remember_the_programme(bool committed)
    {
        // No reset on return: the transaction alone must end the setting, whatever the pool does.
        var one = new NpgsqlConnectionStringBuilder(test.Connections.App) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString;
        await using var database = new PortfolioDatabase(test.Connections with { App = one });
        int first;
        await using (var work = await database.Begin(Guid.CreateVersion7(), Cancellation))
        {
            first = work.Connection.ProcessID;
            if (committed) await work.Commit();
        }

        await using var plain = await database.App.OpenConnectionAsync(Cancellation);
        Assert.Equal(first, plain.ProcessID);
        Assert.Equal("", await plain.ExecuteScalarAsync<string>(Setting));
    }

    [Fact]
    public async Task What_is_not_committed_is_undone_and_what_is_committed_stays()
    {
        await using var setup = await test.Database.Owner.OpenConnectionAsync(Cancellation);
        await setup.ExecuteAsync("create table kept (n int); grant select, insert on kept to portfolio_app");
        foreach (var commit in new[] { false, true })
        {
            await using var work = await test.Database.BeginWithoutProgramme(Cancellation);
            await work.Connection.ExecuteAsync("insert into kept values (@n)", new { n = commit ? 1 : 0 }, work.Transaction);
            if (commit) await work.Commit();
        }
        Assert.Equal([1], await setup.QueryAsync<int>("select n from kept"));
    }

    [Fact]
    public async Task A_commit_that_warns_is_not_a_success()
    {
        await using var setup = await test.Database.Owner.OpenConnectionAsync(Cancellation);
        // Stands in for the wait for a standby that is cut short: the same class of notice, during the commit.
        await setup.ExecuteAsync("""
            create table warned (n int);
            grant insert on warned to portfolio_app;
            create function warn() returns trigger language plpgsql as $$ begin raise warning 'not confirmed'; return null; end $$;
            create constraint trigger late after insert on warned deferrable initially deferred for each row execute function warn();
            """);
        await using var work = await test.Database.BeginWithoutProgramme(Cancellation);
        await work.Connection.ExecuteAsync("insert into warned values (1)", transaction: work.Transaction);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => work.Commit());
    }

    [Fact]
    public async Task Work_begins_although_the_server_dropped_the_pooled_connection()
    {
        var one = new NpgsqlConnectionStringBuilder(test.Connections.App) { MaxPoolSize = 1 }.ConnectionString;
        await using var database = new PortfolioDatabase(test.Connections with { App = one });
        int process;
        await using (var work = await database.Begin(Guid.CreateVersion7(), Cancellation)) process = work.Connection.ProcessID;
        await using (var setup = new NpgsqlConnection(await test.Superuser()))
            await setup.ExecuteAsync("select pg_terminate_backend(@process, 5000)", new { process });

        await using var again = await database.Begin(Guid.CreateVersion7(), Cancellation);
        Assert.NotEqual(process, again.Connection.ProcessID);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_as_unavailable()
    {
        await using var database = new PortfolioDatabase(new("Host=/nowhere", "Host=/nowhere;Username=nobody"));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.Begin(Guid.CreateVersion7(), Cancellation));
    }

    [Fact]
    public async Task Rows_are_positional_records_with_underscored_columns_and_utc_instants()
    {
        await using var work = await test.Database.BeginWithoutProgramme(Cancellation);
        var at = new DateTimeOffset(2025, 3, 30, 2, 30, 0, TimeSpan.FromHours(1));
        var row = await work.Connection.QuerySingleAsync<Row>(
            "select @id::uuid as group_id, @on::date as held_on, @at::timestamptz as signed_at, null::timestamptz as ended_at, @start::time as starts",
            new { id = Guid.Empty, on = new DateOnly(2025, 3, 30), at, start = new TimeOnly(14, 0) }, work.Transaction);

        Assert.Equal(new(Guid.Empty, new(2025, 3, 30), at, null, new(14, 0)), row);
        Assert.Equal(TimeSpan.Zero, row.SignedAt.Offset);
    }

    [Fact]
    public async Task A_query_that_drifted_from_its_row_fails_loudly()
    {
        await using var work = await test.Database.BeginWithoutProgramme(Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => work.Connection.QueryAsync<Row>(
            "select gen_random_uuid() as group_id, current_date as held_on", transaction: work.Transaction));
    }

    private sealed record Row(Guid GroupId, DateOnly HeldOn, DateTimeOffset SignedAt, DateTimeOffset? EndedAt, TimeOnly Starts);
}
