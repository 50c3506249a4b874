using System.Text.Json.Nodes;

namespace Portfolio.Adapters.Xapi;

/// <summary>Whether a store has what was sent: by what it may not change, and not by how it writes it (xAPI 1.0.3, part 2, section 2.3.1).</summary>
internal static class SameStatement
{
    // Descriptions are not part of what a statement says, and defaults may be left out or written.
    private static readonly string[] Descriptions = ["display", "definition"];
    private static readonly string[] Parts = ["actor", "verb", "object", "result", "context"];

    public static bool Is(JsonObject sent, JsonNode? stored) =>
        stored is JsonObject there && Parts.All(part => JsonNode.DeepEquals(Plain(sent[part]), Plain(there[part])))
        && SameTime((string?)sent["timestamp"], there["timestamp"] is JsonValue time && time.TryGetValue(out string? text) ? text : null);

    private static bool SameTime(string? sent, string? stored) =>
        sent is null || (DateTimeOffset.TryParse(sent, out var one) && DateTimeOffset.TryParse(stored, out var other) && one == other);

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject of => new JsonObject(of
            .Where(member => !Descriptions.Contains(member.Key) && !(member is { Key: "objectType", Value: JsonValue kind } && (string?)kind is "Agent" or "Activity"))
            .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))),
        JsonArray of => new JsonArray([.. of.Select(Plain)]),
        // Ids may come back in capitals, and nothing else of ours differs by them alone.
        JsonValue value when value.TryGetValue(out string? text) => Guid.TryParse(text, out var id) ? id.ToString() : text,
        _ => node?.DeepClone(),
    };
}
