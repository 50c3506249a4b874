using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Portfolio.Api.Privacy;

namespace Portfolio.Tests.Privacy;

/// <summary>The export is complete: the database is walked, and whatever names a person is in it, or stands on the short list with a reason.</summary>
public sealed partial class ExportPartsTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_table_that_names_a_person_is_exported_or_says_why_not()
    {
        var naming = await Tables("""
            select distinct c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and (a.attname ~ '(_by|person_id|_person)$' or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass
                                                   and a.attnum = any(k.conkey) and a.attname <> 'programme_id'))
            """);
        Assert.True(naming.Count > 20);
        Assert.Empty(naming.Except(Asked()).Except(PersonExportParts.NotExported.Keys));
    }

    [Fact]
    public async Task Every_column_that_names_a_person_is_asked_by()
    {
        var columns = await Rows<(string Table, string Name)>("""
            select c.relname::text, a.attname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and (a.attname ~ '(_by|person_id|_person)$' or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass
                                                   and a.attnum = any(k.conkey) and a.attname <> 'programme_id'))
            """);
        foreach (var (table, name) in columns.Where(column => !PersonExportParts.NotExported.ContainsKey(column.Table)))
            Assert.True(PersonExportParts.All.Any(part => TablesOf(part.Sql).Contains(table) && Regex.IsMatch(part.Sql, $@"\b{name} = @person\b")),
                $"No part asks for what somebody is named in by {table}.{name}.");
    }

    [Fact]
    public async Task Every_table_with_something_sealed_under_a_persons_key_is_exported() =>
        Assert.Empty(Holdings.All.Where(holding => holding.Columns.Any(column => column.Kept == Holding.Sealed)).Select(holding => holding.Table)
            .Except(Asked()).Except(PersonExportParts.NotExported.Keys).Intersect(await Tables("select relname::text from pg_class where relnamespace = 'public'::regnamespace")));

    [Fact]
    public async Task Every_reason_not_to_export_is_of_a_table_that_is_there_and_has_words()
    {
        Assert.Empty(PersonExportParts.NotExported.Keys.Except(await Tables("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")));
        Assert.Empty(PersonExportParts.NotExported.Keys.Intersect(Asked()));
        Assert.All(PersonExportParts.NotExported.Values, why => Assert.True(why.Length > 20));
    }

    [Fact]
    public void Every_part_stays_in_its_programme_and_has_a_name_of_its_own()
    {
        Assert.Equal(PersonExportParts.All.Count, PersonExportParts.All.Select(part => part.Name).Distinct().Count());
        Assert.All(PersonExportParts.All, part => Assert.Matches("^[a-z]+(-[a-z]+)*$", part.Name));
        Assert.All(PersonExportParts.All, part => Assert.Contains("@person", part.Sql, StringComparison.Ordinal));
        // Each branch of a union is confined by itself; joins follow the programme.
        Assert.All(PersonExportParts.All.SelectMany(part => part.Sql.Split("union all")), sql => Assert.Matches(@"programme_id = @Programme|\bid = @Programme", sql));
        Assert.All(PersonExportParts.All.SelectMany(part => Join().Matches(part.Sql)), join => Assert.Contains("programme_id", join.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_is_handed_out()
    {
        var selected = PersonExportParts.All.Select(part => part.Sql[..part.Sql.IndexOf("from", StringComparison.Ordinal)]);
        // Of what the person has themselves: a list, a copy, evidence, a file, a paper.
        Assert.All(selected, columns => Assert.DoesNotMatch(@"\b(hash|wrapped|secret\w*|\w+_hash|list_salt)\b(?<!list_hash|copy_hash|evidence_hash|file_hash|paper_hash)", columns));
    }

    private static HashSet<string> Asked() => [.. PersonExportParts.All.SelectMany(part => TablesOf(part.Sql))];

    private static IEnumerable<string> TablesOf(string sql) => Table().Matches(sql).Select(match => match.Groups[1].Value);

    private async Task<HashSet<string>> Tables(string sql) => [.. await Rows<string>(sql)];

    private async Task<List<T>> Rows<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(await test.Superuser());
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    [GeneratedRegex(@"\b(?:from|join) ([a-z_]+)")]
    private static partial Regex Table();

    [GeneratedRegex(@"\bjoin [a-z_]+ \w+ on [^\n]+")]
    private static partial Regex Join();
}
