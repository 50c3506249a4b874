using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Portfolio.Tests.Database;

/// <summary>
/// A database whose tables have lost every fence but row-level security: no check, no reference, no trigger, and the app may do everything to all of
/// them. Each holds one row of either programme: <c>IClassFixture&lt;BareTables&gt;</c>.
/// </summary>
public sealed class BareTables(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase database = new(cluster);

    internal Guid Mine { get; } = Guid.CreateVersion7();

    internal Guid Theirs { get; } = Guid.CreateVersion7();

    internal async Task<NpgsqlConnection> App(Guid? programme)
    {
        var connection = await database.Database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("select set_config('app.programme', @programme, false)", new { programme = $"{programme}" });
        return connection;
    }

    internal async Task<List<T>> AsSuperuser<T>(string sql, object? values = null)
    {
        await using var connection = new NpgsqlConnection(await database.Superuser());
        return (await connection.QueryAsync<T>(sql, values)).AsList();
    }

    internal static string Insert(string table, IEnumerable<(string Name, string Type)> key, Guid programme) =>
        $"insert into {table} ({string.Join(", ", key.Select(column => column.Name))}) values ({string.Join(", ", key.Select(column => column.Name == "programme_id" ? $"'{programme}'" : Some(column.Type)))})";

    /// <summary>The columns without which there is no row.</summary>
    internal async Task<List<(string Name, string Type)>> Key(string table) => await AsSuperuser<(string, string)>("""
        select a.attname::text, a.atttypid::regtype::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = @table::regclass and i.indisprimary
        """, new { table });

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        foreach (var sql in await AsSuperuser<string>("""
            select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) from pg_constraint
            where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x') and conrelid <> 0
            union all
            select format('alter table %s alter column %I drop not null', a.attrelid::regclass, a.attname)
            from pg_attribute a join pg_class t on t.oid = a.attrelid
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and a.attnum > 0 and a.attnotnull and not a.attisdropped
              and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and a.attnum = any(i.indkey))
            union all
            select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger where not tgisinternal
            union all
            select format('grant select, insert, update, delete on %s to portfolio_app', oid::regclass) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            """))
            await AsSuperuser<int>(sql);
        foreach (var table in EachTableTests.Tables)
            foreach (var programme in new[] { Mine, Theirs })
                await AsSuperuser<int>(Insert(table, await Key(table), programme));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string Some(string type) => type switch
    {
        "uuid" => "gen_random_uuid()",
        "date" or "timestamp with time zone" => "now()",
        "bytea" => "'\\x01'",
        _ => "'1'",
    };
}

/// <summary>Table by table: what row-level security alone keeps from another programme, and from a connection of no programme.</summary>
public sealed partial class EachTableTests(BareTables bare) : IClassFixture<BareTables>
{
    // What programmes publish is for everybody to read: PublishedFrameworkTests show that none can change another's.
    internal const string Public = "published_framework";

    // The approved dump stands for the catalogue, which it is compared with; the tests are listed before there is a database.
    internal static IReadOnlyList<string> Tables { get; } =
        [.. from Match table in Table().Matches(File.ReadAllText(Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Golden", "schema.sql")))
            where Programme().IsMatch(table.Groups["columns"].Value) && table.Groups["name"].Value != Public
            select table.Groups["name"].Value];

    public static TheoryData<string> Each { get; } = [.. Tables];

    [Fact]
    public async Task No_table_of_a_programme_is_forgotten() => Assert.Equal(await bare.AsSuperuser<string>("""
        select t.relname::text from pg_class t
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and exists (select from pg_attribute where attrelid = t.oid and attname = 'programme_id')
          and t.relname <> @Public
        order by t.relname collate "C"
        """, new { Public }), Tables.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_programme_can_do_nothing_to_a_row_of_another(string table)
    {
        var before = await Theirs(table);
        await using var app = await bare.App(bare.Mine);
        var theirs = new { theirs = bare.Theirs };

        // Its own row is there and can be changed: what follows is kept from it by whose the row is, and by nothing else.
        Assert.Equal(1, await app.ExecuteScalarAsync<int>($"select count(*)::int from {table}"));
        Assert.Equal(1, await app.ExecuteAsync($"update {table} set programme_id = programme_id"));
        Assert.Equal(0, await app.ExecuteScalarAsync<int>($"select count(*)::int from {table} where programme_id = @theirs", theirs));
        Assert.Equal(0, await app.ExecuteAsync($"update {table} set programme_id = programme_id where programme_id = @theirs", theirs));
        Assert.Equal(0, await app.ExecuteAsync($"delete from {table} where programme_id = @theirs", theirs));
        await Refused(app, $"update {table} set programme_id = '{bare.Theirs}'");
        await Refused(app, BareTables.Insert(table, await bare.Key(table), bare.Theirs));
        Assert.Equal(before, await Theirs(table));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Without_a_programme_there_is_nothing_and_nothing_can_be_added(string table)
    {
        var before = await Theirs(table);
        await using var app = await bare.App(null);

        Assert.Equal(0, await app.ExecuteScalarAsync<int>($"select count(*)::int from {table}"));
        Assert.Equal(0, await app.ExecuteAsync($"update {table} set programme_id = programme_id"));
        Assert.Equal(0, await app.ExecuteAsync($"delete from {table}"));
        await Refused(app, BareTables.Insert(table, await bare.Key(table), bare.Theirs));
        Assert.Equal(before, await Theirs(table));
    }

    private async Task<string> Theirs(string table) =>
        (await bare.AsSuperuser<string>($"select count(*) || ' ' || coalesce(max(xmin::text), '') from {table} where programme_id = @theirs", new { theirs = bare.Theirs })).Single();

    private static async Task Refused(NpgsqlConnection app, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Contains("row-level security", refused.MessageText, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^CREATE TABLE public\.(?<name>\w+) \((?<columns>.*?)^\)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s+programme_id ", RegexOptions.Multiline)]
    private static partial Regex Programme();
}
