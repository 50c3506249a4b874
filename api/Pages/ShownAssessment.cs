using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>An assessment as its person reads it: titles, levels and outcome in the form's own words.</summary>
internal sealed record ShownAssessment(AssessmentBody Of, string Title, string? Outcome, IReadOnlyList<(string Item, string Level)> Ratings)
{
    public string State => Of switch
    {
        { State: "released", ReadAt: null } => "Written, waits to be read",
        { State: "released" } => "Read, waits to be signed",
        { State: "signed", NeedsCountersignature: true, CountersignedAt: null } => "Signed, waits for the second signature",
        { State: "signed" } => "Signed",
        { State: "withdrawn" } => "Withdrawn",
        _ => "Draft",
    };

    public static async Task<IReadOnlyList<ShownAssessment>> About(Work work, AssessmentReading reading, Guid person, bool own, IReadOnlySet<Role> roles)
    {
        var shown = new List<ShownAssessment>();
        foreach (var body in await reading.Show(work, await AssessmentStore.About(work, person, themselves: own), roles))
            shown.Add(await InWords(work, body));
        return shown;
    }

    public static async Task<ShownAssessment> InWords(Work work, AssessmentBody body)
    {
        var form = (await FormStore.Find(work, body.Form, body.FormVersion))!;
        var (items, levels) = (form.Items.ToDictionary(item => item.Code, item => item.Text), form.Scale.ToDictionary(level => level.Code, level => level.Label));
        var outcome = new[] { form.Outcomes.Passed, form.Outcomes.NotPassed }.SingleOrDefault(each => each.Code == body.Outcome);
        return new(body, AssessmentForm.InWords(form.Title), outcome is null ? null : AssessmentForm.InWords(outcome.Label),
            [.. body.Ratings.Select(rating => (Words(items, rating.Item), Words(levels, rating.Level)))]);
    }

    private static string Words(Dictionary<string, IReadOnlyDictionary<string, string>> all, string code) => all.TryGetValue(code, out var text) ? AssessmentForm.InWords(text) : code;
}
