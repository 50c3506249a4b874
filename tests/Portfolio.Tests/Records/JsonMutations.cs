using System.Text.Json.Nodes;

namespace Portfolio.Tests.Records;

// Every way of changing one place of a JSON document: a member added, removed or set to something else, an item doubled or dropped.
internal static class JsonMutations
{
    public static IEnumerable<(string What, string Json)> Of(byte[] json)
    {
        var paths = Paths(JsonNode.Parse(json)!, []).ToList();
        foreach (var path in paths)
            foreach (var (what, change) in Changes)
            {
                var root = JsonNode.Parse(json)!;
                if (change(path.Aggregate(root, Step)))
                    yield return ($"{what} at /{string.Join('/', path)}", root.ToJsonString());
            }
    }

    private static readonly (string, Func<JsonNode, bool>)[] Changes =
    [
        ("unknown member", node => node is JsonObject o && o.TryAdd("further", "text")),
        ("null", node => Replace(node, null)),
        ("number for a string", node => node is JsonValue && Replace(node, 7)),
        ("other text", node => node is JsonValue && Replace(node, "else")),
        ("empty text", node => node is JsonValue && Replace(node, "")),
        ("empty array", node => node is JsonArray && Replace(node, new JsonArray())),
        ("wrapped in an array", node => node.Parent is not null && Replace(node, new JsonArray(node.DeepClone()))),
        ("removed", Remove),
        ("doubled", node => node.Parent is JsonArray items && Add(items, node.DeepClone())),
    ];

    private static bool Replace(JsonNode node, JsonNode? other)
    {
        switch (node.Parent)
        {
            case JsonObject parent:
                parent[node.GetPropertyName()] = other;
                return true;
            case JsonArray parent:
                parent[node.GetElementIndex()] = other;
                return true;
            default:
                return false;
        }
    }

    private static bool Remove(JsonNode node) => node.Parent switch
    {
        JsonObject parent => parent.Remove(node.GetPropertyName()),
        // A list may be shorter and still be a record; then what changed is a claim, which signatures guard.
        JsonArray { Count: 1 } parent => parent.Remove(node),
        _ => false,
    };

    private static bool Add(JsonArray items, JsonNode copy)
    {
        items.Add(copy);
        return true;
    }

    private static JsonNode Step(JsonNode node, object step) => step is int index ? node[index]! : node[(string)step]!;

    private static IEnumerable<object[]> Paths(JsonNode node, object[] here)
    {
        yield return here;
        var children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
            foreach (var path in Paths(child!, [.. here, step]))
                yield return path;
    }
}
