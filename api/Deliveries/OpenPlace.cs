using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>A place with the adapter that goes there.</summary>
internal sealed record OpenPlace(IPortfolioAdapter Adapter, PlaceConnection Connection, Repeating Repeating)
{
    /// <summary>Whether everything is set that has to be known.</summary>
    public static bool HasAll(IPortfolioAdapter adapter, PlaceConnection connection) =>
        adapter.Description.Settings.All(setting => !setting.Required || connection.Settings.ContainsKey(setting.Name));
}
