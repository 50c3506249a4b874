using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>The adapters there are, by their names.</summary>
internal sealed class Adapters(IEnumerable<IPortfolioAdapter> all)
{
    public IReadOnlyList<IPortfolioAdapter> All { get; } = [.. all.OrderBy(adapter => adapter.Description.Name, StringComparer.Ordinal)];

    public IPortfolioAdapter? Find(string name) => All.FirstOrDefault(adapter => adapter.Description.Name == name);
}
