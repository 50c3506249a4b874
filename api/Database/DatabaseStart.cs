using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>From configuration to a database in the program's shape, ready for work.</summary>
internal static class DatabaseStart
{
    /// <summary>Opens the configured PostgreSQL, else the private one of this data folder; migrates it and checks the app's role.</summary>
    /// <exception cref="RefusedException">It cannot be used as it is; the message says what to do.</exception>
    /// <exception cref="DatabaseUnavailableException">It does not answer.</exception>
    internal static async Task<PortfolioDatabase> Open(DatabaseOptions options, string? data, ClusterUse use, CancellationToken cancellation)
    {
        var connections = options.Connections();
        var cluster = connections is null ? await PrivateCluster.Open(DataFolder.At(data), use, Console.Error.WriteLine, cancellation) : null;
        var database = new PortfolioDatabase(connections ?? cluster!.Connections, cluster);
        try
        {
            foreach (var applied in await Migrations.Apply(database.Owner, Migrations.Embedded(), cancellation))
                Console.Error.WriteLine($"Applied migration {applied}.");
            await AppRole.Check(database.App, cancellation);
            return database;
        }
        catch (Exception e)
        {
            await database.DisposeAsync();
            if (e is NpgsqlException && DatabaseUnavailableException.Explains(e)) throw new DatabaseUnavailableException("The database cannot be reached.", e);
            if (e is PostgresException refused) throw new RefusedException($"The database refuses: {refused.SqlState} {refused.MessageText}");
            throw;
        }
    }
}
