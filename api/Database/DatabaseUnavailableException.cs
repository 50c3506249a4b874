using System.Net.Sockets;
using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>The database cannot be reached, or it is not certain that it kept a commit. Asking again later is right, and safe: every creation carries its own id.</summary>
internal sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether an error means "not now" rather than "not so". Statements inside a transaction fail with Npgsql's own types.</summary>
    internal static bool Explains(Exception? error) => error switch
    {
        null => false,
        DatabaseUnavailableException => true,
        PostgresException refused => IsUnavailable(refused.SqlState),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
        NpgsqlException broken => broken.IsTransient,
        _ => false,
    };

    // Class 08: connection; 57P01 to 57P03: shutting down, crashed, starting up; 53300: too many connections; 25006: a standby that only reads.
    private static bool IsUnavailable(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state is "57P01" or "57P02" or "57P03" or "53300" or "25006";
}
