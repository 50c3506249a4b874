using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using JsonManners = Portfolio.Api.Http.Json;

namespace Portfolio.Tests.Http;

/// <summary>Every way of putting one place of a right body wrong, and the body as a whole. Which members must be there is asked of the body's type.</summary>
internal static class BodyMutations
{
    private const string Raw = "RAW";

    private sealed record Place(object[] Path, JsonNode? Node, bool Required, bool Nullable);

    static BodyMutations() => JsonManners.Options.MakeReadOnly(populateMissingResolver: true);

    public static IEnumerable<(string What, HttpContent Content)> Of(JsonObject body, Type type)
    {
        foreach (var (what, content) in Whole(body))
            yield return (what, content);
        foreach (var place in Places(body, type, [], required: true, nullable: false))
            foreach (var (what, json) in Of(body, place))
                yield return ($"{what} at /{string.Join('/', place.Path)}", Json(json));
    }

    public static HttpContent Json(string json, string type = "application/json") => Content(Encoding.UTF8.GetBytes(json), type);

    /// <summary>The members that a body's type has, with those of the types inside it.</summary>
    public static IEnumerable<string> Missing(JsonNode body, Type type) => JsonManners.Options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } info => info.Properties.SelectMany(member =>
            body[member.Name] is { } inside ? Missing(inside, member.PropertyType) : [$"{type.Name}.{member.Name}"]),
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } => body.AsArray().SelectMany(inside => Missing(inside!, item)),
        _ => [],
    };

    private static IEnumerable<(string, HttpContent)> Whole(JsonObject body)
    {
        var right = body.ToJsonString();
        foreach (var wrong in new[] { "", " ", "null", "[]", "7", "\"text\"", right[..^1], right + "}", right + right, $"[{right}]", "\0", right.Replace('"', '\''), "/**/" + right })
            yield return ($"a body of {wrong[..Math.Min(20, wrong.Length)]}", Json(wrong));
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp" })
            yield return ("a body called " + type, Json(right, type));
        yield return ("a body of an unknown charset", Json(right, "application/json; charset=unheard-of"));
        yield return ("a body in another charset than it says", Json(right, "application/json; charset=utf-16"));
        yield return ("a body of no type", new ByteArrayContent(Encoding.UTF8.GetBytes(right)));
        yield return ("a body of invalid UTF-8", Content([.. Encoding.UTF8.GetBytes(right)[..^2], 0xC3, 0x28, (byte)'"', (byte)'}'], "application/json"));
    }

    private static IEnumerable<(string, string)> Of(JsonObject body, Place place)
    {
        if (place.Node is JsonObject members)
        {
            yield return ("an unknown member", Changed(body, place.Path, node => node!.AsObject().Add("further", 7)));
            yield return ("a member in other letters", Changed(body, place.Path, node => node!.AsObject().Add(members.First().Key.ToUpperInvariant(), members.First().Value?.DeepClone())));
            foreach (var member in members)
                yield return ($"{member.Key} twice", Changed(body, place.Path, node => node!.AsObject().Add(Raw, member.Value?.DeepClone())).Replace(Raw, member.Key, StringComparison.Ordinal));
        }
        if (place.Path.Length == 0)
            yield break;
        if (place.Required && place.Path[^1] is string)
            yield return ("nothing", Changed(body, place.Path[..^1], parent => parent!.AsObject().Remove((string)place.Path[^1])));
        foreach (var wrong in Wrong(place))
            yield return (wrong.Length > 40 ? wrong[..40] : wrong, Put(body, place.Path, wrong));
    }

    /// <summary>What cannot stand in that place, as JSON or as what only looks like it.</summary>
    private static IEnumerable<string> Wrong(Place place)
    {
        string[] values = place.Node!.GetValueKind() switch
        {
            JsonValueKind.String =>
            [
                "7", "true", "{}", "[]", "\"\"", "\"   \"", "\"a\\u0000b\"", "\"a\\u0007b\"", "\"a\\nb\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\u202Eb\"",
                $"\"{new string('x', 1_000_000)}\"", "\"a\u0001b\"", "'text'",
                .. DateOnly.TryParse(place.Node.GetValue<string>(), CultureInfo.InvariantCulture, out _)
                    ? new[] { "\"0001-01-01\"", "\"9999-12-31\"", "\"2025-02-30\"", "\"2025-01-01T00:00:00Z\"", "\"01/02/2025\"" } : [],
            ],
            JsonValueKind.Number => ["\"7\"", "true", "{}", "[]", "0", "-1", "1.00001", "1e999", "-1e999", "99999999999999999999", "NaN", "0x7", "+1", "\"\""],
            JsonValueKind.True or JsonValueKind.False => ["\"true\"", "1", "{}", "[]", "True"],
            JsonValueKind.Array => ["{}", "\"text\"", "7", "[[]]", "[null]", "[{}]"],
            _ => ["[]", "\"text\"", "7"],
        };
        return [.. values, .. place.Nullable ? Array.Empty<string>() : ["null"], new string('[', 10_000) + new string(']', 10_000)];
    }

    private static IEnumerable<Place> Places(JsonNode? node, Type type, object[] at, bool required, bool nullable)
    {
        yield return new(at, node, required, nullable);
        var inside = JsonManners.Options.GetTypeInfo(type) switch
        {
            { Kind: JsonTypeInfoKind.Object } info => node!.AsObject().SelectMany(member => Of(info.Properties.Single(property => property.Name == member.Key), member.Value)),
            { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } => node!.AsArray().SelectMany((of, index) => Places(of, item, [.. at, index], false, false)),
            _ => [],
        };
        foreach (var place in inside)
            yield return place;

        IEnumerable<Place> Of(JsonPropertyInfo member, JsonNode? value) => Places(value, member.PropertyType, [.. at, member.Name],
            !member.AssociatedParameter!.HasDefaultValue,
            Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.AssociatedParameter.IsNullable));
    }

    private static string Put(JsonObject body, object[] path, string json) =>
        Changed(body, path[..^1], parent => Set(parent!, path[^1], Raw)).Replace($"\"{Raw}\"", json, StringComparison.Ordinal);

    private static string Changed(JsonObject body, object[] path, Action<JsonNode?> change)
    {
        var copy = body.DeepClone();
        change(path.Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!));
        return copy.ToJsonString();
    }

    private static void Set(JsonNode parent, object step, JsonNode value)
    {
        if (step is int index)
            parent[index] = value;
        else
            parent[(string)step] = value;
    }

    private static ByteArrayContent Content(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
