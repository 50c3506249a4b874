using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>An item, and what corresponds to it in another framework.</summary>
internal sealed record Corresponding(FrameworkItem Item, IReadOnlyList<CorrespondingItem> SeenAs);

/// <summary>Items of one framework as they are seen under another: what a crosswalk says, from either side, and nothing else.</summary>
internal static class Crosswalk
{
    /// <param name="codes">Codes of items of the framework that it is seen from; what it does not have is passed over.</param>
    public static IReadOnlyList<Corresponding> Show(IEnumerable<string> codes, Framework from, Framework to) =>
        [.. codes.Select(from.Item).OfType<FrameworkItem>().Select(item => new Corresponding(item, Show(item, from, to)))];

    private static List<CorrespondingItem> Show(FrameworkItem item, Framework from, Framework to)
    {
        if (from.Id == to.Id)
            return to.Item(item.Code) is { } same ? [new(same.Code, same.Title, FrameworkItems.Same)] : [];
        var own = Direct(item, from, to);
        // What has no line of its own is seen with what it belongs under, and says so.
        return own.Count > 0 ? own
            : from.Above(item).Select(above => Direct(above, from, to).Select(seen => seen with { Via = above.Code }).ToList()).FirstOrDefault(seen => seen.Count > 0) ?? [];
    }

    private static List<CorrespondingItem> Direct(FrameworkItem item, Framework from, Framework to)
    {
        var there = (item.MapsTo ?? []).Where(mapping => mapping.Framework == to.Id).Select(mapping => (Item: to.Item(mapping.Code), Mapping: mapping));
        var back = to.Items.SelectMany(other => (other.MapsTo ?? []).Where(mapping => mapping.Framework == from.Id && mapping.Code == item.Code).Select(mapping => (Item: (FrameworkItem?)other, Mapping: mapping)));
        return [.. there.Concat(back).Where(line => line.Item is not null).DistinctBy(line => line.Item!.Code)
            .Select(line => new CorrespondingItem(line.Item!.Code, line.Item.Title, line.Mapping.Provenance, line.Mapping.Source))];
    }
}
