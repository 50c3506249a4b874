using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>One numbered script. The hash is of the text with plain line ends, so a checkout cannot change it.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public override string ToString() => $"{Number:0000}-{Name}";
}

/// <summary>Brings a database to the program's shape: forward only, each script once, in its own transaction, one host at a time.</summary>
internal static partial class Migrations
{
    private const string Journal = """
        create table if not exists schema_migration (
            number integer primary key check (number > 0),
            name text not null,
            sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
            applied_at timestamptz not null default now()
        )
        """;

    /// <summary>The scripts in this program: <c>Migrations/NNNN-name.sql</c>, in order.</summary>
    internal static IReadOnlyList<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               let parts = ResourceName().Match(resource)
               where parts.Success
               orderby resource
               select new Migration(int.Parse(parts.Groups[1].ValueSpan, provider: null), parts.Groups[2].Value, Read(assembly, resource)),
        ];
    }

    /// <summary>Applies what is missing and returns it. The connection is the owner's.</summary>
    /// <exception cref="RefusedException">The database was made by a newer program or by other scripts, or a script failed.</exception>
    internal static async Task<IReadOnlyList<Migration>> Apply(NpgsqlDataSource owner, IReadOnlyList<Migration> scripts, CancellationToken cancellation)
    {
        for (var i = 0; i < scripts.Count; i++)
            if (scripts[i].Number != i + 1) throw new InvalidOperationException($"Migration {scripts[i]} should have number {i + 1:0000}.");

        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await Run("select pg_advisory_lock(hashtext('portfolio migrations'))");
        try
        {
            await Run(Journal);
            var applied = await Applied(connection, cancellation);
            Compare(applied, scripts);
            var missing = scripts.Skip(applied.Count).ToArray();
            foreach (var script in missing) await ApplyOne(connection, script, cancellation);
            return missing;
        }
        finally
        {
            if (connection.State is System.Data.ConnectionState.Open) await Run("select pg_advisory_unlock(hashtext('portfolio migrations'))");
        }

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<List<(int Number, string Name, string Sha256)>> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = new List<(int, string, string)>();
        await using var command = new NpgsqlCommand("select number, name, sha256 from schema_migration order by number", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) applied.Add((rows.GetInt32(0), rows.GetString(1), rows.GetString(2)));
        return applied;
    }

    private static void Compare(List<(int Number, string Name, string Sha256)> applied, IReadOnlyList<Migration> scripts)
    {
        if (applied.Count > scripts.Count)
            throw new RefusedException($"The database is newer than this program: it has migration {applied[^1].Number:0000}-{applied[^1].Name}, "
                + $"this program knows {scripts.Count}. Start the newer program.");
        foreach (var (was, script) in applied.Zip(scripts))
            if (was.Number != script.Number || was.Sha256 != script.Sha256)
                throw new RefusedException($"Migration {script} is not the one this database was made with ({was.Number:0000}-{was.Name}): "
                    + "an applied script never changes. Start the program it belongs to, or write a new script.");
    }

    private static async Task ApplyOne(NpgsqlConnection connection, Migration script, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using (var command = new NpgsqlCommand(script.Sql, connection, transaction) { CommandTimeout = 0 })
                await command.ExecuteNonQueryAsync(cancellation);
            await using (var note = new NpgsqlCommand("insert into schema_migration (number, name, sha256) values ($1, $2, $3)", connection, transaction)
                { Parameters = { new() { Value = script.Number }, new() { Value = script.Name }, new() { Value = script.Sha256 } } })
                await note.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e)
        {
            throw new RefusedException($"Migration {script} failed and was undone: {e.SqlState} {e.MessageText}");
        }
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }

    [GeneratedRegex(@"^Portfolio\.Api\.Database\.Migrations\.(\d{4})-([a-z0-9-]+)\.sql$")]
    private static partial Regex ResourceName();
}
