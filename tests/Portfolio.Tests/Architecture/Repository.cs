namespace Portfolio.Tests.Architecture;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Every C# source under a folder of the tree, by its path from there; what a build made is not a source.</summary>
    public static IReadOnlyList<Source> Sources(string folder)
    {
        var root = Path.Combine(Root, folder);
        return Directory.Exists(root)
            ? [.. from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                  let path = Path.GetRelativePath(root, file)
                  where !path.Split('/').Any(part => part is "bin" or "obj")
                  orderby path
                  select new Source(path, File.ReadAllText(file))]
            : [];
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portfolio.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}

internal sealed record Source(string Path, string Text);
