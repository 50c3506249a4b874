using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Portfolio.Tests.Http;

/// <summary>Bodies: what a schema lets through, and what becomes of it when it is put wrong.</summary>
internal sealed class FuzzBodies(FuzzChance chance, FuzzSchema schemas)
{
    private static readonly string[] OtherTypes =
        ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "application/json; charset=", "garbage", "application/jsonp", "text/csv"];

    /// <summary>A body of that type, right or wrong, and what it is called.</summary>
    public (string? Type, byte[] Bytes) Make(FuzzMedia media, JsonNode? right)
    {
        var (type, bytes) = chance.Below(20) switch
        {
            0 => (media.Type, Raw()),
            1 => (chance.One(OtherTypes), Valid(media, right)),
            2 => (null, Valid(media, right)),
            3 => (media.Type, Broken(Valid(media, right))),
            < 9 => (media.Type, Mutated(media, right)),
            _ => (media.Type, Valid(media, right)),
        };
        return (type is not null && MediaTypeHeaderValue.TryParse(type, out _) && chance.In(10) && !type.Contains(';', StringComparison.Ordinal) ? type + "; charset=utf-8" : type, bytes);
    }

    private byte[] Valid(FuzzMedia media, JsonNode? right) => media.Type switch
    {
        "application/json" => Utf8((right is not null && chance.In(60) ? right : ByName(media)).ToJsonString()),
        "application/x-www-form-urlencoded" => Utf8(Form(ByName(media).AsObject())),
        _ => Utf8(media.Example is JsonValue text ? (string)text! : media.Example?.ToJsonString() ?? chance.Text()),
    };

    private JsonNode ByName(FuzzMedia media) => chance.In(40) && media.Example is JsonObject example ? WithIds(example.DeepClone(), "") : Value(media.Schema, "")!;

    /// <summary>The example's ids are nobody's: ours stand in their places.</summary>
    private JsonNode WithIds(JsonNode node, string name)
    {
        if (node is JsonObject members)
            return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : WithIds(member.Value, member.Key).DeepClone())));
        if (node is JsonArray items)
            return new JsonArray([.. items.Select(item => item is null ? null : WithIds(item, name).DeepClone())]);
        return node is JsonValue text && text.TryGetValue<string>(out var id) && Guid.TryParseExact(id, "D", out _) ? JsonValue.Create(chance.Id(name)) : node;
    }

    private JsonNode? Value(JsonNode? schema, string name)
    {
        var told = schemas.Resolve(schema);
        if (told["oneOf"] is JsonArray forms)
            return Value(chance.One([.. forms]), name);
        if (told["enum"] is JsonArray codes)
            return chance.One([.. codes])?.DeepClone();
        var types = FuzzSchema.Types(told["type"]);
        return types.Contains("null") && chance.In(20) ? null : types.FirstOrDefault(type => type != "null") switch
        {
            "string" => JsonValue.Create(String(told, name)),
            "integer" => JsonValue.Create(Number(told)),
            "number" => JsonValue.Create(0.1 * chance.Below(11)),
            "boolean" => JsonValue.Create(chance.In(50)),
            "array" => new JsonArray([.. Enumerable.Range(0, (int?)told["minItems"] ?? chance.Below(4)).Select(_ => Value(told["items"], name))]),
            _ => Members(told),
        };
    }

    private JsonObject Members(JsonObject told)
    {
        var required = told["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var made = new JsonObject();
        foreach (var (name, schema) in told["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || chance.In(60))
                made[name] = Value(schema, name);
        return made;
    }

    private string String(JsonObject told, string name) => ((string?)told["format"], (string?)told["pattern"]) switch
    {
        ("uuid", _) => name == "id" ? $"{new Guid(chance.Bytes(16))}" : chance.Id(name),
        ("date", _) => chance.Day(),
        ("date-time", _) => chance.Day() + "T15:00:00Z",
        ("email", _) => $"a{chance.Below(100)}@example.org",
        (_, { } hash) when hash.Contains("64", StringComparison.Ordinal) => Convert.ToHexStringLower(chance.Bytes(32)),
        (_, { } clock) when clock.Contains(':', StringComparison.Ordinal) => $"{chance.Below(24):00}:{chance.Below(60):00}:00",
        (_, { }) => $"k{chance.Below(100_000)}",
        _ => Fitting(told, name),
    };

    // Most texts are ordinary; one in three is what somebody hostile would write.
    private string Fitting(JsonObject told, string name)
    {
        var text = chance.In(33) ? chance.Text() : name switch { "timeZone" => "Europe/London", "body" => "GMC", "number" => $"99{chance.Below(100_000):00000}", _ => $"Text {chance.Below(100)}" };
        return text.Length > ((int?)told["maxLength"] ?? int.MaxValue) ? text[..(int)told["maxLength"]!] : text;
    }

    private long Number(JsonObject told)
    {
        var (least, most) = (Limit("minimum", 0), Limit("maximum", 100));
        return least + chance.Below((int)Math.Min(int.MaxValue, most - least + 1));

        long Limit(string keyword, long otherwise) => told[keyword] is { } limit ? long.Parse(limit.ToString(), CultureInfo.InvariantCulture) : otherwise;
    }

    private byte[] Mutated(FuzzMedia media, JsonNode? right)
    {
        if (media.Type != "application/json")
            return Broken(Valid(media, right));
        var body = (right is not null && chance.In(60) ? right : ByName(media)).DeepClone();
        for (var times = 1 + chance.Below(3); times > 0; times--)
            body = Mutate(body);
        var text = body.ToJsonString();
        if (body is JsonObject { Count: > 0 } twice && chance.In(10))
            text = $"{{{JsonValue.Create(twice.First().Key).ToJsonString()}:7,{text[1..]}";
        return Utf8(text.Replace("\"RAW\"", Unwritable(), StringComparison.Ordinal));
    }

    private JsonNode Mutate(JsonNode body)
    {
        var place = chance.One([.. Places(body)]);
        if (place == body && chance.In(50))
            return body;
        switch (place)
        {
            case JsonObject members when chance.In(40):
                members[chance.In(50) ? "further" : chance.Text()] = Any(3);
                return body;
            case JsonObject { Count: > 0 } members when chance.In(60):
                members.Remove(chance.One([.. members.Select(member => member.Key)]));
                return body;
            case { Parent: JsonObject parent }:
                parent[place.GetPropertyName()] = Any(2);
                return body;
            case { Parent: JsonArray parent }:
                parent[place.GetElementIndex()] = Any(2);
                return body;
            default:
                return Any(3) ?? new JsonArray();
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => Enumerable.Empty<JsonNode?>(),
    }).OfType<JsonNode>().SelectMany(Places).Append(node);

    private JsonNode? Any(int deep) => chance.Below(deep > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(chance.In(50)),
        2 => JsonValue.Create(chance.One([0L, -1, 1, int.MaxValue, (long)int.MaxValue + 1, long.MinValue, 32768, 601])),
        3 => JsonValue.Create(0.1 + chance.Below(9)),
        4 or 5 => JsonValue.Create(chance.Text()),
        6 => JsonValue.Create("RAW"),
        7 => new JsonArray([.. Enumerable.Range(0, chance.One([1, 2, 300])).Select(_ => Any(deep - 1))]),
        _ => new JsonObject { [chance.Text()] = Any(deep - 1), ["id"] = chance.Id("id") },
    };

    // What a writer of JSON would not write.
    private string Unwritable() => chance.One(
    [
        "1e999", "-0", "1E+2", "0x10", "NaN", "01", "99999999999999999999999999", "0.1e-400", "'text'", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"a\u0001b\"", "tru", "[1,]", "{\"a\":1,\"a\":2}", "\"\\x\"",
        string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70)), string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000),
    ]);

    private byte[] Raw() => chance.Below(12) switch
    {
        0 => [],
        1 => "null"u8.ToArray(),
        2 => "[]"u8.ToArray(),
        3 => [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'],
        4 => Encoding.Unicode.GetBytes("{}"),
        5 => Utf8(new string('[', 100_000)),
        6 => Utf8("grant_type=client_credentials&client_id=x&client_id=y"),
        7 => Utf8(new string(' ', 1 << 20) + "{}"),
        8 => Utf8($"{{\"name\":\"{new string('x', 1 << 20)}\"}}"),
        9 => "{}"u8.ToArray(),
        _ => chance.Bytes(chance.Below(400)),
    };

    private byte[] Broken(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        switch (chance.Below(4))
        {
            case 0:
                return bytes[..chance.Below(bytes.Length)];
            case 1:
                return [.. bytes, .. chance.Bytes(1 + chance.Below(4))];
            default:
                for (var times = 1 + chance.Below(4); times > 0; times--)
                    bytes[chance.Below(bytes.Length)] = chance.Bytes(1)[0];
                return bytes;
        }
    }

    private string Form(JsonObject members) => string.Join('&', members.Where(member => member.Value is JsonValue).Select(member =>
        $"{Uri.EscapeDataString(member.Key)}={(chance.In(5) ? "%ZZ%" : Uri.EscapeDataString(member.Value!.ToString()))}"));

    // A lone surrogate has no bytes of its own: it goes out as the escapes that JSON has for it.
    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
