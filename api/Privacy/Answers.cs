using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>
/// Ready answers to who asks what is held. They say what is and is not there and what could be concluded from it; what follows from that in law, the controller
/// decides. Pure: the same facts give the same answer.
/// </summary>
internal static class Answers
{
    private const string ControllerDecides = "What is sent is for the controller to decide; the service decides nothing.";

    // What a date could mean, told and not hidden: the group is small, and it meets once a week.
    private static readonly string[] Caution =
    [
        "A register says on which day which group met, who was there, and who presented or followed up a case. It does not say which case, or whose.",
        "Somebody who knows already which doctor treated a patient, and that this doctor presented on a certain day, could suppose that the case was that patient's. "
            + "Nothing here confirms it or rules it out.",
        "Because of that, days of presentations are shown to the presenter and the group's leaders alone; others see how many there were.",
        "Why a register was corrected is free text that its writer alone can read; it was not read for this answer. Nobody is asked for a case there, and nothing keeps "
            + "somebody from having written of one: whoever wrote it can be asked.",
        "Words beside an assessment, and the reasons for withdrawing one, are free text for the trainee, the assessor and the supervisor; they were not read for this answer "
            + "either.",
        "Whether such a day is personal data of a patient, in the hands of whoever would get it, is for the controller to decide.",
    ];

    public static RequestAnswer Patient(AnswerFacts facts) => Answer("patient", facts, Caution,
        [
            "Nothing of this service is attached: it holds nothing that could be found by a patient.",
            "Should the controller decide that the day of a presentation is to be disclosed, the register of that session has it.",
        ],
        [AnswersSources.PatientsMayAsk, AnswersSources.NamesAreNotEnough, AnswersSources.Spectrum, AnswersSources.NoPatientData]);

    public static RequestAnswer Court(AnswerFacts facts) => Answer("court", facts, Caution,
        [
            facts.Person is { } person
                ? $"The export of the person {person:D}, as far as the order reaches. Only they can fetch it; the data protection officer can have a link sent to them."
                : "The registers or records that the order names, as far as it reaches. Ask for this answer about one person to see what is held about them.",
            "Signed records can be checked by anybody with the programme's published keys; the log shows whether any was changed, added or left out since.",
        ],
        [AnswersSources.Reflections, AnswersSources.NamesAreNotEnough, AnswersSources.Spectrum]);

    public static RequestAnswer Person(AnswerFacts facts) => Answer("person", facts,
        [
            "What is sealed under the person's key is opened for them. Other people stand in their export by id, but for their leaders, supervisors and those whom they supervise.",
            "A leader who signed a record is named in it for as long as its holder's record is kept.",
        ],
        [
            $"The export. The person fetches it themselves at /v1/programmes/{facts.Programme.Id:D}/people/{facts.Person:D}/export, as JSON or as an archive; "
                + "or the data protection officer orders it, and a link goes to their address. The officer does not see it.",
            $"How the programme handles data: /programmes/{facts.Programme.Id:D}/privacy.",
        ],
        []);

    private static RequestAnswer Answer(
        string request, AnswerFacts facts, IReadOnlyList<string> caution, IReadOnlyList<string> attach, IReadOnlyList<AnswerSource> sources)
    {
        IReadOnlyList<string> decided = [.. attach, ControllerDecides];
        var letter = AnswersLetter.Write(request, facts, PrivacyPageWords.NeverHeld, caution, decided, sources);
        return new(request, facts.MadeAt, facts.Person, facts.Held, PrivacyPageWords.NeverHeld, caution, decided, sources, letter);
    }
}
