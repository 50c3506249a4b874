using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portfolio.Tests.Http;

/// <summary>
/// Whether JSON is what a schema of the description says, as far as the description goes: a keyword that is not known here is a fault of its own,
/// because it would otherwise be believed without being looked at.
/// </summary>
internal sealed class FuzzSchema(JsonNode document)
{
    private static readonly string[] Words = ["description", "title", "default", "example", "examples", "deprecated"];

    public IEnumerable<string> Faults(JsonNode? value, JsonNode? schema, string at = "$")
    {
        var told = Resolve(schema);
        foreach (var (keyword, of) in told)
            foreach (var fault in Check(value, keyword, of!, told))
                yield return fault.StartsWith('$') ? fault : $"{at}: {fault}";

        IEnumerable<string> Check(JsonNode? node, string keyword, JsonNode of, JsonObject whole) => keyword switch
        {
            "type" => Types(of).Any(type => Is(node, type)) ? [] : [$"{Kind(node)} is not {of.ToJsonString()}"],
            "enum" => of.AsArray().Any(one => JsonNode.DeepEquals(one, node)) ? [] : [$"{node?.ToJsonString()} is none of {of.ToJsonString()}"],
            "properties" when node is JsonObject members => of.AsObject().Where(member => members.ContainsKey(member.Key))
                .SelectMany(member => Faults(members[member.Key], member.Value, $"{at}.{member.Key}")),
            "required" when node is JsonObject members => of.AsArray().Select(name => (string)name!).Where(name => !members.ContainsKey(name)).Select(name => $"{name} is missing"),
            "additionalProperties" when node is JsonObject members && of is JsonValue open => open.GetValue<bool>()
                ? [] : members.Select(member => member.Key).Except(Names(whole)).Select(name => $"{name} is not described"),
            "additionalProperties" when node is JsonObject members => members.Where(member => !Names(whole).Contains(member.Key))
                .SelectMany(member => Faults(member.Value, of, $"{at}.{member.Key}")),
            "items" when node is JsonArray items => items.SelectMany((item, index) => Faults(item, of, $"{at}[{index}]")),
            "minItems" when node is JsonArray items => items.Count >= (int)of ? [] : [$"{items.Count} items are too few"],
            "maxItems" when node is JsonArray items => items.Count <= (int)of ? [] : [$"{items.Count} items are too many"],
            "uniqueItems" when node is JsonArray items => items.Select(item => item?.ToJsonString()).Distinct().Count() == items.Count ? [] : ["an item stands twice"],
            "pattern" when Text(node) is { } text => Regex.IsMatch(text, (string)of!) ? [] : [$"'{text}' is not of the pattern {of}"],
            "format" => Format(node, (string)of!),
            "minLength" when Text(node) is { } text => Length(text) >= (int)of ? [] : ["the text is too short"],
            "maxLength" when Text(node) is { } text => Length(text) <= (int)of ? [] : ["the text is too long"],
            "minimum" when Number(node) is { } number => number >= Number(of) ? [] : [$"{number} is too little"],
            "maximum" when Number(node) is { } number => number <= Number(of) ? [] : [$"{number} is too much"],
            "oneOf" => of.AsArray().Count(one => !Faults(node, one, at).Any()) is 1 ? [] : [.. of.AsArray().SelectMany(one => Faults(node, one, at)), "it is not exactly one of the forms"],
            "anyOf" => of.AsArray().Any(one => !Faults(node, one, at).Any()) ? [] : ["it is none of the forms"],
            "allOf" => of.AsArray().SelectMany(one => Faults(node, one, at)),
            "properties" or "required" or "additionalProperties" or "items" or "minItems" or "maxItems" or "uniqueItems" or "pattern" or "minLength" or "maxLength" or "minimum" or "maximum" => [],
            _ => Words.Contains(keyword) ? [] : [$"the keyword {keyword} is not known to this check"],
        };
    }

    public JsonObject Resolve(JsonNode? schema)
    {
        while (schema is JsonObject there && (string?)there["$ref"] is { } reference)
            schema = reference[2..].Split('/').Aggregate(document, (at, name) => at[name]!);
        return schema?.AsObject() ?? [];
    }

    /// <summary>The types that a schema lets through: none told is all of them.</summary>
    public static IReadOnlyList<string> Types(JsonNode? type) => type switch
    {
        JsonArray several => [.. several.Select(one => (string)one!)],
        JsonValue one => [(string)one!],
        _ => ["string", "integer", "number", "boolean", "object", "array", "null"],
    };

    private static IEnumerable<string> Names(JsonObject whole) => whole["properties"]?.AsObject().Select(member => member.Key) ?? [];

    private static bool Is(JsonNode? node, string type) => (type, Kind(node)) switch
    {
        ("integer", JsonValueKind.Number) => Number(node) is { } number && decimal.IsInteger(number),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        (_, var kind) => string.Equals(type, kind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> Format(JsonNode? node, string format) => (format, Text(node), Number(node)) switch
    {
        ("uuid", { } text, _) when !Guid.TryParseExact(text, "D", out _) => [$"'{text}' is no uuid"],
        ("date", { } text, _) when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => [$"'{text}' is no date"],
        ("date-time", { } text, _) when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) || !text.Contains('T', StringComparison.Ordinal) => [$"'{text}' is no time"],
        ("uri", { } text, _) when !Uri.TryCreate(text, UriKind.Absolute, out _) => [$"'{text}' is no address"],
        ("email", { } text, _) when !text.Contains('@', StringComparison.Ordinal) => ["it is no e-mail address"],
        ("int16", _, { } number) when number is < short.MinValue or > short.MaxValue => [$"{number} is no int16"],
        ("int32", _, { } number) when number is < int.MinValue or > int.MaxValue => [$"{number} is no int32"],
        ("uuid" or "date" or "date-time" or "uri" or "email" or "int16" or "int32" or "int64" or "double" or "byte", _, _) => [],
        _ => [$"the format {format} is not known to this check"],
    };

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static string? Text(JsonNode? node) => Kind(node) == JsonValueKind.String ? node!.GetValue<string>() : null;

    private static decimal? Number(JsonNode? node) => Kind(node) == JsonValueKind.Number ? decimal.Parse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static int Length(string text) => text.EnumerateRunes().Count();
}
