using System.Diagnostics;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>The paper year imported by the command line into a database of its own, and further verbs run on it: <c>IClassFixture&lt;ImportedYear&gt;</c>.</summary>
public sealed class ImportedYear(TestCluster cluster) : IAsyncLifetime
{
    internal const string Programme = "paper-year";

    private readonly TestDatabase database = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "Demonstration", "paper-year");
        var (code, _, errors) = await Run("import", "--programme", Programme, "--demonstration", "--people", Path.Combine(folder, "people.csv"),
            "--clock-stops", Path.Combine(folder, "clock-stops.csv"), "--registers", Path.Combine(folder, "registers.csv"));
        Assert.True(code == 0, errors);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    internal Task<(int Code, string Answer, string Errors)> Run(params string[] words) => RunUnder(TestHost.MasterKey, words);

    internal async Task<(int Code, string Answer, string Errors)> RunUnder(string masterKey, params string[] words)
    {
        var dotnet = Environment.ProcessPath is { } self && Path.GetFileName(self) == "dotnet" ? self : "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "Portfolio.Api.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORTFOLIO__DATABASE__OWNER"] = database.Connections.Owner;
        start.Environment["PORTFOLIO__DATABASE__APP"] = database.Connections.App;
        start.Environment["PORTFOLIO__MASTERKEY"] = masterKey;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, answer, await errors);
    }
}
