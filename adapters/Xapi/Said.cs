using System.Globalization;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Xapi;

/// <summary>What a claim of each kind says in a statement. Of a presentation that there was one, and never anything of a case.</summary>
/// <param name="Verb">What was done.</param>
/// <param name="Object">To what.</param>
/// <param name="Result">With what result; null where there is none.</param>
/// <param name="Group">The group's name; null where the claim is about none.</param>
/// <param name="More">What has no place of its own in a statement.</param>
internal sealed record Said(Term Verb, JsonObject Object, JsonObject? Result, string? Group, IReadOnlyList<(string Name, JsonNode Value)> More)
{
    public static Said Of(Claim claim, string kind, RecordPlace place) => claim switch
    {
        Attendance at => new(Vocabulary.Attended, Meeting(place, at.Group, at.Date), Lasted(at.Minutes), at.Group, [("mode", Code(at.Mode))]),
        Presentation at => new(Vocabulary.Presented, Meeting(place, at.Group, at.Date), null, at.Group, [("role", at.Role == PresentationRole.Presented ? "presented" : "followed-up")]),
        Leading at => new(
            Vocabulary.Hosted, Meeting(place, at.Group, at.Date), Lasted(at.Minutes), at.Group, [("mode", Code(at.Mode)), ("role", at.Role == LeadingRole.Led ? "led" : "co-led")]),
        PeriodAccount of => new(
            Vocabulary.Experienced, Period(place, of), Counts(of, place), of.Group, []),
        Assessment by => new(
            Vocabulary.Completed,
            XapiMapping.Activity(Named(place, "forms", $"{by.Form} {by.FormVersion}"), Vocabulary.Assessment, $"{by.Form}, version {by.FormVersion}"),
            Judged(by, place), by.Group, []),
        RecordedElsewhere of => new(
            Vocabulary.Experienced, XapiMapping.Activity(Named(place, "keepers", $"{of.Keeper} {of.What}"), Vocabulary.Collection, $"{of.What}, recorded elsewhere: {of.Keeper}"),
            Extended(place, new JsonObject { ["number"] = of.Number }), null, []),
        Verification of => new(
            of is { Scope: VerificationScope.Requirement, State: "met" } ? Vocabulary.Satisfied : Vocabulary.Progressed,
            XapiMapping.Activity(Named(place, "requirements", $"{of.Pack} {of.PackVersion}"), Vocabulary.Objective, $"{of.Pack}, version {of.PackVersion}"),
            Extended(place, new JsonObject { ["state"] = of.State }), null, [("scope", of.Scope == VerificationScope.Requirement ? "requirement" : "progress")]),
        _ => throw new ArgumentOutOfRangeException(nameof(claim), kind),
    };

    private static JsonObject Meeting(RecordPlace place, string group, DateOnly day) =>
        XapiMapping.Activity(place.Meeting(group, day), Vocabulary.Meeting, "Case-based discussion group");

    private static JsonObject Period(RecordPlace place, PeriodAccount of)
    {
        var period = string.Create(CultureInfo.InvariantCulture, $"{of.From:yyyy-MM-dd}/{of.To:yyyy-MM-dd}");
        return XapiMapping.Activity($"{place.Group(of.Group)}/periods/{period}", Vocabulary.Collection, $"{of.Group}, {period}");
    }

    private static string Named(RecordPlace place, string what, string name) => $"{place.Programme}/xapi/{what}/{StatementIds.Named($"{place.Programme} {name}")}";

    private static JsonObject Lasted(int minutes) => new() { ["duration"] = Duration(minutes) };

    private static string Duration(int minutes) => string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M");

    private static JsonObject Counts(PeriodAccount of, RecordPlace place)
    {
        var result = Extended(place, new JsonObject
        {
            ["held"] = of.Held, ["expected"] = of.Expected, ["attended"] = of.Attended, ["presented"] = of.Presented, ["followed-up"] = of.FollowedUp,
        });
        result["duration"] = Duration(of.Minutes);
        return result;
    }

    private static JsonObject Judged(Assessment by, RecordPlace place)
    {
        var result = by.Ratings.Count == 0
            ? new JsonObject()
            : Extended(place, new JsonObject { ["ratings"] = new JsonArray([.. by.Ratings.Select(rating => new JsonObject { ["item"] = rating.Item, ["level"] = rating.Level })]) });
        result["completion"] = true;
        result["response"] = by.Outcome;
        return result;
    }

    private static JsonObject Extended(RecordPlace place, JsonObject value) => new() { ["extensions"] = new JsonObject { [place.Extension("result")] = value } };

    private static string Code(Mode mode) => mode == Mode.InPerson ? "in-person" : "online";
}
