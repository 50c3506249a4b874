using System.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Assessments;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;
using Portfolio.Tests.Paper;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Access;

/// <summary>
/// Everybody who could ask, at every distance from what is asked about: <c>IClassFixture&lt;Cast&gt;</c>. That is a trainee of the Wednesday group at Riverside, the group,
/// a session of it that was signed on 30 April, and what the trainee got there. Today is 2 June 2025.
/// </summary>
public sealed partial class Cast(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, Actor> actors = [];
    private int numbers = 40;

    internal TestHost Host { get; } = new(cluster);

    internal Scene Scene { get; private set; } = null!;

    internal IReadOnlyDictionary<string, Actor> Actors => actors;

    /// <summary>The ids in paths.</summary>
    internal Dictionary<string, string> Ids { get; } = [];

    /// <summary>What a page is asked besides, by the end of its path.</summary>
    internal Dictionary<string, string> Asked { get; } = [];

    internal Guid Presentation { get; private set; }

    internal Guid Account { get; private set; }

    /// <summary>Somebody who asks, and what they are to each thing that is asked about.</summary>
    /// <param name="Is">By the kind of thing; what is not named they are nothing to.</param>
    internal sealed record Actor(HttpClient Client, IReadOnlyDictionary<string, Role[]> Is, bool SignedIn = true);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        var nextDoor = await Group("thu", "Riverside");
        var elsewhere = await Group("fri", "Hillside");
        await Place(Scene.Trainee, "Riverside");
        var session = await Scene.A_filled_register("2025-04-30");
        var another = await Scene.A_filled_register("2025-05-07");
        var signed = await Scene.Signed(session);
        Guid Record(string kind) => signed.Records.Single(record => record.PersonId == Scene.Trainee.Id && record.Kind == kind).Id;
        Presentation = Record("presentation");
        var platform = await Scene.Tutor.Post<PlatformBody>(Scene.Path("platforms"), new { name = "An e-portfolio" });
        var connection = await (await Scene.As(Scene.Trainee)).Post<ConnectionBody>(Scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
        // Of somebody whose permission nobody ends here.
        var shown = await (await Scene.As(Scene.Other)).Post<ConnectionBody>(Scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "progress" } });

        await Trainees(nextDoor, elsewhere);
        await Leaders(nextDoor, elsewhere, session, another);
        await Supervisors();
        await Officers();
        Platforms(await TokenOf(platform));
        await Strangers();
        Account = await SignedAccount();
        (Ids["assessmentId"], Ids["elsewhereId"]) = ($"{(await Scene.SignedAssessment()).Id}", $"{(await Scene.Elsewhere()).Id}");

        var hold = await actors["data-protection-officer: own"].Client.Post<HoldBody>(Scene.Path($"people/{Scene.Trainee.Id}/holds"), new { reason = "A made-up claim" });
        var supervisions = await Scene.Tutor.Get<SupervisionList>(Scene.Path($"people/{Scene.Trainee.Id}/supervisions"));
        var requirement = await Scene.Tutor.Post<FactBody>(Scene.Path($"people/{Scene.Trainee.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        var appointments = await Scene.Tutor.Get<AppointmentList>(Scene.Path("appointments"));
        var members = await Scene.Tutor.Get<PlacesInGroup>(Scene.Path($"groups/{Scene.Group}/members"));
        var mandates = await Scene.Tutor.Get<PlacesInGroup>(Scene.Path($"groups/{Scene.Group}/leaders"));
        foreach (var (name, id) in new[]
        {
            ("programmeId", Scene.Programme), ("personId", Scene.Trainee.Id), ("traineeId", Scene.Trainee.Id), ("connectionId", connection.Id), ("platformId", platform.Id),
            ("groupId", Scene.Group), ("sessionId", session.Id), ("mandateId", mandates.People[^1].Id), ("membershipId", members.People[^1].Id), ("recordId", Record("attendance")),
            ("holdId", hold.Id), ("supervisionId", supervisions.Supervisions[^1].Id), ("requirementId", requirement.Id), ("appointmentId", appointments.Appointments[^1].Id),
            ("pairwiseId", shown.Trainee), ("linkId", await Link(Scene.CoLeader.Id, session)), ("deviceId", await Device(Scene.Trainee.Id)),
        })
            Ids[name] = $"{id}";
        (Ids["registrationId"], Ids["courseId"]) = ($"{await ExamplesOfLti.Spare(Scene)}", $"{(await ExamplesOfLti.Scored(Host, Scene)).Course}");
        Ids["number"] = "1";
        Ids["form"] = "json";
        Ids["packId"] = "uk-nw-core";
        Ids["framework"] = "rcpsych-core-2022";
        // Let in for what is done to it; the one that asks stays as it is.
        var spare = await Scene.Tutor.Post<PlatformBody>(Scene.Path("platforms"), new { name = "Another e-portfolio" });
        Ids["platformId"] = $"{spare.Id}";
        Asked["/connect"] = new Uri(new Uri("http://localhost"), await (await AskingPlatform.Let_in(Host, Scene)).Page()).Query;
        Asked["/assessments/new"] = $"?person={Scene.Trainee.Id}";
        Ids["secretId"] = $"{(await Scene.Tutor.Get<PlatformSettings>(Scene.Path($"platforms/{spare.Id}"))).Secrets[0].Id}";
        await Meetings();
        await Confirmations(session);
        // One that came in: nothing that is asked of it takes it away.
        Ids["sheetId"] = $"{(await Scene.Checked()).Sheet.Id}";
        await Scene.Confirmed();
        Ids["addressId"] = $"{Guid.CreateVersion7()}";
        Ids["signInId"] = $"{await SignIn(Scene.Trainee)}";
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task Trainees(Guid nextDoor, Guid elsewhere)
    {
        await Add("trainee: own", Scene.Trainee, Is("Person", Role.Oneself).And("Record", Role.Oneself).And("Connection", Role.Oneself).And("Delivery", Role.Oneself)
            .And("Assessment", Role.Oneself).And("Member", Role.Oneself)
            .And("Trainee", Role.Oneself).And("SessionOfOneself", Role.Oneself).And("Group", Role.Member).And("Meeting", Role.Oneself));
        await Add("trainee: same group", Scene.Other, Is("Group", Role.Member).And("Meeting", Role.OtherPerson).And("SessionOfOneself", Role.Oneself));
        var left = await Scene.Person("Lara Left", "M3", Number());
        await Scene.Member(left, until: "2025-03-01");
        await Add("trainee: gone by", left, []);
        await Member("trainee: same site", nextDoor, "Riverside");
        await Member("trainee: same programme", elsewhere, "Hillside");
    }

    private async Task Leaders(Guid nextDoor, Guid elsewhere, SessionBody session, SessionBody another)
    {
        var today = Is("Group", Role.Leader).And("Session", Role.Leader, Role.LeaderThatDay).And("Record", Role.Leader, Role.LeaderThatDay)
            .And("AssessmentsOfGroup", Role.Leader, Role.LeaderThatDay).And("Assessment", Role.Leader).And("Member", Role.Leader)
            .And("Trainee", Role.Leader).And("SessionOfOneself", Role.Leader, Role.LeaderThatDay);
        await Add("leader: own", Scene.Leader, today.And("Assessment", Role.Assessor, Role.Leader));
        await Add("co-leader: own", Scene.CoLeader, today);
        await Mandate("deputy: same group, later", "2025-06-01", null, Is("Group", Role.Leader).And("Session", Role.Leader).And("Record", Role.Leader)
            .And("AssessmentsOfGroup", Role.Leader, Role.LeaderThatDay).And("Assessment", Role.Leader).And("Member", Role.Leader)
            .And("Trainee", Role.Leader).And("SessionOfOneself", Role.Leader));
        var then = await Mandate("leader: gone by, led that day", "2024-08-01", "2025-05-01", Is("Session", Role.LeaderThatDay).And("Record", Role.LeaderThatDay)
            .And("AssessmentsOfGroup", Role.LeaderThatDay).And("SessionOfOneself", Role.LeaderThatDay));
        await Mandate("leader: gone by, before", "2024-08-01", "2025-04-01", Is("AssessmentsOfGroup", Role.LeaderThatDay));
        await Leader("leader: same site", nextDoor);
        await Leader("leader: same programme", elsewhere);
        await Linked("leader by link: own", Scene.Leader, session, Is("Session", Role.LinkedLeader));
        await Linked("leader by link: gone by, led that day", then, session, Is("Session", Role.LinkedLeader));
        await Linked("leader by link: same group, another session", Scene.Leader, another, []);
        await Linked("leader by link: not a leader", Scene.Other, session, []);
    }

    private async Task Supervisors()
    {
        foreach (var (kind, role) in new[] { ("educational", Role.EducationalSupervisor), ("clinical", Role.ClinicalSupervisor) })
        {
            // A single attendance is nothing to a clinical supervisor: what is shared is an account.
            await Supervisor($"{kind} supervisor: own", kind, Scene.Trainee, null, kind == "clinical" ? Is("Person", role).And("Member", role).And("Trainee", role)
                : Is("Person", role).And("Trainee", role).And("Record", role).And("AssessmentsOfGroup", role).And("Assessment", role).And("Member", role));
            await Supervisor($"{kind} supervisor: same group", kind, Scene.Other, null, kind == "clinical" ? [] : Is("AssessmentsOfGroup", role));
            await Supervisor($"{kind} supervisor: gone by", kind, Scene.Trainee, "2025-06-01", []);
        }
    }

    private async Task Officers()
    {
        foreach (var (office, role) in new[] { ("tutor", Role.Tutor), ("administrator", Role.Administrator) })
        {
            var theirs = Is("Person", role).And("Group", role).And("Session", role).And("Record", role).And("PartOfProgramme", role)
                .And("Assessment", role).And("Member", role).And("Trainee", role).And("SessionOfOneself", role);
            await Officer($"{office}: same site", office, "Riverside", null, theirs);
            await Officer($"{office}: same programme, other site", office, "Hillside", null, Is("PartOfProgramme", role));
            await Officer($"{office}: every site", office, null, null, theirs.And("WholeProgramme", role).And("Delivery", role));
            await Officer($"{office}: gone by", office, null, "2025-06-01", []);
        }
        foreach (var (office, role) in new[] { ("director", Role.Director), ("panel-member", Role.PanelMember), ("data-protection-officer", Role.DataProtectionOfficer) })
        {
            var all = new[] { "Person", "Group", "Session", "Record", "PartOfProgramme", "WholeProgramme", "Assessment", "Member", "Trainee", "SessionOfOneself", "Delivery" }.ToDictionary(kind => kind, _ => new[] { role });
            await Officer($"{office}: own", office, null, "2026-06-01", all);
            await Officer($"{office}: gone by", office, null, "2025-06-01", []);
        }
    }

    private async Task Confirmations(SessionBody session)
    {
        var (supervisor, trainee) = (actors["educational supervisor: own"].Client, actors["trainee: own"].Client);
        Ids["confirmationId"] = $"{(await supervisor.Confirmed(Scene, null)).ConfirmationId}";
        Ids["evidencePackId"] = $"{(await supervisor.Post<EvidencePackBody>(Scene.Path($"trainees/{Scene.Trainee.Id}/evidence-packs"), new { })).Id}";
        var portfolio = await Scene.Outward(Host);
        Ids["uploadPackId"] = $"{(await trainee.Upload(Scene, portfolio)).Id}";
        await trainee.Post<ConnectionBody>(Scene.Path("connections"), new { platformId = portfolio.Id, kinds = new[] { "attendance" } });
        await Host.Service<DeliveryWorker>().DeliverAll(TestContext.Current.CancellationToken);
        Ids["deliveryId"] = $"{(await trainee.Get<DeliveryList>(Scene.Path($"trainees/{Scene.Trainee.Id}/deliveries"))).Deliveries[0].Id}";
        Ids["queryId"] = $"{(await trainee.Post<QueryBody>(Scene.Path($"sessions/{session.Id}/queries"), new { says = "I was there longer." })).Id}";
        Ids["questionId"] = $"{Guid.CreateVersion7()}";
    }

    private async Task Meetings()
    {
        var meeting = await actors["trainee: own"].Client.Post<MeetingBody>(Scene.Path($"people/{Scene.Trainee.Id}/meetings"),
            new { heldOn = "2025-05-01", minutes = 60, form = "peer-review-group", mode = "in-person", role = "peer", withId = Scene.Other.Id });
        var agreement = await Scene.Tutor.Post<FactBody>(Scene.Path($"groups/{Scene.Group}/agreements"), new { clauses = new[] { "What is said stays here." }, from = "2024-08-01" });
        Ids["meetingId"] = $"{meeting.Id}";
        Ids["agreementId"] = $"{agreement.Id}";
        foreach (var id in new[] { "detailsId", "qualificationId", "professionId" })
            Ids[id] = $"{Guid.CreateVersion7()}";
    }

    private void Platforms(string token) => actors["platform: own"] = new(Bearer(token), Is("WholeProgramme", Role.Platform).And("PermittedTrainee", Role.Platform));

    private async Task Strangers()
    {
        var other = await Scene.Set(Host);
        actors["tutor: other programme"] = new(other.Tutor, new Dictionary<string, Role[]>());
        actors["leader: other programme"] = new(await other.As(other.Leader), new Dictionary<string, Role[]>());
        actors["trainee: other programme"] = new(await other.As(other.Trainee), new Dictionary<string, Role[]>());
        var platform = await other.Tutor.Post<PlatformBody>(other.Path("platforms"), new { name = "Another e-portfolio" });
        actors["platform: other programme"] = new(Bearer(await TokenOf(platform)), new Dictionary<string, Role[]>());
        actors["nobody"] = new(Host.Anybody(), new Dictionary<string, Role[]>(), SignedIn: false);
        actors["garbage"] = new(Bearer("pt_nonsense"), new Dictionary<string, Role[]>(), SignedIn: false);
        actors["a token gone by"] = new(Bearer(await Token(Scene.Leader.Id, null, Host.Clock.GetUtcNow())), new Dictionary<string, Role[]>(), SignedIn: false);
    }

    private async Task<Guid> Group(string key, string site) =>
        (await Scene.Tutor.Post<GroupBody>(Scene.Path("groups"), new { key, name = key, site, form = "balint-group" })).Id;

    // Whoever is signed in as a person takes part in the programme, wherever in it that is asked.
    private static Dictionary<string, Role[]> Participant(Dictionary<string, Role[]> roles) => new(roles)
    {
        ["PartOfProgramme"] = [.. roles.GetValueOrDefault("PartOfProgramme") ?? [], Role.Participant],
        ["WholeProgramme"] = [.. roles.GetValueOrDefault("WholeProgramme") ?? [], Role.Participant],
        ["CheckIn"] = [Role.Participant],
    };

    private static Dictionary<string, Role[]> Is(string kind, params Role[] roles) => new() { [kind] = roles };
}

internal static class RolesByKind
{
    public static Dictionary<string, Role[]> And(this Dictionary<string, Role[]> roles, string kind, params Role[] more) => new(roles) { [kind] = more };
}
