using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class PrivacyExamples
{
    public const string Letter = "From: Riverside School of Psychiatry, privacy@riverside.example.org\n\nTo: [the patient, or whoever acts for them …]\n\n…";

    private static readonly PrivacySettings Settings = new(
        "Riverside School of Psychiatry", "privacy@riverside.example.org", "public-task", "Training doctors is its task by statute.", null, "GB", null,
        [new("Riverside Hosting", "runs the servers", "GB")]);

    private static readonly string[] NotSet = ["specialCategoryCondition", "retention"];

    public static IEnumerable<object> All =>
    [
        new PersonExport(Examples.Programme, "Riverside School of Psychiatry", Examples.Trainee, Examples.Signed, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>>
        {
            ["person"] = [new Dictionary<string, JsonElement> { ["id"] = JsonSerializer.SerializeToElement(Examples.Trainee), ["name"] = JsonSerializer.SerializeToElement("Tara Trainee") }],
            ["clock-stops"] = [],
        }),
        new NewExportOrder(Examples.Id(50)),
        new ExportOrderBody(Examples.Id(50), Examples.Trainee, Examples.Signed, Examples.Signed.AddDays(7)),
        Settings,
        new PrivacySettingsBody(1, Settings, NotSet),
        new PrivacyPage(
            "Riverside School of Psychiatry", Settings, NotSet,
            [new("clock_stop", "Periods that stop the clock: their days, never a reason.", "trainees", [new("person_id", "id", "Whom it is about.")])],
            ["why somebody was away"], [new("see who somebody is", ["the person themselves"])],
            [new("the platform Riverside e-portfolio", "Signed records of the kinds that a trainee permits.", "When it asks.")],
            [new("letters", "until they are sent")], [new("the master key", "With whoever runs the service.", "Unwraps every other key.")],
            ["A request under way is undone as a whole."]),
        new RequestAnswer("patient", Examples.Signed, null, [new("sessions", 96)], ["anything about a patient"], ["A register does not say which case."],
            ["Nothing of this service is attached."], [new("A patient may ask for what a trainee wrote about them.", "https://www.example.org/guidance")], Letter),
    ];
}
