using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework as some file has it.</summary>
/// <param name="Place">Where in the file a member of an item stands, or one of the framework where no item is given.</param>
/// <param name="Whole">Whether the form can say all that a framework has; what it cannot say stays as it is in the version before.</param>
/// <param name="NamesVersion">Whether the file says which version it is.</param>
internal sealed record FrameworkRead(Framework Framework, Func<int?, string, string> Place, bool Whole, bool NamesVersion)
{
    /// <summary>Parents before children, otherwise in the order of the file.</summary>
    public static IReadOnlyList<FrameworkItem> Ordered(IReadOnlyList<FrameworkItem> items)
    {
        var below = items.ToLookup(item => item.Parent ?? "", StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        if (items.All(item => (item.Parent is null || done.Contains(item.Parent)) && done.Add(item.Code)))
            return items;
        var ordered = new List<FrameworkItem>(items.Count);
        var waiting = new Stack<FrameworkItem>(items.Where(item => item.Parent is null).Reverse());
        while (waiting.TryPop(out var item))
        {
            ordered.Add(item);
            foreach (var child in below[item.Code].Reverse())
                waiting.Push(child);
        }
        return ordered;
    }
}
