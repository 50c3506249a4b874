using System.Text.Json;
using Portfolio.Api.Http;

namespace Portfolio.Api.Curricula;

/// <summary>The frameworks that come with the service: only what a public source confirms. Everything else is for whoever deploys to load.</summary>
internal static class Frameworks
{
    /// <summary>When what is shipped was last changed, for whoever keeps a copy.</summary>
    public static readonly DateTimeOffset ChangedAt = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Framework> All { get; } = Read();

    private static readonly Dictionary<Guid, Framework> ByItem =
        All.SelectMany(framework => framework.Items.Select(item => (Id: framework.ItemId(item), framework))).ToDictionary(item => item.Id, item => item.framework);

    public static Framework? Find(string id) => All.SingleOrDefault(framework => framework.Id == id);

    /// <summary>The shipped framework that an item belongs to, by its id in CASE.</summary>
    public static Framework? OfItem(Guid item) => ByItem.GetValueOrDefault(item);

    private static Framework[] Read()
    {
        using var stream = typeof(Frameworks).Assembly.GetManifestResourceStream("Portfolio.Api.Curricula.frameworks.json")!;
        return JsonSerializer.Deserialize<Framework[]>(stream, Json.Options)!;
    }
}
