using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class MeetingExamples
{
    private static readonly DateOnly August = new(2024, 8, 7);
    private static readonly DateOnly Day = new(2025, 5, 28);
    private static readonly TimeOnly Three = new(15, 0);
    private static readonly DaySpan[] Christmas = [new(new(2024, 12, 23), new(2025, 1, 5))];
    private static readonly PeersOfProfession[] Peers = [new("general-practitioner", 2)];

    private static readonly MeetingFormBody Form = new(
        "reflective-rounds", [new("de", "Reflexionsrunde"), new("en", "Reflective rounds")], 4, 20, 60, ["attend", "present", "lead"], "attended", "led", Counts: true, Own: true);

    private static readonly QualificationBody Accredited = new(Examples.Id(52), "balint-society-accredited", "A made-up society", August, null);

    private static readonly AgreementBody Agreement = new(
        Examples.Id(51), 1, ["What is said in the group stays in it.", "Whoever presented may push back from the circle."], August,
        [new(Examples.Trainee, Examples.Signed)]);

    public static IEnumerable<object> All =>
    [
        new NewMeetingForm(Form.Key, Form.Title, 4, 20, 60, Form.Doings, Id: Examples.Id(50)),
        Form,
        new MeetingFormList([Form]),
        new NewGroupDetails(6, 12, Closed: true, Voluntary: false, "assigned", August, Cases: 1, Id: Examples.Id(53)),
        new GroupDetailsBody(Examples.Id(53), 6, 12, true, false, "assigned", 1, August, null),
        new GroupDetailsList([new(Examples.Id(53), 6, 12, true, false, "assigned", 1, August, null)]),
        new NewSchedule(7, Three, 60, August, new(2025, 7, 30), 3, Christmas, Examples.Id(54)),
        new ScheduleBody(Examples.Id(54), 14, Three, 60, new(2024, 12, 1), new(2025, 1, 31), 3, Christmas, [new(2024, 12, 4), new(2024, 12, 18), new(2025, 1, 15), new(2025, 1, 29)]),
        new ScheduleList([new(Examples.Id(54), 14, Three, 60, new(2025, 5, 1), new(2025, 5, 31), 3, [], [new(2025, 5, 7), new(2025, 5, 21)])]),
        new NewAgreement(Agreement.Clauses, August, Agreement.Id),
        Agreement,
        new AgreementList([Agreement]),
        new NewQualification(Accredited.Code, August, Issuer: Accredited.Issuer, Id: Accredited.Id),
        new NewProfession("psychiatrist", August, Id: Examples.Id(55)),
        new QualificationList([Accredited], [new(Examples.Id(55), "psychiatrist", null, August, null)]),
        new NewMeeting(Day, 60, "one-to-one-supervision", "online", "was-supervised", Examples.Other, Peers: Peers, Id: Examples.Id(56)),
        new ChangedMeeting(Day, 45, "one-to-one-supervision", "in-person", "was-supervised", Partner: "Petra Partner"),
        new MeetingBody(Examples.Id(56), Examples.Trainee, Day, 60, "one-to-one-supervision", "online", "was-supervised", Examples.Other, null, Peers, Examples.Signed, 2),
        new MeetingList([new(Examples.Id(56), Examples.Trainee, Day, 60, "peer-review-group", "in-person", "peer", null, null, Peers, null, 1)], []),
    ];
}
