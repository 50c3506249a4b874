using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>The adapters there are, by their names.</summary>
/// <exception cref="RefusedException">One of them describes itself wrongly, or two have one name.</exception>
internal sealed class Adapters(IEnumerable<IPortfolioAdapter> all)
{
    public IReadOnlyList<IPortfolioAdapter> All { get; } = Checked([.. all.OrderBy(adapter => adapter.Description.Name, StringComparer.Ordinal)]);

    public IPortfolioAdapter? Find(string name) => All.FirstOrDefault(adapter => adapter.Description.Name == name);

    private static IReadOnlyList<IPortfolioAdapter> Checked(IReadOnlyList<IPortfolioAdapter> all)
    {
        if (all.GroupBy(adapter => adapter.Description.Name).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new RefusedException($"Two adapters are called {twice.Key}: {string.Join(" and ", twice.Select(adapter => adapter.GetType().Assembly.GetName().Name).Order(StringComparer.Ordinal))}.");
        foreach (var adapter in all)
            if (AdapterCheck.WhyNot(adapter.Description) is { } fault)
                throw new RefusedException($"The adapter {adapter.GetType().FullName} describes itself wrongly: {fault}");
        return all;
    }
}
