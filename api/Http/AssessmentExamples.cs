using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class AssessmentExamples
{
    /// <summary>A form document as it is loaded.</summary>
    public const string Form = """
        {"id": "riverside-group-assessment", "version": 1, "type": "RIVERSIDE-GA", "title": {"en": "Made-up form of Riverside"},
         "items": [{"code": "contributing", "text": {"en": "Adds to the discussion."}}, {"code": "overall", "text": {"en": "Taking part as a whole."}}],
         "scale": [{"code": "1", "label": {"en": "Below what is expected"}}, {"code": "2", "label": {"en": "As expected"}}],
         "pass": {"item": "overall", "atLeast": "2"},
         "outcomes": {"passed": {"code": "satisfactory", "label": {"en": "Satisfactory"}}, "notPassed": {"code": "not-yet", "label": {"en": "Not yet"}}},
         "filledInBy": ["leader", "co-leader"], "countersignedBy": ["educational-supervisor"], "confirmed": false}
        """;

    private static readonly ItemRating[] Ratings = [new("contributing", "2"), new("overall", "2")];

    private static readonly ItemOfFramework[] Items = [new("rcpsych-core-2022", "1.2")];

    private static readonly AssessmentFormBody Loaded = new(
        "riverside-group-assessment", 1, "RIVERSIDE-GA", In("Made-up form of Riverside"),
        [new("contributing", In("Adds to the discussion."), false), new("overall", In("Taking part as a whole."), false)],
        [new("1", In("Below what is expected")), new("2", In("As expected"))], new("2", "overall", null),
        [new("satisfactory", In("Satisfactory")), new("not-yet", In("Not yet"))], ["leader", "co-leader"], ["educational-supervisor"], false, null, "Made up.");

    private static readonly AssessmentBody Assessment = new(
        Examples.Id(160), Examples.Group, Examples.Trainee, "Tara Trainee", Examples.Leader, "Lena Leader", "leader", Loaded.Id, 1, Loaded.Type, new(2025, 5, 28), "released",
        Ratings, "satisfactory", 18, "Your questions open the discussion.", null, Examples.Signed, null, Examples.Signed.AddDays(14), null, null, null, true, null, null, null, 2);

    private static readonly ElsewhereBody Entry = new(
        Examples.Id(161), Examples.Trainee, "CBDGA", new(2025, 1, 29), new(2025, 1, 29), null, null, "satisfactory", "elsewhere", "The college's e-portfolio",
        "Assessments of January 2025", Examples.Hash, null, "stated", Examples.Trainee, Examples.Signed, null, null, null, null);

    public static IEnumerable<object> All =>
    [
        Loaded,
        new AssessmentFormList([Loaded]),
        new NewAssessment(Examples.Trainee, Loaded.Id, Assessment.Date, Ratings, 1, Assessment.Note, Assessment.Id),
        new ChangedAssessment(Assessment.Date, Ratings, Assessment.Note),
        new AssessmentComment("I should like to present more often."),
        new AssessmentSignature(Items),
        new Countersignature(Examples.Hash),
        new AssessmentWithdrawal("It was meant for another day."),
        Assessment,
        new AssessmentList([Assessment]),
        new SignedAssessment(
            new(Assessment.Id, Examples.Trainee, "Tara Trainee", "Wednesday group", Assessment.Date, Loaded.Type, "riverside-group-assessment 1", "satisfactory",
                [new("contributing", "As expected"), new("overall", "As expected")], "Lena Leader", Items), Examples.Hash),
        new NewElsewhere(Entry.Type, Entry.From, Entry.Until, Entry.Keeper!, Outcome: Entry.Outcome, Original: Entry.Original, Sha256: Examples.Hash, Id: Entry.Id),
        new HandedInRecord(Examples.Jwt, Examples.Id(162)),
        new ElsewhereReason("The portfolio shows another day."),
        Entry,
        new ElsewhereList([Entry]),
        new EvidenceImported(12),
    ];

    private static Dictionary<string, string> In(string english) => new() { ["en"] = english };
}
