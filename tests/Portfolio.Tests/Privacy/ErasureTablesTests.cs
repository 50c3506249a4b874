using Dapper;
using Npgsql;
using Portfolio.Api.Privacy;

namespace Portfolio.Tests.Privacy;

/// <summary>A table that is added and names a person must say what an erasure does to it.</summary>
public sealed class ErasureTablesTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_table_that_refers_to_a_person_is_in_the_erasure_or_left_for_a_reason()
    {
        await using var connection = new NpgsqlConnection(await test.Superuser());
        var tables = await connection.QueryAsync<string>("""
            select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'person'::regclass
            """);
        var told = ErasureStore.Steps.Select(step => step.Table).Concat(ErasureStore.Left.Keys).ToHashSet();

        Assert.Empty(tables.Except(told));
        Assert.Empty(ErasureStore.Left.Keys.Intersect(ErasureStore.Steps.Select(step => step.Table)));
        Assert.Equal("person_key", ErasureStore.Steps[^1].Table);
        Assert.All(ErasureStore.Steps, step => Assert.Matches($@"^\s*(update|delete from) {step.Table} ", step.Sql));
    }
}
