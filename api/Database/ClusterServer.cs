using System.Diagnostics;

namespace Portfolio.Api.Database;

/// <summary>
/// The server process of a private cluster: started, watched, started again when it dies, stopped in order. All on one thread of its own,
/// because Linux sends the parent-death signal when the *thread* that started a child ends, and pool threads end at any time.
/// </summary>
internal sealed class ClusterServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> lastWords = new();
    private readonly ClusterFiles files;
    private readonly string[] command;
    private readonly Action<string> say;
    private Process? process;
    private volatile bool stopping;

    internal ClusterServer(ClusterFiles files, string[] command, Action<string> say)
    {
        (this.files, this.command, this.say) = (files, command, say);
        new Thread(Watch) { IsBackground = true, Name = "PostgreSQL" }.Start();
    }

    /// <summary>Completes when the server answers for the first time; fails when it never came up.</summary>
    internal Task Ready => ready.Task;

    /// <summary>Fast shutdown: open transactions are undone, committed ones are on disk.</summary>
    internal async Task Stop()
    {
        SignalOnce(Posix.Interrupt);
        try
        {
            await ended.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            SignalOnce(Posix.Quit);
            await ended.Task;
        }
    }

    private void SignalOnce(int signal)
    {
        lock (gate)
        {
            stopping = true;
            if (process is { HasExited: false }) Posix.Signal(process.Id, signal);
        }
    }

    private void Watch()
    {
        try
        {
            files.Initialise();
            for (var failures = 0; !stopping;)
            {
                try
                {
                    failures = RunOnce() ? 0 : failures + 1;
                }
                catch (Exception e) when (ready.Task.IsCompletedSuccessfully)
                {
                    // Out of memory or processes, say: requests answer that the database is unavailable, and it is tried again.
                    failures++;
                    say($"PostgreSQL could not be started: {e.Message}");
                }
                if (stopping) break;
                if (!ready.Task.IsCompletedSuccessfully) throw new RefusedException($"PostgreSQL did not start: {LastWords()}");
                say($"PostgreSQL ended and is started again. {LastWords()}");
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(failures, 6), 5000)));
            }
            ready.TrySetCanceled();
        }
        catch (Exception e)
        {
            ready.TrySetException(e);
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    /// <summary>One life of the server. True when it came as far as answering.</summary>
    private bool RunOnce()
    {
        files.ClearWayAfterCrash(Patience);
        lock (gate)
        {
            if (stopping) return false;
            process = Process.Start(Programs.Start(command))!;
        }
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var answering = false;
        while (!process.WaitForExit(answering ? Timeout.Infinite : 20))
        {
            if (!files.IsReady(process.Id)) continue;
            answering = true;
            ready.TrySetResult();
        }
        process.WaitForExit();
        lock (gate)
        {
            process.Dispose();
            process = null;
        }
        return answering;
    }

    private void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (lastWords)
        {
            lastWords.Enqueue(line);
            while (lastWords.Count > 8) lastWords.Dequeue();
        }
    }

    private string LastWords()
    {
        lock (lastWords)
        {
            var words = string.Join(' ', lastWords);
            lastWords.Clear();
            return words;
        }
    }
}
