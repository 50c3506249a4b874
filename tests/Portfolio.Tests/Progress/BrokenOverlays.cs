using System.Text.Json.Nodes;

namespace Portfolio.Tests.Progress;

// A right overlay on the North West pack with one thing wrong at a time.
internal static class BrokenOverlays
{
    public const string Good = """
        {
          "over": { "id": "uk-nw-core", "version": 1 },
          "id": "riverside", "version": 1, "title": { "en": "Riverside" }, "validFrom": "2024-08-01",
          "changes": [
            { "at": "$.rules[sessions].minimum", "value": { "value": 30, "confirmed": false, "note": "The trust's own." }, "why": "Riverside asks for a session more each quarter." },
            { "at": "$.rules[cases]", "value": { "kind": "presentations", "id": "cases", "minimum": { "value": 2, "confirmed": false },
              "roles": { "value": ["presented"], "confirmed": false }, "accepted": { "value": ["contemporaneous"], "confirmed": false } }, "why": "Each member presents twice." },
            { "at": "$.unlocks", "value": { "value": { "en": "A case at Riverside" }, "confirmed": false }, "why": "What Riverside offers." }
          ]
        }
        """;

    public static IReadOnlyDictionary<string, BrokenPacks.Broken> All { get; } = new Dictionary<string, BrokenPacks.Broken>
    {
        ["less without saying so"] = Value("$.changes[0].value", 20, schema: false),
        ["an unknown member"] = Change("$.colour", overlay => overlay["colour"] = "red"),
        ["over an unknown pack"] = Change("$.over", overlay => overlay["over"]!["id"] = "nowhere", schema: false),
        ["over an unknown version"] = Change("$.over", overlay => overlay["over"]!["version"] = 9, schema: false),
        ["over itself"] = Change("$.over", overlay => overlay["id"] = "uk-nw-core", schema: false),
        ["before the pack beneath"] = Change("$.validFrom", overlay => overlay["validFrom"] = "2021-01-01", schema: false),
        ["no change"] = Change("$.changes", overlay => overlay["changes"] = new JsonArray()),
        ["a change of nothing there is"] = Change("$.changes[0].at", overlay => overlay["changes"]![0]!["at"] = "$.rules[tea].minimum", schema: false),
        ["a change of the id"] = Change("$.changes[0].at", overlay => overlay["changes"]![0]!["at"] = "$.id"),
        ["a change of a unit"] = Change("$.changes[0].at", overlay => overlay["changes"]![0]!["at"] = "$.rules[sessions].unit"),
        ["a change of all rules"] = Change("$.changes[0].at", overlay => overlay["changes"]![0]!["at"] = "$.rules"),
        ["a change without why"] = Change("$.changes[0]", overlay => overlay["changes"]![0]!.AsObject().Remove("why")),
        ["a change whose why says nothing"] = Change("$.changes[0].why", overlay => overlay["changes"]![0]!["why"] = "  "),
        ["a change to nothing"] = Change("$.changes[0].value", overlay => overlay["changes"]![0]!["value"] = null),
        ["two changes of one part"] = Change("$.changes[1].at", overlay => overlay["changes"]![1]!["at"] = "$.rules[sessions]", schema: false),
        ["a number without its source"] = Change("$.changes[0].value", overlay => overlay["changes"]![0]!["value"]!["confirmed"] = true, schema: false),
        ["a minimum of a half"] = Value("$.changes[0].value.value", 25.5, schema: false),
        ["a new rule of an unknown kind"] = Change("$.changes[1].value", overlay => overlay["changes"]![1]!["value"]!["kind"] = "tea", schema: false),
        ["a new rule under another id"] = Change("$.changes[1].value.id", overlay => overlay["changes"]![1]!["value"]!["id"] = "sessions", schema: false),
    };

    private static BrokenPacks.Broken Value(string path, JsonNode value, bool schema) =>
        Change(path, overlay => overlay["changes"]![0]!["value"]!["value"] = value, schema);

    private static BrokenPacks.Broken Change(string path, Action<JsonObject> change, bool schema = true)
    {
        var overlay = JsonNode.Parse(Good)!.AsObject();
        change(overlay);
        return new(path, schema, overlay.ToJsonString());
    }
}
