using System.Text.Json.Nodes;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// A pack that uses every member there is, and what becomes of it with one thing changed.
internal static class Everything
{
    public static string Document { get; } = File.ReadAllText(Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Data", "packs", "everything.json"));

    public static RequirementPack Pack { get; } = PackReader.Read(BrokenPacks.Bytes(Document)).Pack!;

    public static BrokenPacks.Broken Broken(string path, Action<JsonObject> change, bool schema = true) => new(path, schema, With(change));

    public static string With(Action<JsonObject> change)
    {
        var pack = JsonNode.Parse(Document)!.AsObject();
        change(pack);
        return pack.ToJsonString();
    }

    public static JsonObject Rule(this JsonObject pack, int index) => pack["rules"]![index]!.AsObject();

    public static void Put(this JsonObject parent, string member, JsonNode? value) =>
        parent[member] = new JsonObject { ["value"] = value, ["confirmed"] = false, ["note"] = "Made up." };
}
