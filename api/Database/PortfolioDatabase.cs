using System.Data.Common;
using Npgsql;
using Portfolio.Api.Audit;

namespace Portfolio.Api.Database;

/// <summary>The database as the stages see it: units of work under the app role, confined to a programme. The owner role is for migrations alone.</summary>
internal sealed class PortfolioDatabase : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    internal PortfolioDatabase(DatabaseConnections connections, PrivateCluster? cluster = null)
    {
        DapperTypes.Register();
        this.cluster = cluster;
        App = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.App)
        {
            ApplicationName = "portfolio",
            // Cancelling a commit that waits for a standby would report it as done: break the connection instead.
            CancellationTimeout = -1,
        });
        Owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Owner) { ApplicationName = "portfolio owner", Pooling = false });
    }

    internal NpgsqlDataSource App { get; }

    /// <summary>For tests that step through what a host does.</summary>
    internal Func<string, Task>? Step { get; init; }

    /// <summary>For migrations only: the owner is not stopped by what stops the app.</summary>
    internal NpgsqlDataSource Owner { get; }

    /// <summary>Begins a transaction that sees this programme and no other. One round trip: the begin travels with the setting.</summary>
    internal Task<Work> Begin(Guid programme, CancellationToken cancellation)
    {
        Deed.Current?.Reaches(programme);
        return Begin(programme, $"set local app.programme = '{programme:D}'", cancellation);
    }

    /// <summary>For the few tables that belong to no programme; tenant tables are empty to it.</summary>
    internal Task<Work> BeginWithoutProgramme(CancellationToken cancellation) => Begin(null, "set local app.programme = ''", cancellation);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Owner.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private async Task<Work> Begin(Guid? programme, string setting, CancellationToken cancellation)
    {
        try
        {
            try
            {
                return await BeginOnce(programme, setting, cancellation);
            }
            catch (DbException e) when (DatabaseUnavailableException.Explains(e) && e.InnerException is not TimeoutException)
            {
                // The pool may hold a connection to a server that has died since. Nothing has been asked of it yet, so a fresh one may be.
                App.Clear();
                return await BeginOnce(programme, setting, cancellation);
            }
        }
        catch (DbException e)
        {
            // Whatever the reason (a password, a closed database, no connection left): nothing was asked yet, so nothing is wrong with the request.
            throw new DatabaseUnavailableException("The database cannot be reached.", e);
        }
    }

    private async Task<Work> BeginOnce(Guid? programme, string setting, CancellationToken cancellation)
    {
        var connection = await App.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var command = new NpgsqlCommand(setting, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
            return new Work(connection, transaction, programme, cancellation) { Step = Step };
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
