using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Deliveries;

/// <summary>
/// What is kept about a trainee's place, and about a delivery to it. Not under the trainee's own key: where they were erased, what is out there is still to be taken back.
/// </summary>
internal sealed class PlaceSeal(MasterKey master)
{
    public const string Settings = "outward_place.settings", Notes = "outward_place.notes", Steps = "delivery.steps";

    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="about">The place, or the delivery.</param>
    /// <param name="what">Which of the three above.</param>
    /// <param name="values">What is sealed.</param>
    /// <returns>Nothing where there is nothing to seal.</returns>
    public byte[]? Close(Guid programme, Guid about, string what, IReadOnlyDictionary<string, string> values) =>
        values.Count == 0 ? null : master.Wrap(JsonSerializer.SerializeToUtf8Bytes(values, Json.Options), programme, about, what);

    public IReadOnlyDictionary<string, string> Open(Guid programme, Guid about, string what, byte[]? closed) =>
        closed is null ? Nothing : JsonSerializer.Deserialize<Dictionary<string, string>>(master.Unwrap(closed, programme, about, what), Json.Options)!;
}
