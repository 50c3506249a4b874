using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Right requests of how groups meet and of what nobody led.</summary>
internal static class MeetingExampleRequests
{
    public static async Task<IReadOnlyDictionary<string, Example>> Make(Scene scene, HttpClient otherTutor)
    {
        var (leader, coLeader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader), await scene.As(scene.Trainee));
        var another = await scene.Tutor.Post<GroupBody>(scene.Path("groups"), new { key = "mtg", name = "Monday group", site = "Riverside", form = "balint-group" });
        var details = await scene.Tutor.Post<FactBody>(scene.Path($"groups/{another.Id}/details"),
            new { sizeFrom = 6, sizeTo = 12, closed = true, voluntary = false, admission = "assigned", cases = 1, from = "2024-08-01" });
        var qualification = await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Leader.Id}/qualifications"), new { code = "ended-soon", from = "2024-08-01" });
        var profession = await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Leader.Id}/professions"), new { code = "psychiatrist", from = "2024-08-01" });
        var peers = new[] { new { profession = "general-practitioner", number = 2 } };
        var toChange = await trainee.Post<MeetingBody>(scene.Path($"people/{scene.Trainee.Id}/meetings"),
            new { heldOn = "2025-05-01", minutes = 60, form = "peer-review-group", mode = "in-person", role = "peer", peers });
        return new Dictionary<string, Example>
        {
            ["AddMeetingForm"] = Example.Of(HttpMethod.Post, scene.Path("meeting-forms"), new
            {
                key = "reflective-rounds", title = new[] { new { language = "en", text = "Reflective rounds" } }, sizeFrom = 4, sizeTo = 20, minutes = 60,
                doings = new[] { "attend", "lead" }, memberDoes = "attended", leaderDoes = "led", counts = true, id = Id(),
            }, scene.Tutor, somebodyElse: otherTutor),
            ["AddGroupDetails"] = Example.Of(HttpMethod.Post, scene.Path($"groups/{scene.Group}/details"), new
            {
                sizeFrom = 6, sizeTo = 12, closed = true, voluntary = false, admission = "assigned", cases = 1, from = "2024-08-01", until = "2025-07-31", id = Id(),
            }, leader, somebodyElse: coLeader),
            ["EndGroupDetails"] = Example.Of(HttpMethod.Put, scene.Path($"groups/{another.Id}/details/{details.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["AddAgreement"] = Example.Of(HttpMethod.Post, scene.Path($"groups/{scene.Group}/agreements"),
                new { clauses = new[] { "What is said in the group stays in it." }, from = "2024-08-01", id = Id() }, leader, somebodyElse: coLeader),
            ["AddQualification"] = Tutor($"people/{scene.Leader.Id}/qualifications",
                new { code = "balint-society-accredited", from = "2024-08-01", until = "2026-07-31", issuer = "A made-up society", id = Id() }),
            ["AddProfession"] = Tutor($"people/{scene.CoLeader.Id}/professions", new { code = "general-practitioner", from = "2024-08-01", until = "2026-07-31", id = Id() }),
            ["EndQualification"] = Example.Of(HttpMethod.Put, scene.Path($"people/{scene.Leader.Id}/qualifications/{qualification.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["EndProfession"] = Example.Of(HttpMethod.Put, scene.Path($"people/{scene.Leader.Id}/professions/{profession.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["PlanSchedule"] = Example.Of(HttpMethod.Post, scene.Path($"groups/{another.Id}/schedule"), new
            {
                everyDays = 14, startsAt = "15:00:00", minutes = 60, from = "2025-09-01", until = "2025-12-31", weekday = 1,
                pauses = new[] { new { from = "2025-10-20", until = "2025-10-31" } }, id = Id(),
            }, scene.Tutor, somebodyElse: otherTutor),
            ["AddMeeting"] = Example.Of(HttpMethod.Post, scene.Path($"people/{scene.Trainee.Id}/meetings"), new
            {
                heldOn = "2025-05-02", minutes = 60, form = "peer-review-group", mode = "online", role = "peer", withId = scene.Other.Id, partner = "Petra Partner", peers, id = Id(),
            }, trainee),
            ["ChangeMeeting"] = Example.Of(HttpMethod.Put, scene.Path($"meetings/{toChange.Id}"), new
            {
                heldOn = "2025-05-02", minutes = 45, form = "one-to-one-supervision", mode = "online", role = "supervised", withId = scene.Other.Id, partner = "Petra Partner", peers,
            }, trainee, toChange.Version),
        };

        Example Tutor(string path, object body) => Example.Of(HttpMethod.Post, scene.Path(path), body, scene.Tutor, somebodyElse: otherTutor);
    }

    private static Guid Id() => Guid.CreateVersion7();
}
