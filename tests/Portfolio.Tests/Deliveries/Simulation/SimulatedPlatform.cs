using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Deliveries.Simulation;

/// <summary>
/// A platform that drops, duplicates, delays, reorders, lies and dies. What it shows is what people would see there; two entries of one version are two.
/// </summary>
/// <param name="claims">What its adapter says of it.</param>
/// <param name="keepsOne">Whether it keeps a version once, however often it is sent: false behind an adapter that says so is a lie that must be found.</param>
internal sealed class SimulatedPlatform(Scheduler scheduler, Random chance, TimeProvider clock, Repeating claims, bool keepsOne) : IPortfolioAdapter
{
    private readonly List<(DateTimeOffset At, Action Act)> onTheWay = [];
    private DateTimeOffset diesUntil;

    public bool Calm { get; set; }

    public List<(Guid Record, int Version)> Shown { get; } = [];

    /// <summary>What went wrong, as it would look to people: nothing, where all is well.</summary>
    public List<string> Wrong { get; } = [];

    public AdapterDescription Description { get; } = new("simulated", "Simulated", ["attendance", "presentation"], claims, new(AtOnce: 3), []);

    public Repeating RepeatingOver(AdapterConnection connection) => claims;

    /// <summary>What was on its way arrives.</summary>
    public void Arrive()
    {
        foreach (var late in onTheWay.Where(one => one.At <= clock.GetUtcNow()).OrderBy(_ => chance.Next()).ToList())
        {
            onTheWay.Remove(late);
            late.Act();
        }
    }

    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) =>
        Exchange($"deliver {record.Header.Version}", () => Show(record.Id, record.Header.Version), new Outcome.Accepted(new($"{record.Id:N}")));

    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) =>
        Exchange($"replace {before.Version} by {record.Header.Version}", () =>
        {
            Remove(before.Id, before.Version);
            Show(record.Id, record.Header.Version);
        }, new Outcome.Accepted(new($"{record.Id:N}")));

    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Exchange($"withdraw {delivered.Version}", () => Remove(delivered.Id, delivered.Version), new Outcome.Accepted(new("gone")));

    public async Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        await scheduler.Pass("ask find");
        return Fails() is { } fault ? fault
            : Shown.Contains((delivered.Id, delivered.Version)) ? new Outcome.AlreadyThere(new($"{delivered.Id:N}")) : new Outcome.NotThere();
    }

    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Trial>>([]);

    private async Task<Outcome> Exchange(string what, Action act, Outcome done)
    {
        var begun = clock.GetUtcNow();
        await scheduler.Pass("ask " + what);
        // The ledger gives an attempt 90 seconds: what was not sent by then is not sent.
        if (clock.GetUtcNow() - begun > TimeSpan.FromSeconds(90))
            return new Outcome.NoAnswer("timed-out");
        if (Fails() is { } fault)
            return fault;
        var luck = Calm ? 99 : chance.Next(100);
        if (luck < 8)
            return new Outcome.NoAnswer("timed-out");
        if (luck < 18)
        {
            // Nobody waits for it any more, and it arrives nevertheless.
            onTheWay.Add((clock.GetUtcNow().AddSeconds(chance.Next(1, 50)), act));
            return new Outcome.NoAnswer("timed-out");
        }
        act();
        if (luck < 24 && claims == Repeating.SameId)
            act();
        await scheduler.Pass("answer " + what);
        return luck < 30 ? new Outcome.NoAnswer("server-error", Said: "500") : luck < 38 ? new Outcome.NoAnswer("reset") : done;
    }

    private Outcome? Fails()
    {
        if (Calm)
            return null;
        var now = clock.GetUtcNow();
        if (chance.Next(100) < 3)
            diesUntil = now.AddSeconds(chance.Next(1, 300));
        return now < diesUntil ? new Outcome.TryLater("not-reached")
            : chance.Next(100) < 6 ? new Outcome.TryLater("busy", TimeSpan.FromSeconds(chance.Next(1, 60)), "429")
            : chance.Next(100) < 2 ? new Outcome.NeedsPerson("sign-in-again", Said: "401")
            : null;
    }

    private void Show(Guid record, int version)
    {
        // Such a platform knows a record by its id, and the newer version is the one that counts.
        if (keepsOne && Shown.Exists(entry => entry.Record == record && entry.Version >= version))
            return;
        if (Shown.Contains((record, version)))
            Wrong.Add($"version {version} of a record is shown twice");
        if (Shown.Exists(entry => entry.Record == record && entry.Version > version))
            Wrong.Add($"version {version} of a record came after a newer one");
        Shown.Add((record, version));
    }

    private void Remove(Guid record, int version) => Shown.RemoveAll(entry => entry == (record, version));
}
