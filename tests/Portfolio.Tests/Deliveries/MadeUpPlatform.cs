using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Deliveries;

/// <summary>A platform without HTTP: what it has, and what the next attempts shall end with.</summary>
internal sealed class MadeUpPlatform(Repeating repeating = Repeating.SameId, string name = "made-up") : IPortfolioAdapter
{
    private readonly Lock gate = new();
    private readonly Queue<Func<Outcome, Outcome>> script = new();

    /// <summary>What a person sees there, oldest first: a second entry of one record is a second entry.</summary>
    public List<(Guid Person, Guid Record, int Version)> Shown { get; } = [];

    /// <summary>Each call, in order.</summary>
    public List<string> Calls { get; } = [];

    public AdapterDescription Description { get; } = new(
        name, "Made-up platform", ["attendance", "presentation", "follow-up", "period-account", "assessment", "verification"], repeating, new(AtOnce: 8), []);

    public Repeating RepeatingOver(AdapterConnection connection) => repeating;

    /// <summary>From now on it does what it is asked, and says so.</summary>
    public void Answers() => script.Clear();

    /// <summary>The platform does nothing, and answers this.</summary>
    public void Answers(Outcome outcome) => script.Enqueue(_ => outcome);

    /// <summary>The platform does what it is asked, and its answer is lost.</summary>
    public void LosesItsAnswer() => script.Enqueue(done => new Outcome.NoAnswer("reset", Said: DidIt));

    private const string DidIt = "did";

    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) =>
        Do($"deliver {record.Kind} {record.Header.Version}", () => Show(connection.Subject, record));

    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) =>
        Do($"replace {record.Kind} {before.Version} {record.Header.Version}", () =>
        {
            Shown.RemoveAll(entry => entry.Record == before.Id && entry.Version == before.Version);
            return Show(connection.Subject, record);
        });

    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Do($"withdraw {delivered.Kind} {delivered.Version}", () =>
        {
            Shown.RemoveAll(entry => entry.Record == delivered.Id && entry.Version == delivered.Version);
            return new Outcome.Accepted(new Receipt("gone"));
        });

    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Do($"find {delivered.Kind} {delivered.Version}", () => Shown.Exists(entry => entry.Record == delivered.Id && entry.Version == delivered.Version)
            ? new Outcome.AlreadyThere(new Receipt($"{delivered.Id:N}-{delivered.Version}")) : new Outcome.NotThere());

    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Trial>>([]);

    private Outcome.Accepted Show(Guid person, SignedRecord record)
    {
        if (repeating != Repeating.SameId || !Shown.Contains((person, record.Id, record.Header.Version)))
            Shown.Add((person, record.Id, record.Header.Version));
        return new Outcome.Accepted(new Receipt($"{record.Id:N}-{record.Header.Version}"), "200");
    }

    private Task<Outcome> Do(string call, Func<Outcome> act)
    {
        lock (gate)
        {
            Calls.Add(call);
            if (!script.TryDequeue(out var answer))
                return Task.FromResult(act());
            var lost = answer(new Outcome.NotThere());
            if (lost is Outcome.NoAnswer { Said: DidIt })
                act();
            return Task.FromResult(lost);
        }
    }
}
