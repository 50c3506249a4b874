using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class ConfirmationExamples
{
    private static readonly DateOnly Day = new(2025, 5, 28);
    private static readonly Guid Supervisor = Examples.Id(60), Confirmation = Examples.Id(61), Question = Examples.Id(62), Pack = Examples.Id(63), Query = Examples.Id(64);
    private static readonly string Programme = $"https://{Examples.Host}/v1/programmes/{Examples.Programme}";
    private static readonly string Record = $"{Programme}/records/{Examples.Record}";
    private static readonly ItemOfFramework Item = new("rcpsych-core-2022", "1.2");
    private static readonly TraineeProgress Progress = ProgressExamples.All.OfType<TraineeProgress>().First();

    private static readonly EvidenceBody Evidence = new(
        Examples.Trainee, "Tara Trainee", "uk-nw-core", 1, Examples.Hash, "Core psychiatry, North West England: the case-based discussion group year", Day,
        [
            new("not-met", "18 of 25; 7 still needed.", "sessions", []),
            new("minutes-too-few", "30 of 60 minutes attended; the pack counts 45 or more", "sessions", [$"{Programme}/records/{Examples.Id(33)}"]),
        ],
        Progress, new(2, 1, Examples.Hash),
        [new(Examples.Record, Record, 1, [Examples.Hash], "attendance", Day, "Wednesday group", 60, "in-person", "contemporaneous", Examples.Signed, ["sessions"])]);

    private static readonly ConfirmationToSign Confirms = new("progress", "progress", "verifies", "18-of-25.on-track", [Item], Evidence);

    private static readonly ConfirmationBody Given = new(
        Confirmation, "progress", null, "progress", "verifies", Day, Supervisor, Examples.Signed, Examples.Hash, Examples.Record, null, null);

    private static readonly QuestionBody Asked = new(
        Question, "verified", "Is the session of 5 March the one at the other site?", Supervisor, Examples.Signed, Examples.Trainee, "It is.", Examples.Trainee, Examples.Signed.AddDays(1));

    private static readonly EvidencePackBody Frozen = new(
        Pack, Examples.Trainee, "uk-nw-core", 1, Day, Examples.Signed, Examples.Trainee, $"{Programme}/trainees/{Examples.Trainee}/evidence-packs/{Pack}",
        $"https://{Examples.Host}/programmes/{Examples.Programme}/evidence-packs/{Pack}", Examples.Hash, Examples.Hash);

    private static readonly Guid Note = Examples.Id(2601);

    private static readonly PanelNoteBody Noted = new(
        Note, Pack, "sessions", "questioned", "Were the two sessions in August at the other site?", Supervisor, Examples.Signed.AddDays(2));

    private static readonly QueryBody Queried = new(
        Query, Examples.Session, Examples.Trainee, "I was there for the whole hour.", Examples.Signed, "answered", "The sheet says so too; it is put right.", Examples.Leader, Examples.Signed.AddDays(1));

    public static IEnumerable<object> All =>
    [
        new NewConfirmation(Pack: "uk-nw-core", AsOf: Day, Alignments: [Item]),
        new ConfirmationSeen(Confirms, Examples.Hash, Confirmation, Examples.Record),
        new ConfirmationsBody(Evidence, Examples.Hash, Round: 1,
            [new("verified", "verifies", ["educational-supervisor"], Independent: true, "not-yet", null, Confirmed: false)], [Given],
            [], [Asked], [new("First supervised psychotherapy case", null, null, Confirmed: false)]),
        new FrozenConfirmation(Given, JsonSerializer.SerializeToElement(Confirms, Json.Options)),
        new NewQuestion("verified", Asked.Question, Examples.Trainee, Id: Question),
        new NewAnswer("It is."),
        Asked,
        new NewDecline("verified", "The hours of the other site are not signed yet."),
        new NewReversal("It was meant for somebody else."),
        new WaitingList([new(Examples.Trainee, "Tara Trainee", "uk-nw-core", 1, "verified", "verifies", Examples.Signed, null)]),
        new PeriodList(Examples.Trainee, [Item],
            [new("review", new(2024, 8, 7), Day, Over: true, [new(Examples.Group, "Wednesday group", 36, 28, 1665, Examples.Record, Day)])]),
        new NewEvidencePack(Day, "uk-nw-core", Id: Pack),
        Frozen,
        new EvidencePackList([Frozen]),
        new EvidenceChanges(Pack, Examples.Signed, [new("corrected", "The record was corrected: a newer version stands.", Record, Examples.Signed.AddDays(3))]),
        new EvidencePackCheck(
            $"did:web:{Examples.Host}:programmes:{Examples.Programme}", Examples.Signed, Day, Examples.Hash, Examples.Hash, new Dictionary<string, int> { ["corrected"] = 1 }),
        new NewPanelNote("sessions", "Were the two sessions in August at the other site?", Note),
        new NewPanelAnswer("sessions", "They were.", Note),
        Noted,
        new PanelNoteList([Noted]),
        new PanelBody(Day, [new(Examples.Trainee, "Tara Trainee", Frozen, ProgressState.OnTrack, [new("sessions", "Sessions attended", 18, 25, "session", ProgressState.OnTrack, 1, QuestionOpen: false)])]),
        new NewQuery("I was there for the whole hour.", Query),
        Queried,
        new QueryList([Queried]),
        new NewQueryAnswer("The sheet says so too; it is put right."),
    ];
}
