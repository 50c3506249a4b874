namespace Portfolio.Tests.Deliveries;

/// <summary>The adapter of `tests/ProbeAdapter`, as somebody would put it into a folder of plugins.</summary>
internal static class PluginOnDisk
{
    public const string Name = "Portfolio.ProbeAdapter";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Lay(string plugins)
    {
        Directory.CreateDirectory(plugins, Private);
        var folder = Directory.CreateDirectory(Path.Combine(plugins, Name), Private).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plugins", Name)))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            File.Copy(file, copy, overwrite: true);
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
