using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Demonstration;

/// <summary>A place as it is, but for one thing that is wrong. What is kept over it is kept for as long as it lasts, so that nothing of a trial stays.</summary>
internal sealed class FaultyConnection(PlaceConnection inner, IReadOnlyDictionary<string, string> settings, TimeProvider clock) : AdapterConnection
{
    private readonly Dictionary<string, string> notes = new(inner.Notes);
    private readonly Dictionary<string, string> steps = [];

    public override Guid Id => inner.Id;

    public override Guid Subject => inner.Subject;

    public override IReadOnlyDictionary<string, string> Settings => settings;

    public override IReadOnlyDictionary<string, string> Notes => notes;

    public override IReadOnlyDictionary<string, string> Steps => steps;

    public override TimeProvider Clock => clock;

    public override HttpClient Http => inner.Http;

    public override AdapterKey Key => inner.Key;

    /// <summary>From now on it is about another record, of which nothing was done yet.</summary>
    public FaultyConnection Anew()
    {
        steps.Clear();
        return this;
    }

    public override Task KeepNote(string name, string? value, CancellationToken cancellation)
    {
        if (value is null)
            notes.Remove(name);
        else
            notes[name] = value;
        return Task.CompletedTask;
    }

    public override Task KeepStep(string name, string value, CancellationToken cancellation)
    {
        steps[name] = value;
        return Task.CompletedTask;
    }
}

/// <summary>A clock that is slow by a while.</summary>
internal sealed class SlowClock(TimeProvider right, TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() - by;
}
