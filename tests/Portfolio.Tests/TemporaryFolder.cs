namespace Portfolio.Tests;

/// <summary>A folder that other users may pass through, removed with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long Plenty = 4L << 30;

    public TemporaryFolder() : this(Directory.CreateTempSubdirectory("portfolio-test-").FullName)
    {
    }

    private TemporaryFolder(string path)
    {
        Path = path;
        File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    /// <summary>One whose files are made and removed by the thousand: in memory, where there is plenty of it.</summary>
    public static TemporaryFolder InMemory() => Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Plenty
        ? new(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"portfolio-test-{Guid.NewGuid():N}"[..24])).FullName)
        : new();

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
