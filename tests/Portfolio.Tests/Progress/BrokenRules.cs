using System.Text.Json.Nodes;
using static Portfolio.Tests.Progress.BrokenPacks;
using static Portfolio.Tests.Progress.Everything;

namespace Portfolio.Tests.Progress;

// Rules that contradict themselves or one another, or ask for what nobody can reach.
internal static class BrokenRules
{
    public static IReadOnlyDictionary<string, Broken> All { get; } = new Dictionary<string, Broken>
    {
        ["a session and a half"] = Sessions("minimum.value", rule => rule.Put("minimum", 15.5)),
        ["a minimum beyond reason"] = Sessions("minimum.value", rule => rule.Put("minimum", 2000)),
        ["a third of a double hour to seven places"] = Hours("minimum.value", rule => rule.Put("minimum", 15.3333333), schema: false),
        ["sessions that are rounded"] = Sessions("rounding", rule => rule.Put("rounding", "in-total")),
        ["a cap on what an online session is as a session"] = Sessions("mostPerOnlineSession", rule => rule.Put("mostPerOnlineSession", 1)),
        ["a cap above the minimum"] = Hours("mostPerOnlineSession.value", rule => rule.Put("mostPerOnlineSession", 16), schema: false),
        ["a daily cap above the minimum"] = Hours("mostPerDay.value", rule => rule.Put("mostPerDay", 16), schema: false),
        ["a cap in sessions where minutes are counted"] = Hours("mostPerDay.value", rule =>
        {
            rule["unit"] = "minute";
            rule.Put("minimum", 1350);
            rule.Put("minimumInPerson", 700);
            rule.Put("mostPerOnlineSession", 90);
            rule.Put("mostPerDay", 1);
            rule.Put("expected", 1800);
            rule.Remove("rounding");
        }, schema: false),
        ["a cap on online sessions where none counts"] = Hours("mostPerOnlineSession", rule => rule.Put("modes", new JsonArray("in-person"))),
        ["more in person than in all"] = Hours("minimumInPerson.value", rule => rule.Put("minimumInPerson", 16), schema: false),
        ["a share in person where only online counts"] = Hours("inPersonShare", rule => rule.Put("modes", new JsonArray("online"))),
        ["the first in person where only online counts"] = Hours("firstAndLastInPerson", rule => rule.Put("modes", new JsonArray("online"))),
        ["a share of 120 per cent"] = Hours("inPersonShare.value", rule => rule.Put("inPersonShare", 120)),
        ["fewer expected than needed"] = Hours("expected.value", rule => rule.Put("expected", 15), schema: false),
        ["a group of twelve to six"] = Hours("groupSize.value", rule => rule.Put("groupSize", new JsonObject { ["from"] = 12, ["to"] = 6 }), schema: false),
        ["a group of nobody"] = Hours("groupSize.value", rule => rule.Put("groupSize", new JsonObject { ["from"] = 0, ["to"] = 6 })),
        ["no deed"] = Hours("deeds.value", rule => rule.Put("deeds", new JsonArray())),
        ["a form with a space"] = Hours("forms.value[0]", rule => rule.Put("forms", new JsonArray("Balint group"))),
        ["entries from elsewhere that are not accepted"] = Hours("elsewhere", rule => rule.Put("accepted", new JsonArray("contemporaneous"))),
        ["more a year than days give"] = Broken("$.rules[0].minimum.value", pack =>
        {
            pack["deadlines"] = new JsonArray(new JsonObject { ["at"] = "window" });
            pack["deadlines"]![0]!.AsObject().Put("months", 7);
            pack.Put("clockStopsMove", new JsonArray());
            pack.Put("lessThanFullTime", "none");
            pack.Put("evidenceCutOff", false);
            pack.Rule(0).Put("minimum", 500);
            pack.Rule(0).Put("expected", 500);
        }, schema: false),
        ["assessments counted in hours"] = Broken("$.rules[3].unit", pack => pack.Rule(3)["unit"] = "hour60"),
        ["assessments of which no outcome passes"] = Broken("$.rules[3].passes.value", pack => pack.Rule(3).Put("passes", new JsonArray())),
        ["no sessions together at all"] = Broken("$.rules[3].sessionsTogether.value", pack => pack.Rule(3).Put("sessionsTogether", 0)),
        ["half a case"] = Broken("$.rules[1].minimum.value", pack => pack.Rule(1).Put("minimum", 1.5)),
        ["a case in no role"] = Broken("$.rules[1].roles.value", pack => pack.Rule(1).Put("roles", new JsonArray())),
        ["a span of no months"] = Broken("$.rules[2].minimumMonths.value", pack => pack.Rule(2).Put("minimumMonths", 0)),
        ["a part from elsewhere that only a leader of the day may sign"] =
            Broken("$.rules[4].accepted.value", pack => pack.Rule(4).Put("accepted", new JsonArray("contemporaneous"))),
        ["a part from elsewhere of no type"] = Broken("$.rules[4].types.value", pack => pack.Rule(4).Put("types", new JsonArray())),
        ["a rule that requires itself"] = Broken("$.rules[1].requires", pack => pack.Rule(1)["requires"] = new JsonArray("cases"), schema: false),
        ["rules that require one another in a circle"] = Broken("$.rules[1].requires", pack => pack.Rule(1)["requires"] = new JsonArray("assessments"), schema: false),
        ["a rule that requires an unknown one"] = Broken("$.rules[1].requires[0]", pack => pack.Rule(1)["requires"] = new JsonArray("tea"), schema: false),
        ["a rule that requires another twice"] = Broken("$.rules[1].requires", pack => pack.Rule(1)["requires"] = new JsonArray("theory", "theory")),
        ["a rule whose title lacks the pack's language"] =
            Broken("$.rules[1].title", pack => pack.Rule(1)["title"] = new JsonObject { ["en"] = "Cases" }, schema: false),
    };

    private static Broken Hours(string path, Action<JsonObject> change, bool schema = true) => Broken($"$.rules[0].{path}", pack => change(pack.Rule(0)), schema);

    // The same rule in whole sessions.
    private static Broken Sessions(string path, Action<JsonObject> change, bool schema = true) => Hours(path, rule =>
    {
        rule["unit"] = "session";
        rule.Put("minimum", 15);
        rule.Put("minimumInPerson", 7);
        rule.Put("mostPerDay", 1);
        rule.Remove("rounding");
        rule.Remove("mostPerOnlineSession");
        change(rule);
    }, schema);
}
