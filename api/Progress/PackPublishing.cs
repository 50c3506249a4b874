using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Curricula;
using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

/// <summary>What is handed in to be published: a pack, an overlay over one, or the name of one that came with the product.</summary>
internal static class PackPublishing
{
    public static async Task<PackReading> Read(Work work, byte[] utf8)
    {
        var document = Parsed(utf8);
        if (document is JsonObject named && named.ContainsKey("shipped"))
            return named.Count == 1 && named["shipped"] is JsonValue id && id.TryGetValue<string>(out var key) && RequirementPacks.Find(key) is { } shipped
                ? new(shipped, [])
                : new(null, [new("$.shipped", $"one of {RequirementPacks.Named}, and nothing beside it")]);
        var items = await FrameworkStore.Codes(work);
        if (!PackOverlay.Is(document))
            return PackReader.Handed(utf8, Knows);
        var packs = (await PackStore.All(work)).ToDictionary(kept => (kept.Pack.Id, kept.Pack.Version), kept => kept.Pack);
        return PackOverlay.Apply(utf8, (pack, version) => packs.GetValueOrDefault((pack, version)), Knows);

        bool Knows(string framework, string code) => items.Contains((framework, code));
    }

    // What cannot be parsed is refused where it is read as a pack, with its place.
    private static JsonNode? Parsed(byte[] utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
