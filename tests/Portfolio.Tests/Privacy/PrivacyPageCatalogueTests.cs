using Dapper;
using Npgsql;
using Portfolio.Api.Privacy;

namespace Portfolio.Tests.Privacy;

/// <summary>What the privacy page says is held is what the database has: no table and no column of it is forgotten, and none is made up.</summary>
public sealed class PrivacyPageCatalogueTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    /// <param name="Telling">Whether it could hold something about somebody: bytes, free text, JSON, or the id of a person.</param>
    private sealed record Column(string Table, string Name, bool Telling);

    [Fact]
    public async Task Every_table_stands_in_the_catalogue_once_and_no_other()
    {
        var tables = (await Columns()).Select(column => column.Table).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(tables, Holdings.All.Select(holding => holding.Table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_column_that_could_tell_of_somebody_is_told_or_said_to_tell_of_nobody()
    {
        var columns = await Columns();
        Assert.True(columns.Count(column => column.Telling) > 60);
        Assert.Empty(columns.Where(column => column.Telling && !Told(column.Table).Contains(column.Name) && !Holdings.Common.ContainsKey(column.Name))
            .Select(column => $"{column.Table}.{column.Name}"));
    }

    [Fact]
    public async Task Every_column_of_the_catalogue_is_there()
    {
        var there = (await Columns()).Select(column => (column.Table, column.Name)).ToHashSet();
        Assert.Empty(from holding in Holdings.All from column in Told(holding.Table) where !there.Contains((holding.Table, column)) select $"{holding.Table}.{column}");
    }

    [Fact]
    public async Task What_is_called_sealed_or_hashed_is_bytes_and_what_is_called_an_id_is_one()
    {
        var types = (await Rows<(string Table, string Name, string Type)>("""
            select c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod)
            from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            """)).ToDictionary(column => (column.Table, column.Name), column => column.Type);
        foreach (var holding in Holdings.All)
            Assert.All(holding.Columns, column => Assert.Equal(
                (column.Name, column.Kept switch { Holding.Sealed or Holding.Hash or Holding.Key => "bytea", Holding.Id => "uuid", _ => types[(holding.Table, column.Name)] }),
                (column.Name, types[(holding.Table, column.Name)])));
    }

    [Fact]
    public async Task There_is_no_column_for_what_is_never_held() => Assert.Empty(await Rows<string>("""
        select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and column_name ~* 'patient|diagnos|clinical|theme|birth|gender|ethnic|religio|health|password|absen|notes?$'
          -- What a platform gave for writing there: tokens and ids.
          and (table_name, column_name) <> ('outward_place', 'notes')
        """));

    private static HashSet<string> Told(string table)
    {
        var holding = Holdings.All.SingleOrDefault(of => of.Table == table);
        return [.. holding?.Columns.Select(column => column.Name) ?? [], .. holding?.NotPersonal ?? []];
    }

    // Text that a check confines to a list of codes or to a shape without room tells of nobody by itself.
    private Task<List<Column>> Columns() => Rows<Column>("""
        select c.relname::text as "table", a.attname::text as name,
               t.typname in ('bytea', 'jsonb', 'json', 'inet', '_text')
               or (t.typname = 'text' and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                                                        and (pg_get_constraintdef(k.oid) ~ '= ANY \(ARRAY' or pg_get_constraintdef(k.oid) ~ '= ''')))
               or (t.typname = 'uuid' and (a.attname ~ '(_by|person_id|_person)$' or exists (
                     select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass and a.attnum = any(k.conkey)
                       and a.attname <> 'programme_id'))) as telling
        from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        """);

    private async Task<List<T>> Rows<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(await test.Superuser());
        return (await connection.QueryAsync<T>(sql)).AsList();
    }
}
