namespace Portfolio.Tests;

internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Checkers.Folder, "..", ".."));
}
