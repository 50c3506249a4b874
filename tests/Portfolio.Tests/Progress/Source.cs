using System.Runtime.CompilerServices;

namespace Portfolio.Tests.Progress;

internal static class Source
{
    public static string Folder { get; } = Here();
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
