using System.ComponentModel;
using System.Diagnostics;

namespace Portfolio.Tests;

/// <summary>Runs a script of tests/checkers: engines that this project did not write, over what it did.</summary>
internal static class Checkers
{
    private const string Remedy = "Run tests/run once: it installs Node.js and the packages of tests/checkers.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Folder { get; } = Path.Combine(Root(), "tests", "checkers");

    /// <summary>Fails, and never skips, where Node or a package is missing: a check that did not run has not passed.</summary>
    public static async Task<CheckerAnswer> Run(string script, string input = "", params IEnumerable<string> arguments)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"tests/checkers has no node_modules. {Remedy}");
        using var node = Start(script, arguments);
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await Feed(node, input);
            await node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"{script} did not end within {Patience}.");
        }

        return new(node.ExitCode, await output, await error);
    }

    private static async Task Feed(Process node, string input)
    {
        try
        {
            await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and error output say why.
        }
    }

    private static Process Start(string script, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"Node.js is missing. {Remedy}");
            throw;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portfolio.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}

internal sealed record CheckerAnswer(int ExitCode, string Output, string Error);
