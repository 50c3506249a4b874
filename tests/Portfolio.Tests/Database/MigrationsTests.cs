using Dapper;
using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Tests.Database;

public sealed class MigrationsTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Migration First = new(1, "first", "create table first (n int)");
    private static readonly Migration Second = new(2, "second", "create table second (n int)");

    private readonly TestDatabase test = new(cluster);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_script_is_applied_once_and_noted_with_its_hash()
    {
        Assert.Equal([First], await Apply(First));
        Assert.Equal([Second], await Apply(First, Second));
        Assert.Empty(await Apply(First, Second));

        await using var owner = await test.Database.Owner.OpenConnectionAsync(Cancellation);
        Assert.Equal([(1, "first", First.Sha256), (2, "second", Second.Sha256)],
            await owner.QueryAsync<(int, string, string)>("select number, name, sha256 from schema_migration order by number"));
        Assert.Equal("portfolio_owner", await owner.ExecuteScalarAsync<string>("select tableowner from pg_tables where tablename = 'second'"));
    }

    [Fact]
    public async Task An_applied_script_that_changed_is_refused()
    {
        await Apply(First);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Apply(First with { Sql = "create table first (n bigint)" }, Second));
        Assert.Contains("0001-first", refused.Message, StringComparison.Ordinal);
        Assert.False(await Exists("second"));
    }

    [Fact]
    public async Task Line_ends_do_not_change_a_script() =>
        Assert.Equal(new Migration(1, "x", "select 1;\nselect 2;\n").Sha256, new Migration(1, "x", "select 1;\r\nselect 2;\r\n").Sha256);

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await Apply(First, Second);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Apply(First));
        Assert.Contains("newer than this program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_is_undone_and_those_before_it_stay()
    {
        var broken = Second with { Sql = "create table second (n int); select 1 / 0" };
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Apply(First, broken));
        Assert.Contains("0002-second failed", refused.Message, StringComparison.Ordinal);
        Assert.True(await Exists("first"));
        Assert.False(await Exists("second"));
        Assert.Equal([Second], await Apply(First, Second));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_apply_each_script_once()
    {
        var slow = First with { Sql = "select pg_sleep(0.3); create table first (n int)" };
        var applied = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Apply(slow, Second)));
        Assert.Equal(1, applied.Count(scripts => scripts.Count == 2));
        Assert.Equal(4, applied.Count(scripts => scripts.Count == 0));
    }

    [Fact]
    public void The_programs_own_scripts_are_numbered_from_one_without_gaps()
    {
        var scripts = Migrations.Embedded();
        Assert.Equal(Enumerable.Range(1, scripts.Count), scripts.Select(script => script.Number));
    }

    [Theory]
    [InlineData("alter role {0} superuser", "superuser")]
    [InlineData("alter role {0} bypassrls", "bypasses")]
    [InlineData("create table mine (n int); alter table mine owner to {0}", "owns tables")]
    [InlineData("create role lender_{0}; create table lent (n int); alter table lent owner to lender_{0}; grant lender_{0} to {0}", "is a member of")]
    public async Task An_app_role_with_power_over_the_tables_is_refused(string gift, string reason)
    {
        var role = $"app_{Guid.NewGuid():N}";
        await using var superuser = new NpgsqlConnection(await test.Superuser());
        await superuser.OpenAsync(Cancellation);
        await superuser.ExecuteAsync($"create role {role} login; grant connect on database \"{superuser.Database}\" to {role}");
        var connection = new NpgsqlConnectionStringBuilder(test.Connections.App) { Username = role, Pooling = false };
        await using var app = NpgsqlDataSource.Create(connection);

        await AppRole.Check(app, Cancellation);
        await superuser.ExecuteAsync(string.Format(null, gift, role));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AppRole.Check(app, Cancellation));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=x", null, "PORTFOLIO__DATABASE__APP")]
    [InlineData(null, "Host=x", "PORTFOLIO__DATABASE__OWNER")]
    public void One_connection_string_without_the_other_is_refused(string? owner, string? app, string named) =>
        Assert.Contains(named, Assert.Throws<RefusedException>(() => new DatabaseOptions(owner, app).Connections()).Message, StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await test.InitializeAsync();
        // From nothing: the template brings the program's own scripts.
        await using var owner = await test.Database.Owner.OpenConnectionAsync(Cancellation);
        await owner.ExecuteAsync("drop owned by portfolio_owner cascade");
        await using var superuser = new NpgsqlConnection(await test.Superuser());
        await superuser.ExecuteAsync("drop schema if exists public cascade; create schema public authorization pg_database_owner; grant usage on schema public to public");
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    private Task<IReadOnlyList<Migration>> Apply(params Migration[] scripts) => Migrations.Apply(test.Database.Owner, scripts, Cancellation);

    private async Task<bool> Exists(string table)
    {
        await using var owner = await test.Database.Owner.OpenConnectionAsync(Cancellation);
        return await owner.ExecuteScalarAsync<bool>("select to_regclass(@table) is not null", new { table });
    }
}
