using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>A platform as the programme set it, without any trainee: what an adapter notes about it while it is tried is not kept.</summary>
internal sealed class PlatformConnection(Guid platform, IReadOnlyDictionary<string, string> settings, TimeProvider clock, HttpClient http, AdapterKey key) : AdapterConnection
{
    private readonly Dictionary<string, string> notes = [];

    public override Guid Id => platform;

    public override Guid Subject => platform;

    public override IReadOnlyDictionary<string, string> Settings => settings;

    public override IReadOnlyDictionary<string, string> Notes => notes;

    public override IReadOnlyDictionary<string, string> Steps { get; } = new Dictionary<string, string>();

    public override TimeProvider Clock => clock;

    public override HttpClient Http => http;

    public override AdapterKey Key => key;

    public override Task KeepNote(string name, string? value, CancellationToken cancellation)
    {
        if (value is null)
            notes.Remove(name);
        else
            notes[name] = value;
        return Task.CompletedTask;
    }

    public override Task KeepStep(string name, string value, CancellationToken cancellation) => throw new InvalidOperationException("A step was kept of no delivery.");
}
