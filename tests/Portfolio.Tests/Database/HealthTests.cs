using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Portfolio.Tests.Database;

public sealed class HealthTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_is_ready_only_while_its_database_answers()
    {
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting("Portfolio:Database:Owner", test.Connections.Owner)
            .UseSetting("Portfolio:Database:App", test.Connections.App));
        using var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, await Ask("/health/ready"));

        await Allow("false");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Ask("/health/live"));

        await Allow("true");
        Assert.Equal(HttpStatusCode.OK, await Ask("/health/ready"));

        async Task<HttpStatusCode> Ask(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            return answer.StatusCode;
        }
    }

    private async Task Allow(string connections)
    {
        var database = new NpgsqlConnectionStringBuilder(test.Connections.App).Database;
        // From next door: a database cannot be closed from inside.
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await test.Superuser()) { Database = "postgres" }.ConnectionString);
        await superuser.OpenAsync(Cancellation);
        foreach (var sql in new[]
        {
            $"alter database {database} allow_connections {connections}",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database}'",
        })
        {
            await using var command = new NpgsqlCommand(sql, superuser);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }
}
