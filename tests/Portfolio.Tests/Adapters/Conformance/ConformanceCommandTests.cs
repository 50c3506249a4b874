using System.Diagnostics;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Architecture;

namespace Portfolio.Tests.Adapters.Conformance;

/// <summary>The suite as whoever writes an adapter outside runs it.</summary>
public sealed class ConformanceCommandTests
{
    private static readonly string Built = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    private static readonly string Probe = Path.Combine(Repository.Root, "tests", "ProbeConformance", "bin", Built, "Portfolio.ProbeConformance.dll");

    [Fact]
    public async Task An_adapter_from_outside_passes_everything()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await Command.Run([Probe], output, errors);

        Assert.True(code == 0, output.ToString() + errors);
        Assert.StartsWith("ProbeConformance: Folder of signed files (probe)\n  passed  description\n", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"\n{Scenarios.All.Count} passed, 0 failed\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_careless_one_is_told_what_to_put_right_and_the_command_fails()
    {
        var output = new StringWriter();
        var code = await Command.Play([new Careless()], ["deliver", "429 in seconds", "withdraw"], output);

        Assert.Equal(1, code);
        Assert.Contains("  passed  deliver\n  FAILED  429 in seconds\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Put right: busy is TryLater, after what Retry-After says", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\n2 passed, 1 failed\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_answers_with_its_exit_code()
    {
        var program = Path.Combine(Repository.Root, "tests", "Conformance", "bin", Built, "Portfolio.Conformance.dll");
        Assert.Matches("^ProbeConformance: .*\n  passed  deliver\n1 passed, 0 failed\n$", await Run(0, program, Probe, "--scenario", "deliver"));
        await Run(2, program);
        await Run(2, program, "no/such/file.dll");
        await Run(2, program, program);
        await Run(2, program, Path.Combine(Repository.Root, "README.md"));
        await Run(2, program, Probe, "--scenario", "no such thing");
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "conformance"), TestContext.Current.CancellationToken);
        Assert.Contains("Portfolio.Conformance.dll\" \"$@\"", script, StringComparison.Ordinal);
    }

    private static async Task<string> Run(int code, string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == code, $"{run.ExitCode}: {await output} {await errors}");
        Assert.Equal(code == 2, (await errors).Length > 0);
        return await output;
    }

    // Not public, so that it is no test of its own.
    private sealed class Careless : AdapterConformance
    {
        protected override IPortfolioAdapter Adapter { get; } = new BadAdapter(Bad.IgnoresRetryAfter);

        protected override PlatformDouble Platform() => new PlainHost();

        protected override Task<TestConnection> Connect(PlatformDouble platform) =>
            Task.FromResult(new TestConnection(new Dictionary<string, string> { ["url"] = platform.Address.AbsoluteUri, ["token"] = PlainHost.Token }));
    }
}
