using System.Globalization;

namespace Portfolio.Api.Database;

/// <summary>The files of a private cluster: made once, and read to know how its server is.</summary>
internal sealed class ClusterFiles(DataFolder data, ServerAccount account, PostgresPrograms programs)
{
    private string ProcessFile => Path.Combine(data.Cluster, "postmaster.pid");

    /// <summary>Makes the cluster beside its place and moves it there when it is whole: an interrupted start leaves nothing half made.</summary>
    internal void Initialise()
    {
        if (Directory.Exists(data.Cluster)) return;
        var making = data.Cluster + ".new";
        if (Directory.Exists(making)) Directory.Delete(making, recursive: true);
        Posix.MakeFolder(making, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        account.Own(making);
        // trust: the socket's folder is the door, and it is locked.
        Programs.Ask(
        [
            .. account.Prefix(diesWithParent: true), programs.InitDb, "--pgdata", making, "--username=postgres", "--auth=trust",
            "--encoding=UTF8", "--locale=C", "--data-checksums",
        ]);
        Directory.Move(making, data.Cluster);
    }

    /// <summary>The server writes its process number on line 1 and how it is on line 8.</summary>
    internal bool IsReady(int process) =>
        ReadProcessFile() is { Length: >= 8 } lines && Number(lines) == process && lines[7].Trim() == "ready";

    /// <summary>
    /// We hold the lock, so a server on this folder outlived its host and is on its way out: wait for it, then help. A process file left
    /// behind whose number now belongs to some other program would stop PostgreSQL from starting for ever (numbers repeat quickly in a container).
    /// </summary>
    internal void ClearWayAfterCrash(TimeSpan patience)
    {
        if (ReadProcessFile() is not { Length: > 0 } lines || Number(lines) is not { } process) return;
        const int Step = 50;
        for (var waited = 0; IsOurServer(process); waited += Step)
        {
            if (waited == 2000) Posix.Signal(process, Posix.Interrupt);
            if (waited == 30_000) Posix.Signal(process, Posix.Quit);
            if (waited > patience.TotalMilliseconds)
                throw new RefusedException($"A PostgreSQL from before (process {process}) still holds {data.Cluster} and does not end.");
            Thread.Sleep(Step);
        }
        // Server processes that outlived their postmaster are still noticed: PostgreSQL looks for their shared memory as well.
        File.Delete(ProcessFile);
    }

    private bool IsOurServer(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0').Contains(data.Cluster);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string[]? ReadProcessFile()
    {
        try
        {
            return File.ReadAllLines(ProcessFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static int? Number(string[] lines) =>
        int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
