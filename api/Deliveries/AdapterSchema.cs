using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>An adapter's settings as a JSON Schema (2020-12), for whoever draws a form or writes a file of them.</summary>
internal static class AdapterSchema
{
    public const int LongestValue = 2000;

    public static JsonElement Of(IEnumerable<AdapterSetting> settings, SettingOwner whose)
    {
        var theirs = settings.Where(setting => setting.Whose == whose).ToList();
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["type"] = "object",
            ["properties"] = new JsonObject(theirs.Select(setting => KeyValuePair.Create<string, JsonNode?>(setting.Name, Of(setting)))),
            ["required"] = new JsonArray([.. theirs.Where(setting => setting.Required).Select(setting => JsonValue.Create(setting.Name))]),
            ["additionalProperties"] = false,
        });
    }

    // All of them are written as text, numbers too: they are put in by hand and kept as they were put in.
    private static JsonObject Of(AdapterSetting setting)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = setting.About };
        if (setting.Choices is { Count: > 0 } choices)
            schema["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice))]);
        else if (setting.Type == SettingType.Number)
            schema["pattern"] = "^[0-9]{1,9}$";
        else
            (schema["minLength"], schema["maxLength"]) = (1, LongestValue);
        if (setting.Type == SettingType.Url)
            (schema["format"], schema["pattern"]) = ("uri", "^https://");
        if (setting.Type == SettingType.Secret)
            schema["writeOnly"] = true;
        return schema;
    }
}
