using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portfolio.Tests;

/// <summary>The real host as a process of its own, under this user or another, to be stopped or killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> errors;

    private HostProcess(Process process, int port)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        Client = new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };
    }

    internal HttpClient Client { get; }

    internal int Id => process.Id;

    internal static async Task<HostProcess> Serve(string program, string data, string? user, string? erasureList = null)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var host = new HostProcess(
            Start(program, user, ["serve", "--data", data, $"--urls=http://127.0.0.1:{port}", .. erasureList is null ? Array.Empty<string>() : [$"--Portfolio:ErasureList={erasureList}"]]), port);
        await host.Becomes(HttpStatusCode.OK);
        return host;
    }

    /// <summary>Runs a verb to its end.</summary>
    internal static async Task<(int Code, string Answer, string Errors)> Run(string program, string? user, params string[] words)
    {
        using var process = Start(program, user, words);
        var errors = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, answer, await errors);
    }

    internal async Task Becomes(HttpStatusCode ready)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50))
        {
            if (process.HasExited) throw new InvalidOperationException($"The host ended: {await errors}");
            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == ready) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"The host did not become {ready}.");
    }

    internal async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the host to end, as a service manager does, and returns its exit code.</summary>
    internal async Task<int> Stop()
    {
        Portfolio.Api.Database.Posix.Signal(process.Id, 15);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        Client.Dispose();
        process.Dispose();
    }

    private static Process Start(string program, string? user, params string[] words)
    {
        string[] all =
        [
            .. user is null ? Array.Empty<string>() : ["setpriv", $"--reuid={user}", "--regid=nogroup", "--clear-groups", "--"],
            Environment.ProcessPath is { } self && Path.GetFileName(self) == "dotnet" ? self : "dotnet", program, .. words,
        ];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (user is not null) start.Environment["HOME"] = Path.GetDirectoryName(program);
        start.Environment["PORTFOLIO__MASTERKEY"] = Hosting.TestHost.MasterKey;
        return Process.Start(start)!;
    }
}
