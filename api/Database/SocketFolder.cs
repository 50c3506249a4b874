using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Api.Database;

/// <summary>
/// The folder of the server's socket. Whoever can enter it is let in without a password, so it is closed to everybody else and its owner
/// and mode are looked at every time. A socket's path has at most 107 bytes: where the data folder's name is too long it lies under /tmp.
/// </summary>
internal static class SocketFolder
{
    private const int LongestSocket = 107;
    private const string SocketName = "/.s.PGSQL.5432";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal static string For(DataFolder data, ServerAccount account)
    {
        var near = Path.Combine(data.Path, "socket");
        // Both PostgreSQL and Npgsql read a comma as "the next one".
        if (Encoding.UTF8.GetByteCount(near + SocketName) <= LongestSocket && near.All(c => c is not (',' or '"' or '\\' or '@')))
            return near;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.Path)).AsSpan(0, 8));
        return $"/tmp/portfolio-{account.User}-{name}";
    }

    internal static void Make(string folder, ServerAccount account)
    {
        // Made under another name, so that whoever waits for this server never meets it half made.
        var fresh = $"{folder}.{Environment.ProcessId}";
        if (Posix.Look(folder) is null && Posix.MakeFolder(fresh, Private))
        {
            account.Own(fresh);
            Directory.Move(fresh, folder);
        }
        Check(folder, account);
    }

    internal static void Check(string folder, ServerAccount account)
    {
        if (Posix.Look(folder) is not { IsFolder: true, Mode: Private } entry || entry.User != account.User)
            throw new RefusedException($"{folder} should be a folder of PostgreSQL's own user with mode 0700, and is not: "
                + "somebody else may have put it there. Look at it, remove it, and start again.");
    }
}
