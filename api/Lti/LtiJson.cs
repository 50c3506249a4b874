using System.Text.Json;

namespace Portfolio.Api.Lti;

/// <summary>Reads what others sent: what is not there, or not of its kind, is nothing.</summary>
internal static class LtiJson
{
    public const int Longest = 255;

    public static JsonElement? Of(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } of && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(JsonElement? json, string name) => Of(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> Each(JsonElement? json, string name) => Of(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Fits(string? text) => text?.Trim() is { Length: > 0 and <= Longest } fits ? fits : null;
}
