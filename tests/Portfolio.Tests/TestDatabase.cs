using System.Runtime.Versioning;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Tests;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Portfolio.Tests;

/// <summary>The one PostgreSQL of a run: a private cluster in a temporary folder, started by the first test that needs it.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.InMemory();
    private readonly Lazy<Task<PrivateCluster>> started;
    private int databases;

    public TestCluster() => started = new(Start);

    internal string Folder => folder.Path;

    /// <summary>A new database with every migration applied, copied from one that was migrated once.</summary>
    internal async Task<(string Name, DatabaseConnections Connections)> Create()
    {
        var cluster = await started.Value;
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Administer(cluster, $"create database {name} template {ClusterRoles.Database} owner {ClusterRoles.Owner}");
        await Administer(cluster, $"revoke all on database {name} from public; grant connect on database {name} to {ClusterRoles.App}");
        return (name, new(cluster.ConnectionString(ClusterRoles.Owner, name), cluster.ConnectionString(ClusterRoles.App, name)));
    }

    internal async Task Drop(string name) => await Administer(await started.Value, $"drop database {name} with (force)");

    /// <summary>For tests of what only an administrator of a PostgreSQL can bring about.</summary>
    internal async Task<string> Superuser(string database) => (await started.Value).ConnectionString(ClusterRoles.Superuser, database);

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated && started.Value.IsCompletedSuccessfully) await (await started.Value).DisposeAsync();
        folder.Dispose();
    }

    private async Task<PrivateCluster> Start()
    {
        var cluster = await PrivateCluster.Open(DataFolder.At(folder.Path), ClusterUse.Serve, Console.Error.WriteLine, CancellationToken.None);
        await using var template = new PortfolioDatabase(cluster.Connections);
        await Migrations.Apply(template.Owner, Migrations.Embedded(), CancellationToken.None);
        return cluster;
    }

    private static async Task Administer(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(ClusterRoles.Superuser, "postgres"));
        await connection.OpenAsync();
        foreach (var statement in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>A migrated database for one test class: <c>IClassFixture&lt;TestDatabase&gt;</c>.</summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime
{
    private string? name;

    internal PortfolioDatabase Database { get; private set; } = null!;

    /// <summary>For hosts under test: <c>Portfolio:Database:Owner</c> and <c>Portfolio:Database:App</c>.</summary>
    internal DatabaseConnections Connections { get; private set; } = null!;

    /// <summary>A connection string no role-level guard holds against.</summary>
    internal Task<string> Superuser() => cluster.Superuser(name!);

    public async ValueTask InitializeAsync()
    {
        (name, Connections) = await cluster.Create();
        Database = new(Connections);
    }

    public async ValueTask DisposeAsync()
    {
        if (name is null) return;
        await Database.DisposeAsync();
        await cluster.Drop(name);
    }
}
