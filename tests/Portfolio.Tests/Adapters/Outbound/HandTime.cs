namespace Portfolio.Tests.Adapters.Outbound;

/// <summary>Time that passes only by hand, its timers too.</summary>
internal sealed class HandTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<Waiting> timers = [];
    private DateTimeOffset now = now;
    private int set;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, from one timer to the next, until something is done.</summary>
    public async Task Until(Task done)
    {
        for (var timers = 0; timers < 200; timers++)
        {
            await Rest(done);
            if (done.IsCompleted || Next is not { } next)
                return;
            Advance(next - now);
        }
        Assert.Fail("It is not done after 200 timers.");
    }

    // What a timer set off runs on other threads: it has come to rest when it is done, or when no further timer was set for a while.
    private async Task Rest(Task done)
    {
        for (var (before, quiet) = (set, 0); quiet < 10 && !done.IsCompleted; quiet++)
        {
            await Task.WhenAny(done, Task.Delay(4));
            if (before != set)
                (before, quiet) = (set, 0);
        }
    }

    private DateTimeOffset? Next
    {
        get
        {
            lock (guard)
                return timers.Count == 0 ? null : timers.Min(timer => timer.Due);
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Waiting> due;
        lock (guard)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            due.ForEach(timer => timers.Remove(timer));
        }
        due.ForEach(timer => timer.Ring());
    }

    private sealed class Waiting(HandTime time, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.guard)
            {
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                    time.set++;
                }
            }
            return true;
        }

        public void Dispose()
        {
            lock (time.guard)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
