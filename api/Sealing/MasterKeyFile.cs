using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Sealing;

/// <summary>Where the master key comes from: the environment, a file, or, for trying things out, a development key that says so.</summary>
internal static partial class MasterKeyFile
{
    private const string Remedy = "Make one with `openssl rand -base64 32 > FILE`, keep it outside the data folder, and set PORTFOLIO__MASTERKEYFILE=FILE.";

    /// <exception cref="RefusedException">There is no such key, or it is none that something real may be sealed with.</exception>
    public static MasterKey Read(SealingOptions options, string dataFolder, PublicAddress address, ILogger log)
    {
        if (options.MasterKey is { Length: > 0 } text)
            return new MasterKey(Strong(Decode(text, "Portfolio:MasterKey"), address));
        var file = options.MasterKeyFile ?? Development();
        if (IsIn(dataFolder, file))
            throw new RefusedException("The master key file must not be in the data folder: a copy of that folder would open itself.");
        // Whoever comes by the public address brings what is real, and a key that anybody could guess or find would open it.
        if (address.IsPublic && Path.GetFullPath(file) == Path.GetFullPath(Development()))
            throw new RefusedException($"Under a public address the development master key is refused. {Remedy}");
        if (options.MasterKeyFile is null)
        {
            MakeOnce(file);
            Log.DevelopmentKey(log, file);
        }
        return new MasterKey(Strong(Decode(Text(file), file), address));
    }

    private static byte[] Strong(byte[] key, PublicAddress address) => address.IsPublic && WeakKey.Why(key) is { } why
        ? throw new RefusedException($"Under a public address this master key is refused: {why}. {Remedy}")
        : key;

    /// <summary>Where it is noted who was erased; nowhere while the master key is in the environment and no list is named.</summary>
    public static string? ErasureList(SealingOptions options, string dataFolder)
    {
        var file = options.ErasureList is { Length: > 0 } named ? named : options.MasterKey is { Length: > 0 } ? null : (options.MasterKeyFile ?? Development()) + ".erased";
        return file is not null && IsIn(dataFolder, file)
            ? throw new RefusedException("The erasure list must not be in the data folder: a backup of that folder would bring the list back as it was.")
            : file;
    }

    private static bool IsIn(string folder, string file) => Path.GetFullPath(file).StartsWith(Path.GetFullPath(folder).TrimEnd('/') + "/", StringComparison.Ordinal);

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The master key file {file} cannot be read: {e.Message}");
        }
    }

    private static string Development() => Path.Combine(
        Environment.IsPrivilegedProcess
            ? "/etc"
            : Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home
                ? home
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
        "portfolio", "development-master.key");

    private static void MakeOnce(string file)
    {
        if (File.Exists(file))
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"No development master key can be kept in {Path.GetDirectoryName(file)}: {e.Message} Set PORTFOLIO__MASTERKEYFILE.");
        }
        var fresh = $"{file}.{Environment.ProcessId}";
        using (var stream = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n"));
        // Two hosts starting at once: the first name to arrive stays, the other's is dropped.
        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }

    private static byte[] Decode(string text, string where)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: 32 } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new RefusedException($"{where} does not hold a master key: 32 bytes in base64, as `openssl rand -base64 32` makes them.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Using the development master key in {File}; set Portfolio:MasterKeyFile before anything real is kept.")]
        public static partial void DevelopmentKey(ILogger log, string file);
    }
}
