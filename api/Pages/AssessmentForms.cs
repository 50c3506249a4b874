using System.Globalization;
using Portfolio.Api.Assessments;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>An assessment as its form in a browser has it: whatever was typed, and what is wrong with it by field.</summary>
internal sealed record AssessmentFields(AssessmentForm Form, string? Date, string? Note, IReadOnlyDictionary<string, string> Levels, Dictionary<string, string> Wrong)
{
    public static AssessmentFields Of(AssessmentForm form, DateOnly day, string? note, IEnumerable<ItemRating> ratings) => new(
        form, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), note, ratings.ToDictionary(rating => rating.Item, rating => rating.Level), []);

    public static AssessmentFields Read(AssessmentForm form, IFormCollection sent) => new(
        form, sent["date"], sent["note"],
        form.Items.Select(item => (item.Code, Level: sent["level-" + item.Code].ToString())).Where(rating => rating.Level.Length > 0).ToDictionary(rating => rating.Code, rating => rating.Level), []);

    /// <summary>The body that a program would send, or nothing and what is wrong.</summary>
    public ChangedAssessment? Body()
    {
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < Fences.FirstDay || day > Fences.LastDay)
            Wrong["date"] = "Choose the day of which it is, or write it as 2025-06-04.";
        foreach (var item in Form.Items.Where(item => !item.Optional && !Levels.ContainsKey(item.Code)))
            Wrong["level-" + item.Code] = $"Choose a level: {AssessmentForm.InWords(item.Text)}";
        // One paragraph, however it was typed.
        var note = string.Join(' ', (Note ?? "").Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        if (note.Length > 0 && !new PlainTextAttribute(Fences.Note).IsValid(note))
            Wrong["note"] = $"Write at most {Fences.Note} characters, and nothing invisible.";
        return Wrong.Count > 0 ? null : new(day, [.. Levels.Select(rating => new ItemRating(rating.Key, rating.Value))], note.Length > 0 ? note : null);
    }

    /// <summary>Tells a refusal where it belongs.</summary>
    public AssessmentFields Told(Problem problem, Wording words)
    {
        var (field, told) = problem.Code switch
        {
            "assessment-date" => ("date", problem.Errors is [var error, ..] ? AssessmentWords.Days(error.Message) : problem.Title),
            "sessions-together-first" => ("date", $"{problem.Title} {AssessmentWords.Days(problem.Detail ?? "")}".Trim()),
            "names-another-member" => ("note", "Leave out the name of another member of the group, in whole and in part."),
            "version-stale" => ("", "It was changed in another window after you opened this page. What you see is what you typed: look at it in both, then save again."),
            "not-yours-to-assess" => ("", $"This form is for somebody else to fill in: {string.Join(" or ", Form.FilledInBy.Select(by => AssessmentWords.Role(by, words)))}."),
            "assessment-exists" => ("date", "You have an assessment of this person on this form and of this day already. Change that one, or choose another day."),
            "ratings-refused" => ("", "The form has changed since you opened it. Begin again from the list of assessments."),
            _ => ("", problem.Title),
        };
        Wrong[field] = told;
        return this;
    }
}

/// <summary>The codes of assessments, as people say them.</summary>
internal static partial class AssessmentWords
{
    public static string State(AssessmentBody body) => body switch
    {
        { State: "draft" } => "Draft: you alone see it", { State: "released", ReadAt: null } => "Shown, not read yet", { State: "released" } => "Shown and read: ready to sign",
        { State: "signed", NeedsCountersignature: true, CountersignedAt: null } => "Signed, to be countersigned", { State: "signed" } => "Signed", _ => "Withdrawn",
    };

    public static string Role(string code, Wording words) => code switch
    {
        "leader" => $"the {words.Leader}", "co-leader" => $"the co-{words.Leader}", "deputy" => "a deputy", "educational-supervisor" => "the educational supervisor", "tutor" => "the tutor", _ => code,
    };

    /// <summary>A sentence with its days as people write them.</summary>
    public static string Days(string sentence) => IsoDay().Replace(sentence, day => Pages.Days.Day(DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [System.Text.RegularExpressions.GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial System.Text.RegularExpressions.Regex IsoDay();
}
