using System.Text;
using System.Text.Json.Nodes;

namespace Portfolio.Tests.Progress;

// A shipped pack with one thing wrong at a time: where the reader must point, and whether a schema can say it too.
internal static class BrokenPacks
{
    public sealed record Broken(string Path, bool SchemaRefuses, string Document);

    public static string Good { get; } = File.ReadAllText(Path.Combine(Source.Root, "api", "Progress", "Packs", "uk-nw-core.json"));

    public static IReadOnlyDictionary<string, Broken> All { get; } = new Dictionary<string, Broken>(BrokenRules.All.Concat(BrokenHeads.All))
    {
        ["an unknown member"] = Change("$.colour", pack => pack["colour"] = "red"),
        ["an unknown member of a number"] = Change("$.rules[0].minimum.about", pack => Rule(pack, "minimum")["about"] = "25"),
        ["no id"] = Change("$", pack => pack.Remove("id")),
        ["an id with a space"] = Change("$.id", pack => pack["id"] = "North West"),
        ["version 0"] = Change("$.version", pack => pack["version"] = 0),
        ["a version in quotes"] = Change("$.version", pack => pack["version"] = "1"),
        ["a null title"] = Change("$.title", pack => pack["title"] = null),
        ["a title of a thousand letters"] = Change("$.title", pack => pack["title"] = new string('x', 1000)),
        ["an unreadable day"] = Change("$.validFrom", pack => pack["validFrom"] = "1 August 2022"),
        ["an end before its beginning"] = Change("$.validTo", pack => pack["validTo"] = "2022-07-31", schema: false),
        ["no rules"] = Change("$.rules", pack => pack["rules"] = new JsonArray()),
        ["a rule of no kind"] = Change("$.rules[0]", pack => Rule(pack).Remove("kind")),
        ["a rule of an unknown kind"] = Change("$.rules[0]", pack => Rule(pack)["kind"] = "tea"),
        ["two rules of one id"] = Change("$.rules[1].id", pack => pack["rules"]![1]!["id"] = "sessions", schema: false),
        ["a sessions rule without a minimum"] = Change("$.rules[0]", pack => Rule(pack).Remove("minimum")),
        ["a minimum of 0"] = Change("$.rules[0].minimum.value", pack => Rule(pack, "minimum")["value"] = 0),
        ["a minimum of 25.5"] = Change("$.rules[0].minimum.value", pack => Rule(pack, "minimum")["value"] = 25.5),
        ["a number that does not say whether it is confirmed"] = Change("$.rules[0].minimum", pack => Rule(pack, "minimum").Remove("confirmed")),
        ["a confirmed number without a source"] = Change("$.rules[0].minimum", pack => Rule(pack, "minimum").Remove("source")),
        ["a source that is a file"] = Change("$.rules[0].minimum.source", pack => Rule(pack, "minimum")["source"] = "file:///etc/hosts"),
        ["a note of a thousand letters"] = Change("$.rules[0].minimum.note", pack => Rule(pack, "minimum")["note"] = new string('x', 1000)),
        ["a source that is no address"] = Change("$.rules[0].minimum.source", pack => Rule(pack, "minimum")["source"] = "a colleague"),
        ["an unknown mode"] = Change("$.rules[0].modes.value[0]", pack => Rule(pack, "modes")["value"]![0] = "by-post"),
        ["a mode by its number"] = Change("$.rules[0].modes.value[0]", pack => Rule(pack, "modes")["value"]![0] = 1),
        ["a mode in capitals"] = Change("$.rules[0].modes.value[0]", pack => Rule(pack, "modes")["value"]![0] = "Online"),
        ["a null in a list"] = Change("$.grades.order[1]", pack => pack["grades"]!["order"]![1] = null),
        ["a null rule"] = Change("$.rules[1]", pack => pack["rules"]![1] = null),
        ["a null where a member may be left out"] = Change("$.validTo", pack => pack["validTo"] = null),
        ["a mode twice"] = Change("$.rules[0].modes.value", pack => Rule(pack, "modes")["value"]![0] = "online"),
        ["no mode"] = Change("$.rules[0].modes.value", pack => Rule(pack, "modes")["value"] = new JsonArray()),
        ["an unknown unit"] = Change("$.rules[0].unit", pack => Rule(pack)["unit"] = "cup"),
        ["no outcome that passes"] = Change("$.rules[1].passes.value", pack => pack["rules"]![1]!["passes"]!["value"] = new JsonArray()),
        ["a span that ends before it begins"] = Change("$.expectedMonths.value", pack => pack["expectedMonths"]!["value"]!["to"] = 6, schema: false),
        ["no list of deadlines"] = Change("$", pack => pack.Remove("deadlines")),
        ["a text without the pack's own language"] = Change("$.title", pack => pack["title"] = new JsonObject { ["de"] = "Kerntraining" }, schema: false),
        ["a text of a thousand letters"] = Change("$.title.en", pack => pack["title"]!["en"] = new string('x', 1000)),
        ["a text of two lines"] = Change("$.title.en", pack => pack["title"]!["en"] = "one\ntwo"),
        ["a text in no language"] = Change("$.title.English", pack => pack["title"]!["English"] = "A year"),
        ["a language in words"] = Change("$.language", pack => pack["language"] = "English"),
        ["a day before days are dated"] = Change("$.validFrom", pack => pack["validFrom"] = "1066-10-14"),
        ["a deadline in an unknown grade"] = Change("$.deadlines[0].grade.value", pack => pack["deadlines"]![0]!["grade"]!["value"] = "CT9", schema: false),
        ["a clock stop that moves the moon"] = Change("$.clockStopsMove.value[0]", pack => pack["clockStopsMove"]!["value"]![0] = "moon"),
        ["five competencies"] = Change("$.competencies", pack => pack["competencies"]!.AsArray().Add(new JsonObject { ["framework"] = "rcpsych-core-2022", ["code"] = "5.1" })),
        ["the same competency twice"] = Change("$.competencies", pack => pack["competencies"]![1]!["code"] = "1.1"),
        ["a member twice"] = new("$.id", SchemaRefuses: false, Good.Replace("\"version\": 1,", "\"version\": 1, \"id\": \"other\",", StringComparison.Ordinal)),
        ["half a document"] = new("$.rules[1]", SchemaRefuses: false, Good[..(Good.Length / 2)]),
    };

    public static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);

    private static Broken Change(string path, Action<JsonObject> change, bool schema = true)
    {
        var pack = JsonNode.Parse(Good)!.AsObject();
        change(pack);
        return new(path, schema, pack.ToJsonString());
    }

    private static JsonObject Rule(JsonObject pack) => pack["rules"]![0]!.AsObject();

    private static JsonObject Rule(JsonObject pack, string member) => Rule(pack)[member]!.AsObject();
}
