using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>One trainee's place at one platform, as its adapter sees it. What the adapter keeps is kept in transactions of its own, committed before the adapter goes on.</summary>
internal sealed class PlaceConnection(PlaceConnections places, PlaceRow place, IReadOnlyDictionary<string, string> settings, HttpClient http, AdapterKey key) : AdapterConnection
{
    private IReadOnlyDictionary<string, string> notes = places.Seal.Open(place.Programme, place.Id, PlaceSeal.Notes, place.Notes);
    private IReadOnlyDictionary<string, string> steps = new Dictionary<string, string>();

    public Guid Programme => place.Programme;

    public Guid Platform => place.PlatformId;

    public Guid Person => place.PersonId;

    /// <summary>The name of the platform's adapter.</summary>
    public string Adapter => place.Adapter;

    /// <summary>The delivery that this is about; nothing where it is about the connection alone.</summary>
    public Guid? Delivery { get; private set; }

    public override Guid Id => place.Id;

    public override Guid Subject => place.Subject;

    public override IReadOnlyDictionary<string, string> Settings => settings;

    public override IReadOnlyDictionary<string, string> Notes => notes;

    public override IReadOnlyDictionary<string, string> Steps => steps;

    public override TimeProvider Clock => places.Clock;

    public override HttpClient Http => http;

    public override AdapterKey Key => key;

    /// <summary>From now on it is about this delivery.</summary>
    public PlaceConnection For(Guid delivery, byte[]? sealedSteps)
    {
        (Delivery, steps) = (delivery, places.Seal.Open(Programme, delivery, PlaceSeal.Steps, sealedSteps));
        return this;
    }

    public override async Task KeepNote(string name, string? value, CancellationToken cancellation) =>
        notes = await places.Keep(place, PlaceSeal.Notes, place.Id, name, value, cancellation);

    public override async Task KeepStep(string name, string value, CancellationToken cancellation) => steps = await places.Keep(
        place, PlaceSeal.Steps, Delivery ?? throw new InvalidOperationException("A step was kept of no delivery."), name, value, cancellation);
}

/// <summary>A place as it is kept.</summary>
internal sealed record PlaceRow(
    Guid Programme, Guid Id, Guid PlatformId, Guid PersonId, Guid Subject, string Adapter, byte[] PlatformSettings, byte[]? Settings, byte[]? Notes);
