using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>The roles and the database inside a private cluster. Whoever brings their own PostgreSQL makes the same three by hand.</summary>
internal static class ClusterRoles
{
    internal const string Superuser = "postgres", Owner = "portfolio_owner", App = "portfolio_app", Database = "portfolio";

    private const string Powerless = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

    internal static async Task Make(string superuser, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(cancellation);
        // A host and a verb may both be here: the second finds everything made. The lock ends with the connection.
        await Run("select pg_advisory_lock(hashtext('portfolio roles'))");
        foreach (var role in new[] { Owner, App })
            if (!await Exists($"select from pg_roles where rolname = '{role}'"))
                await Run($"create role {role} {Powerless}");
        if (await Exists($"select from pg_database where datname = '{Database}'")) return;
        await Run($"create database {Database} owner {Owner}");
        await Run($"revoke all on database {Database} from public");
        await Run($"grant connect on database {Database} to {App}");

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        async Task<bool> Exists(string sql)
        {
            await using var command = new NpgsqlCommand($"select exists ({sql})", connection);
            return await command.ExecuteScalarAsync(cancellation) is true;
        }
    }
}
