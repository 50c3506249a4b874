using System.Reflection;
using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>Configuration section `Portfolio`.</summary>
internal sealed class PluginOptions
{
    /// <summary>The folder of the plugins; `plugins` in the data folder when there is none.</summary>
    public string? Plugins { get; set; }
}

/// <summary>Adapters that others wrote: `plugins/NAME/NAME.dll` with what it needs beside it. One that cannot be loaded stops the start.</summary>
internal static class PluginFolder
{
    private const UnixFileMode ByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <param name="folder">Where the plugins are; nothing is loaded where there is no such folder.</param>
    /// <exception cref="RefusedException">One cannot be loaded, or could have been changed by somebody else.</exception>
    public static IReadOnlyList<IPortfolioAdapter> Load(string folder)
    {
        if (Posix.Look(folder) is null)
            return [];
        Guard(folder);
        return [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(Plugin)];
    }

    private static IReadOnlyList<IPortfolioAdapter> Plugin(string folder)
    {
        var main = Path.Combine(folder, Path.GetFileName(folder) + ".dll");
        if (!File.Exists(main))
            throw Refused(folder, $"there is no {Path.GetFileName(main)} in it.");
        try
        {
            IPortfolioAdapter[] adapters = [.. new PluginContext(main).LoadMain().GetExportedTypes().Where(IsAdapter).Select(Make)];
            return adapters.Length > 0 ? adapters : throw Refused(main, "it holds no public class that is an adapter.");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or ReflectionTypeLoadException or InvalidOperationException)
        {
            throw Refused(main, e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first.Message : e.Message);
        }

        IPortfolioAdapter Make(Type type)
        {
            if (type.GetConstructor(Type.EmptyTypes) is null)
                throw Refused(main, $"{type.FullName} has no public constructor that takes nothing.");
            try
            {
                var adapter = (IPortfolioAdapter)Activator.CreateInstance(type)!;
                return AdapterCheck.WhyNot(adapter.Description) is { } fault ? throw Refused(main, $"{type.FullName} describes itself wrongly: {fault}") : adapter;
            }
            // Whatever another's code throws, the reason is told with its name.
            catch (Exception e) when (e is not RefusedException)
            {
                throw Refused(main, $"{type.FullName} cannot be made: {(e.InnerException ?? e).Message}");
            }
        }
    }

    private static bool IsAdapter(Type type) => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IPortfolioAdapter));

    // Code that somebody else can change is their code, run with our keys. A link could lead anywhere.
    private static void Guard(string path)
    {
        var entry = Posix.Look(path)!;
        if (new FileInfo(path).LinkTarget is not null)
            throw Refused(path, "it is a link; put the files themselves there.");
        if (entry.User != Posix.UserId && entry.User != 0)
            throw Refused(path, "it belongs to another user.");
        if ((entry.Mode & ByOthers) != 0)
            throw Refused(path, $"others can change it. This takes that away: chmod -R go-w {path}");
        if (entry.IsFolder)
            foreach (var inside in Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal))
                Guard(inside);
    }

    private static RefusedException Refused(string path, string why) => new($"The plugin {path} is not loaded: {why}");
}
