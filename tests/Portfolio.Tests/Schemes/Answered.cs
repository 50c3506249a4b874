using System.Text.Json.Nodes;

namespace Portfolio.Tests.Schemes;

/// <summary>What an answer says otherwise than it was expected to. Members that nobody expected may be there; <c>name#</c> expects so many items.</summary>
internal static class Answered
{
    public static IEnumerable<string> Differs(JsonNode? expected, JsonNode? actual, string at) => expected switch
    {
        JsonObject members when actual is JsonObject of => members.SelectMany(member => member.Key.EndsWith('#')
            ? Counted(member.Value!.GetValue<int>(), of[member.Key[..^1]] as JsonArray, $"{at}.{member.Key}")
            : Differs(member.Value, of[member.Key], $"{at}.{member.Key}")),
        JsonArray items when actual is JsonArray of && of.Count == items.Count => items.SelectMany((item, i) => Differs(item, of[i], $"{at}[{i}]")),
        JsonValue value when actual is JsonValue of && Text(value) == Text(of) => [],
        null when actual is null => [],
        _ => [$"{at}: {actual?.ToJsonString() ?? "nothing"}, not {expected?.ToJsonString() ?? "nothing"}"],
    };

    private static IEnumerable<string> Counted(int expected, JsonArray? actual, string at) =>
        actual?.Count == expected ? [] : [$"{at}: {actual?.Count.ToString() ?? "nothing"}, not {expected}"];

    // A number is the same however many zeros it ends in.
    private static string Text(JsonValue value) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? $"{value.GetValue<decimal>() / 1.0000000000m}" : value.ToJsonString();
}
