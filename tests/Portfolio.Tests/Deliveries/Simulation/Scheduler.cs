namespace Portfolio.Tests.Deliveries.Simulation;

/// <summary>The host was killed: nothing of it goes on.</summary>
internal sealed class HostDiedException : OperationCanceledException;

/// <summary>
/// Lets everything that hosts do go on one step at a time, in an order that a seed gives: a step ends at the next SQL statement, commit or exchange with a platform.
/// </summary>
/// <param name="chance">The seed's.</param>
/// <param name="blocked">How many connections wait for a lock of another at this moment.</param>
internal sealed class Scheduler(Random chance, Func<Task<long>> blocked) : IDisposable
{
    private static readonly AsyncLocal<Fiber?> Current = new();
    private readonly Lock gate = new();
    private readonly List<Fiber> fibers = [];
    private readonly SemaphoreSlim moved = new(0);

    private sealed class Fiber(SimulatedHost host, string name)
    {
        public SimulatedHost Host => host;
        public string Name => name;
        public TaskCompletionSource? Waits { get; set; }
        public string At { get; set; } = "";
        public bool Done { get; set; }
    }

    /// <summary>What was done, in order: what a failing seed shows.</summary>
    public List<string> Trace { get; } = [];

    public void Start(SimulatedHost host, string name, Func<Task> body)
    {
        var fiber = new Fiber(host, name);
        lock (gate)
            fibers.Add(fiber);
        Current.Value = fiber;
        _ = Task.Run(async () =>
        {
            try
            {
                await Pass("begin");
                await body();
            }
            catch (HostDiedException)
            {
            }
            finally
            {
                lock (gate)
                    fiber.Done = true;
                moved.Release();
            }
        });
        Current.Value = null;
    }

    /// <summary>Waits for its turn; ends the flow where its host is dead.</summary>
    public async Task Pass(string at)
    {
        if (Current.Value is not { } fiber)
            return;
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (fiber.Host.Dead)
                throw new HostDiedException();
            (fiber.Waits, fiber.At) = (turn, at);
        }
        moved.Release();
        await turn.Task;
        if (fiber.Host.Dead)
            throw new HostDiedException();
    }

    public bool Has(SimulatedHost host, string name)
    {
        lock (gate)
            return fibers.Exists(fiber => !fiber.Done && fiber.Host == host && fiber.Name == name);
    }

    /// <summary>One step of one flow.</summary>
    /// <returns>Whether there was one to let go on.</returns>
    public async Task<bool> Step()
    {
        await Settle();
        TaskCompletionSource turn;
        lock (gate)
        {
            fibers.RemoveAll(fiber => fiber.Done);
            var waiting = fibers.Where(fiber => fiber.Waits is not null).ToList();
            if (waiting.Count == 0)
                return false;
            var next = waiting[chance.Next(waiting.Count)];
            Trace.Add($"{next.Host.Name} {next.Name}: {next.At}");
            (turn, next.Waits) = (next.Waits!, null);
        }
        turn.SetResult();
        await Settle();
        return true;
    }

    /// <summary>Ends everything that this host does, wherever it is.</summary>
    public async Task Kill(SimulatedHost host)
    {
        await Settle();
        List<TaskCompletionSource> turns;
        lock (gate)
        {
            Trace.Add($"{host.Name} dies");
            host.Dead = true;
            turns = [.. fibers.Where(fiber => fiber.Host == host && fiber.Waits is not null).Select(fiber => fiber.Waits!)];
            foreach (var fiber in fibers.Where(fiber => fiber.Host == host))
                fiber.Waits = null;
        }
        foreach (var turn in turns)
            turn.SetResult();
        await Settle();
    }

    // Until whatever goes on has come to its next step, has ended, or waits for a lock that another holds.
    private async Task Settle()
    {
        while (true)
        {
            int going;
            lock (gate)
                going = fibers.Count(fiber => !fiber.Done && fiber.Waits is null);
            if (going == 0 || (!await moved.WaitAsync(TimeSpan.FromMilliseconds(15)) && await blocked() >= going))
                return;
        }
    }

    public void Dispose() => moved.Dispose();
}
