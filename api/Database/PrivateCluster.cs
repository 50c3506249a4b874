using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>Who opens a cluster: the host keeps it for as long as it lives, a verb for one answer.</summary>
internal enum ClusterUse
{
    Serve,
    Verb,
}

/// <summary>
/// PostgreSQL of our own, when no connection string names another: in the data folder, on a socket that only we can reach, without TCP,
/// dying with the process that started it. One lock on the data folder decides who starts it; a verb beside a running host uses the host's.
/// </summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SafeFileHandle? held;
    private readonly ClusterServer? server;
    private readonly string socket;

    private PrivateCluster(string socket, SafeFileHandle? held, ClusterServer? server) =>
        (this.socket, this.held, this.server) = (socket, held, server);

    internal DatabaseConnections Connections => new(ConnectionString(ClusterRoles.Owner), ConnectionString(ClusterRoles.App));

    /// <summary>Starts the folder's PostgreSQL, or joins the running host's.</summary>
    /// <exception cref="RefusedException">Something is missing or in the way; the message says what to do.</exception>
    internal static async Task<PrivateCluster> Open(DataFolder data, ClusterUse use, Action<string> say, CancellationToken cancellation)
    {
        var account = ServerAccount.Find();
        data.Prepare(account);
        var socket = SocketFolder.For(data, account);
        var told = false;
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            if (data.TryLock() is { } held) return await Start(data, use, account, socket, held, say, cancellation);
            switch (await Holder(socket, account, cancellation))
            {
                case ClusterUse.Serve when use is ClusterUse.Verb:
                    var joined = new PrivateCluster(socket, null, null);
                    await ClusterRoles.Make(joined.ConnectionString(ClusterRoles.Superuser, "postgres"), cancellation);
                    return joined;
                case ClusterUse.Serve:
                    throw new RefusedException($"The data folder {data.Path} is being served already: stop that host first, or name another folder with --data.");
                case ClusterUse.Verb when !told:
                    say("Another command is at work on this data folder; waiting for it to end.");
                    told = true;
                    break;
                case null when waited > Patience:
                    throw new RefusedException($"Another process holds the data folder {data.Path}, and its PostgreSQL does not answer.");
            }
            await Task.Delay(100, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.Stop();
        held?.Dispose();
    }

    internal string ConnectionString(string role, string database = ClusterRoles.Database) => ConnectionString(socket, role, database);

    private static async Task<PrivateCluster> Start(
        DataFolder data, ClusterUse use, ServerAccount account, string socket, SafeFileHandle held, Action<string> say, CancellationToken cancellation)
    {
        ClusterServer? server = null;
        try
        {
            SocketFolder.Make(socket, account);
            var programs = PostgresPrograms.Find(data.Cluster);
            server = new ClusterServer(new ClusterFiles(data, account, programs), Command(data, use, account, socket, programs), say);
            await server.Ready.WaitAsync(cancellation);
            var cluster = new PrivateCluster(socket, held, server);
            await ClusterRoles.Make(cluster.ConnectionString(ClusterRoles.Superuser, "postgres"), cancellation);
            return cluster;
        }
        catch
        {
            if (server is not null) await server.Stop();
            held.Dispose();
            throw;
        }
    }

    private static string[] Command(DataFolder data, ClusterUse use, ServerAccount account, string socket, PostgresPrograms programs)
    {
        string[] settings =
        [
            "listen_addresses=", "port=5432", "unix_socket_permissions=0700", $"cluster_name={ClusterName(use)}",
            "fsync=on", "full_page_writes=on", "synchronous_commit=on",
            "shared_buffers=32MB", "max_connections=200", "max_wal_size=256MB", "jit=off", "timezone=UTC", "log_timezone=UTC",
            // A message can quote the row it is about: only the server's own ending is heard, without detail.
            "logging_collector=off", "log_destination=stderr", "log_min_messages=fatal", "log_min_error_statement=panic", "log_error_verbosity=terse",
        ];
        return
        [
            .. account.Prefix(diesWithParent: true), programs.Postgres, "-D", data.Cluster, "-k", socket,
            .. settings.SelectMany(setting => new[] { "-c", setting }),
        ];
    }

    /// <summary>Who runs the server behind the socket; null while nobody answers. The server's name tells, so it is never out of date.</summary>
    private static async Task<ClusterUse?> Holder(string socket, ServerAccount account, CancellationToken cancellation)
    {
        if (Posix.Look(socket) is null) return null;
        SocketFolder.Check(socket, account);
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString(socket, ClusterRoles.Superuser, "postgres"));
            await connection.OpenAsync(cancellation);
            await using var ask = new NpgsqlCommand("show cluster_name", connection);
            var name = await ask.ExecuteScalarAsync(cancellation) as string;
            return name == ClusterName(ClusterUse.Serve) ? ClusterUse.Serve : ClusterUse.Verb;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or IOException)
        {
            return null;
        }
    }

    private static string ClusterName(ClusterUse use) => use is ClusterUse.Serve ? "portfolio-serve" : "portfolio-verb";

    private static string ConnectionString(string socket, string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socket,
        Port = 5432,
        Username = role,
        Database = database,
        SslMode = SslMode.Disable,
        Pooling = database != "postgres",
        // Whoever comes after waits for a connection instead of being refused one; the rest of the server's 60 are for verbs and migrations.
        MaxPoolSize = 40,
        // The same few hundred statements all day: planned once for each connection.
        MaxAutoPrepare = 200,
    }.ConnectionString;
}
