using System.Text.Json.Nodes;
using static Portfolio.Tests.Progress.BrokenPacks;
using static Portfolio.Tests.Progress.Everything;

namespace Portfolio.Tests.Progress;

// Deadlines, confirming and what else belongs to the whole pack.
internal static class BrokenHeads
{
    public static IReadOnlyDictionary<string, Broken> All { get; } = new Dictionary<string, Broken>
    {
        ["a deadline on no day"] = Deadline(3, "", deadline => deadline.Remove("on")),
        ["a window with a day"] = Deadline(4, ".on", deadline => deadline.Put("on", "2027-07-31")),
        ["a review of no grade"] = Deadline(1, "", deadline => deadline.Remove("grade")),
        ["a deadline before the pack begins"] = Deadline(3, ".on.value", deadline => deadline.Put("on", "2023-12-31"), schema: false),
        ["a deadline before the span can be over"] = Deadline(3, ".on.value", deadline => deadline.Put("on", "2024-05-31"), schema: false),
        ["a window shorter than the span"] = Deadline(4, ".months.value", deadline => deadline.Put("months", 5), schema: false),
        ["a window of a thousand years"] = Deadline(4, ".months.value", deadline => deadline.Put("months", 12000)),
        ["a review before the cut-off of its evidence"] = Broken("$.deadlines", pack =>
        {
            var deadlines = pack["deadlines"]!.AsArray();
            var cutOff = deadlines[0]!;
            deadlines.RemoveAt(0);
            deadlines.Insert(1, cutOff);
        }, schema: false),
        ["a deadline twice"] = Broken("$.deadlines", pack => pack["deadlines"]!.AsArray().Add(pack["deadlines"]![4]!.DeepClone()), schema: false),
        ["a grade's end where there are no grades"] = Broken("$.deadlines[2].grade.value", pack => pack.Remove("grades"), schema: false),
        ["a cut-off without a review"] = Broken("$.evidenceCutOff.value", pack => KeepDeadlines(pack, 2, 3, 4), schema: false),
        ["a window to stretch where there is none"] = Broken("$.lessThanFullTime.value", pack => KeepDeadlines(pack, 0, 1, 2), schema: false),
        ["a clock that moves a window where there is none"] = Broken("$.clockStopsMove.value", pack => KeepDeadlines(pack, 0, 1, 2), schema: false),
        ["a count to scale where nothing is counted"] = Broken("$.lessThanFullTime.value", pack =>
        {
            pack.Put("lessThanFullTime", "scale-count");
            foreach (var id in new[] { 2, 1, 0 }) pack["rules"]!.AsArray().RemoveAt(id);
            pack.Rule(0).Remove("requires");
        }, schema: false),
        ["an unknown treatment of part-time work"] = Broken("$.lessThanFullTime.value", pack => pack.Put("lessThanFullTime", "halve")),
        ["a step that nobody takes"] = Step(0, ".by.value", step => step.Put("by", new JsonArray())),
        ["a step that the trainee takes"] = Step(0, ".by.value[0]", step => step.Put("by", new JsonArray("trainee"))),
        ["a leader who must not have led"] = Step(0, ".independent.value", step => step.Put("independent", true), schema: false),
        ["two steps of one id"] = Step(1, ".id", step => step["id"] = "agrees", schema: false),
        ["a step that is no act"] = Step(1, ".act", step => step["act"] = "nods"),
        ["verifying before anybody checked"] = Broken("$.confirmation", pack => pack["confirmation"]![0]!["act"] = "verifies", schema: false),
        ["no steps of confirming"] = Broken("$.confirmation", pack => pack["confirmation"] = new JsonArray()),
        ["a credit of nothing"] = Broken("$.credits[0].minutes.value", pack => pack["credits"]![0]!.AsObject().Put("minutes", 0)),
        ["a pack over itself"] = Broken("$.over.id", pack => pack["over"]!["id"] = "everything", schema: false),
        ["a pack over another without a change"] = Broken("$.over.changes", pack => pack["over"]!["changes"] = new JsonArray()),
    };

    private static Broken Deadline(int index, string path, Action<JsonObject> change, bool schema = true) =>
        Broken($"$.deadlines[{index}]{path}", pack => change(pack["deadlines"]![index]!.AsObject()), schema);

    private static Broken Step(int index, string path, Action<JsonObject> change, bool schema = true) =>
        Broken($"$.confirmation[{index}]{path}", pack => change(pack["confirmation"]![index]!.AsObject()), schema);

    private static void KeepDeadlines(JsonObject pack, params int[] kept) =>
        pack["deadlines"] = new JsonArray([.. kept.Select(index => pack["deadlines"]![index]!.DeepClone())]);
}
