using Microsoft.Win32.SafeHandles;

namespace Portfolio.Api.Database;

/// <summary>Where one installation keeps what it stores, when no connection string says otherwise.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const int WouldBlock = 11;

    private DataFolder(string path) => Path = path;

    internal string Path { get; }

    internal string Cluster => System.IO.Path.Combine(Path, "postgres");

    /// <summary>The folder asked for, else the customary one of this user.</summary>
    internal static DataFolder At(string? asked)
    {
        if (!string.IsNullOrWhiteSpace(asked)) return new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(asked)));
        if (Posix.IsRoot) return new("/var/lib/portfolio");
        var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } given && System.IO.Path.IsPathRooted(given)
            ? given
            : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } user
                ? System.IO.Path.Combine(user, ".local/share")
                : throw new RefusedException("There is no home folder to keep data in: name a folder with --data.");
        return new(System.IO.Path.Combine(home, "portfolio"));
    }

    /// <summary>Makes the folder, and sees to it that the server can reach its part of it and nobody else owns it.</summary>
    internal void Prepare(ServerAccount account)
    {
        try
        {
            Directory.CreateDirectory(Path, Private);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new RefusedException($"The data folder {Path} cannot be made: name another one with --data.");
        }
        var entry = Posix.Look(System.IO.Path.TrimEndingDirectorySeparator(Path));
        if (entry is { IsFolder: false }) entry = Posix.Look(new DirectoryInfo(Path).ResolveLinkTarget(true)?.FullName ?? Path);
        if (entry is not { IsFolder: true } || entry.User != Posix.UserId)
            throw new RefusedException($"The data folder {Path} belongs to another user: start as that user, or name another folder with --data.");
        if (!account.Lent) return;
        if (!Passable(entry, account))
        {
            Posix.GiveTo(Path, Posix.UserId, account.Group);
            File.SetUnixFileMode(Path, entry.Mode | UnixFileMode.GroupExecute);
        }
        for (var above = new DirectoryInfo(Path).Parent; above is not null; above = above.Parent)
            if (Posix.Look(above.FullName) is { IsFolder: true } found && !Passable(found, account))
                throw new RefusedException($"PostgreSQL, which never runs as root, cannot reach {Path}: {above.FullName} is closed to other users. "
                    + "Name a folder elsewhere with --data.");
    }

    /// <summary>The lock that decides who runs this folder's PostgreSQL, or null while somebody else does. It ends with the process, however that ends.</summary>
    internal SafeFileHandle? TryLock()
    {
        try
        {
            var file = File.OpenHandle(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // FileShare.None is this same lock, unless the environment switched .NET's file locking off.
            if (Posix.TryLock(file)) return file;
            file.Dispose();
            return null;
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
    }

    private static bool Passable(Posix.Entry folder, ServerAccount account) => folder.Mode.HasFlag(
        folder.User == account.User ? UnixFileMode.UserExecute
        : folder.Group == account.Group ? UnixFileMode.GroupExecute
        : UnixFileMode.OtherExecute);
}
