using System.Diagnostics;

namespace Portfolio.Api.Database;

/// <summary>Starts other programs with nothing of our own surroundings: their answers must not depend on somebody's locale or PG* variables.</summary>
internal static class Programs
{
    internal static ProcessStartInfo Start(IEnumerable<string> words)
    {
        var all = words.ToArray();
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    /// <summary>Runs a program to its end and returns what it said on standard output.</summary>
    internal static string Ask(params string[] words)
    {
        using var process = Process.Start(Start(words))!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : throw new RefusedException($"{Path.GetFileName(words[0])} failed: {errors.Result.Trim()}");
    }
}
