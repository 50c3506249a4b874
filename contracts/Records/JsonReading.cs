using System.Text.Json;

namespace Portfolio.Contracts.Records;

// Reading JSON that may be anything: what is missing or of another type reads as absent.
internal static class JsonReading
{
    public static JsonElement Member(this JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement node, string name) =>
        node.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement node, string name) =>
        node.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static string? One(this IReadOnlyList<Fact> facts, string key)
    {
        string? found = null;
        foreach (var fact in facts)
            if (fact.Key == key)
                found ??= fact.Value;
        return found;
    }
}
