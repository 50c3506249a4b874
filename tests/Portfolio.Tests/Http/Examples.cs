using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Privacy;
using Portfolio.Tests.Records;
using Portfolio.Tests.Sessions;

namespace Portfolio.Tests.Http;

/// <summary>A request that is right: every member of its body is there, so that every member can be put wrong.</summary>
internal sealed record Example(HttpMethod Method, string Path, JsonObject Body, HttpClient By, int? Version = null, HttpClient? SomebodyElse = null)
{
    public static Example Of(HttpMethod method, string path, object body, HttpClient by, int? version = null, HttpClient? somebodyElse = null) =>
        new(method, path, JsonSerializer.SerializeToNode(body)!.AsObject(), by, version, somebodyElse);

    public Task<HttpResponseMessage> Send(HttpContent content, HttpClient? by = null)
    {
        var request = new HttpRequestMessage(Method, Path) { Content = content };
        if (Version is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return (by ?? By).SendAsync(request);
    }

    public Task<HttpResponseMessage> Send(JsonNode body, HttpClient? by = null) => Send(BodyMutations.Json(body.ToJsonString()), by);
}

/// <summary>One right request for every endpoint that takes a JSON body, by the endpoint's name.</summary>
internal static class Examples
{
    /// <summary>What takes a body that is not JSON, and whose tests try it.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotJson = new Dictionary<string, string>
    {
        ["VerifyRecord"] = "Any bytes at all are judged, so none are refused: HostileBytesTests.",
        ["Disconnect"] = "It takes no body.",
        ["Invite"] = "It takes no body.",
        ["IssueEmbedToken"] = "It takes no body.",
        ["EndSignIn"] = "It takes no body.",
        ["EndAddress"] = "It takes no body.",
        ["ShareRecord"] = "It takes no body.",
        ["PausePlatform"] = "It takes no body.",
        ["ResumePlatform"] = "It takes no body.",
        ["RemovePlatform"] = "It takes no body.",
        ["EndPlatformSecret"] = "It takes no body.",
        ["SetPlatformKeys"] = "A JWK Set: PlatformKeysTests.",
        ["RegisterPlatform"] = "What a platform says of itself, as RFC 7591 has it: OpenBadgesProviderTests.",
        ["IssueToken"] = "A form, as RFC 6749 has it: TokenTests.",
        ["EndLink"] = "It takes no body.",
        ["EndLtiRegistration"] = "It takes no body.",
        ["MakeLtiRegistrationLink"] = "It takes no body.",
        ["ReadLtiRoster"] = "It takes no body.",
        ["AcceptAgreement"] = "It takes no body.",
        ["ConfirmMeeting"] = "It takes no body.",
        ["ForgetDevice"] = "It takes no body.",
        ["PublishRequirementPack"] = "A document: PackPublishingTests.",
        ["TryRequirementPack"] = "A document: PackPublishingTests.",
        ["ImportPeople"] = "A sheet: HostileSheetTests.",
        ["ImportClockStops"] = "A sheet: HostileSheetTests.",
        ["ImportRegisters"] = "A sheet: HostileSheetTests.",
        ["ImportEvidence"] = "A sheet: EvidenceTests.",
        ["StagePaperSheet"] = "A sheet: PaperGridTests.",
        ["CheckPaperSheet"] = "It takes no body.",
        ["DropPaperSheet"] = "It takes no body.",
        ["AddAssessmentForm"] = "A form document: FormReaderTests.",
        ["ReleaseAssessment"] = "It takes no body.",
        ["ConfirmElsewhere"] = "It takes no body.",
        ["LoadFramework"] = "A framework in one of four forms: FrameworkLoadTests.",
        ["PublishFramework"] = "It takes no body.",
        ["SignInThere"] = "It takes no body.",
        ["TestConnection"] = "It takes no body.",
        ["PushWithFault"] = "It takes no body.",
        ["TestOutward"] = "It takes no body.",
        ["ReplayDelivery"] = "It takes no body.",
    };

    public static readonly IReadOnlyList<string> Names =
    [
        "AddAddress", "AddAgreement", "AddAppointment", "AddClockStop", "AddGroup", "AddGroupDetails", "AddLeader", "AddLtiRegistration", "AddMeeting", "AddMeetingForm",
        "AddMember", "AddPanelNote", "AddPerson", "AddPlacement", "AddPlatform", "AddPlatformSecret", "AddProfession", "AddQualification",
        "AddRequirement", "AddSession", "AddSupervision", "AmendRecord", "AnswerAssessment", "AnswerPanel", "AnswerQuery", "AnswerQuestion",
        "AskBack", "CancelSession", "ChangeAssessment", "ChangeKinds", "ChangeMeeting", "CheckIn", "Confirm", "ConfirmAddress", "ConfirmPaperSheets",
        "Connect", "CorrectIdentity", "CorrectRegister", "CountersignAssessment", "DeclineElsewhere", "DeclineStep", "EndAppointment", "EndElsewhere",
        "EndGroupDetails", "EndMandate", "EndMembership", "EndProfession", "EndQualification", "EndRequirement", "EndSignIns", "EndSupervision",
        "ErasePerson", "FillRegister", "ForbidReceivers", "FreezeEvidencePack", "HandInRecord", "LinkLtiCourse", "MakeProgramme", "MakeUploadPack", "MatchPaperNames",
        "MoveToRequirement", "OpenAssessment", "OpenLink", "OrderExport", "PlaceHold", "PlanSchedule", "QueryRegister", "ReplayConnection",
        "ReplayPlatform", "ReverseConfirmation", "SayUploaded", "SendLink", "SendLinkCode", "SetConnectionSettings", "SetLtiDeployments", "SetLtiScores", "SetOutward",
        "SetPlatformKeysUrl", "SetPlatformRedirectUris", "SetPrivacySettings", "SetRetention", "SetWords", "SignAccount", "SignAssessment",
        "SignInToDemonstration", "SignOff", "StateElsewhere", "SwitchCheckIn", "SwitchLeaderLinks", "SwitchWeeklyLetters", "TellDelivery",
        "VouchForLeading", "WithdrawAssessment", "WithdrawElsewhere", "WithdrawRecord",
    ];

    public static async Task<IReadOnlyDictionary<string, Example>> Make(TestHost host, Scene scene)
    {
        var (leader, coLeader) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader));
        var guest = await scene.Person("Gwen Guest", "G1", "9900021");
        var deputy = await scene.Person("Dora Deputy", "G2", "9900022");
        // Somebody who is signed in has something to end.
        await scene.As(guest);
        var member = await scene.Person("Mona Member", "G3", "9900023");
        var (gone, renamed) = (await scene.Person("Greta Gone", "G4", "9900026"), await scene.Person("Rena Renamed", "G5", "9900027"));
        var officer = await scene.Officer();
        var secondTutor = await scene.Person("Theo Tutor", "T2", "9900024");
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = secondTutor.Id, office = "tutor", from = "2024-08-01" });
        var otherTutor = await scene.As(secondTutor);
        var supervision = await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/supervisions"), new { supervisorId = scene.Leader.Id, from = "2024-08-01" });
        var requirement = await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-01" });
        var appointment = await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = deputy.Id, office = "administrator", from = "2024-08-01" });
        var mandate = await scene.Mandate(deputy, "deputy", from: "2024-08-01", until: "2025-12-31");
        var membership = await scene.Member(guest, until: "2025-12-31");
        var (fill, sign, correct, cancel) = (
            await scene.A_filled_register("2025-05-07"), await scene.A_filled_register("2025-05-14"),
            await scene.A_filled_register("2025-05-21"), await scene.A_filled_register("2025-05-28"));
        await scene.Signed(correct);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio" });
        var permission = await (await scene.As(scene.Other)).Post<ConnectionBody>(scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
        var register = new
        {
            mode = "online", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
            lines = new[]
            {
                new
                {
                    personId = scene.Trainee.Id, attendance = "partial", minutes = 50, mode = "in-person", presented = true, followedUp = true,
                    followUpOf = "2025-04-02", visiting = false,
                },
            },
        };
        await scene.Signed(await scene.A_filled_register("2025-04-09"));
        var period = new { personId = scene.Trainee.Id, from = "2025-04-01", until = "2025-04-15", alignments = new[] { new { framework = "rcpsych-core-2022", code = "1.2" } } };
        var account = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), period);
        const string Reason = "The wrong Wednesday";
        var difference = await leader.Post<SignOffListBody>(scene.Path($"sessions/{correct.Id}/corrections"), new { register, reason = Reason });
        var (wrong, amend) = (
            (await scene.Signed(await scene.A_filled_register("2025-04-16"))).RecordOf(scene.Other), (await scene.Signed(await scene.A_filled_register("2025-04-23"))).RecordOf(scene.Other));
        var ends = await leader.Post<SignOffListBody>(scene.Path($"records/{wrong}/withdrawal"), new { reason = Reason });
        var changes = await leader.Post<SignOffListBody>(scene.Path($"records/{amend}/amendments"), new { reason = Reason, minutes = 40, mode = "online" });
        var led = await scene.A_filled_register("2025-03-26");
        await scene.Signed(led);
        var leading = await coLeader.Post<SignOffListBody>(scene.Path($"sessions/{led.Id}/leading"), new { });
        var (byCode, byLetter) = (await RegisterLinkScene.Set(host), await RegisterLinkScene.Set(host));
        var (link, uncoded) = (await byCode.Link(), await byLetter.Link());
        var toLink = await scene.A_filled_register("2025-03-19");
        var linked = await RegisterLinkScene.Person(scene, "Lotte Linked", "G8");
        await scene.Mandate(linked, "deputy");
        var reachable = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name = "Rae Reachable", key = "G9", email = "rae@example.org" });
        var confirm = await (await scene.As(scene.Other)).Post<AddressBody>(scene.Path($"people/{scene.Other.Id}/addresses"), new { address = "otto@example.net" });
        var code = (await host.LettersTo("otto@example.net"))[0].Text.Split('\n').Single(line => line.Length == 6 && line.All(char.IsAsciiDigit));
        return new Dictionary<string, Example>(
            [.. await ExamplesOfAssessments.Make(host, scene), .. await ExamplesOfConfirmations.Make(host), .. await MeetingExampleRequests.Make(scene, otherTutor),
             .. await ExamplesOfDeliveries.Make(host, scene), .. await ExamplesOfUploads.Make(host),
             .. await ExamplesOfLetters.Make(scene), .. await ExamplesOfPaper.Make(host), .. await ExamplesOfCheckIn.Make(scene), .. await ExamplesOfLti.Make(host, scene, otherTutor)])
        {
            ["AddAddress"] = Example.Of(HttpMethod.Post, scene.Path($"people/{scene.Trainee.Id}/addresses"), new { address = "tara@example.net", id = Id() }, await scene.As(scene.Trainee)),
            ["ConfirmAddress"] = Example.Of(HttpMethod.Post, scene.Path($"people/{scene.Other.Id}/addresses/{confirm.Id}/confirmation"), new { code }, await scene.As(scene.Other)),
            ["AddAppointment"] = Tutor("appointments", new { personId = guest.Id, office = "tutor", from = "2030-01-01", until = "2030-12-31", site = "Hillside", id = Id() }),
            ["AddClockStop"] = Tutor($"people/{guest.Id}/clock-stops", new { from = "2025-01-01", until = "2025-02-01", id = Id() }),
            ["AddGroup"] = Tutor("groups", new { key = "thu", name = "Thursday group", site = "Riverside", form = "balint-group", id = Id() }),
            ["AddLeader"] = Tutor($"groups/{scene.Group}/leaders", new { personId = member.Id, kind = "deputy", from = "2026-01-01", until = "2026-02-01", id = Id() }),
            ["AddMember"] = Tutor($"groups/{scene.Group}/members", new { personId = member.Id, standing = "observer", from = "2025-01-01", until = "2025-02-01", id = Id() }),
            ["AddPerson"] = Tutor("people", new { name = "Nora New", key = "N1", email = "nora@example.org", body = "GMC", number = "9900025", id = Id() }),
            ["AddPlacement"] = Tutor($"people/{guest.Id}/placements", new
            {
                site = "Hillside", role = "trainee", wholeTime = 0.6, workingDays = new[] { 1, 3 }, from = "2024-08-01", until = "2025-02-01", grade = "CT1",
                gradeExpectedTo = "2025-08-01", reviewOn = "2025-06-01", evidenceCutOff = "2025-05-01", id = Id(),
            }),
            ["AddPlatform"] = Tutor("platforms", new { name = "Another e-portfolio", id = Id() }),
            ["AddPlatformSecret"] = Tutor($"platforms/{platform.Id}/secrets", new { id = Id() }),
            ["MoveToRequirement"] = await PackMoves.Right(scene, deputy),
            ["AddRequirement"] = Tutor($"people/{guest.Id}/requirements", new { pack = "uk-nw-core", version = 1, from = "2024-08-01", until = "2025-02-01", id = Id() }),
            ["EndRequirement"] = Example.Of(HttpMethod.Put, scene.Path($"people/{scene.Other.Id}/requirements/{requirement.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["AddSession"] = Example.Of(HttpMethod.Post, scene.Path($"groups/{scene.Group}/sessions"),
                new { heldOn = "2025-04-30", startsAt = "15:00:00", minutes = 60, id = Id() }, leader, somebodyElse: coLeader),
            ["AddSupervision"] = Tutor($"people/{guest.Id}/supervisions", new { supervisorId = scene.Leader.Id, from = "2024-08-01", until = "2025-02-01", kind = "clinical", id = Id() }),
            ["AmendRecord"] = Example.Of(HttpMethod.Post, scene.Path($"records/{amend}/amendments"),
                new { reason = Reason, minutes = 40, mode = "online", listHash = changes.Hash }, leader),
            ["CancelSession"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{cancel.Id}/cancellation"), new { reason = "holiday" }, leader, cancel.Version),
            ["ChangeKinds"] = Example.Of(HttpMethod.Put, scene.Path($"connections/{permission.Id}/kinds"), new { kinds = new[] { "attendance", "period-account" } }, await scene.As(scene.Other)),
            ["Connect"] = Example.Of(HttpMethod.Post, scene.Path("connections"),
                new { platformId = platform.Id, kinds = new[] { "attendance", "presentation" }, id = Id() }, await scene.As(scene.Trainee),
                somebodyElse: coLeader),
            ["CorrectRegister"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{correct.Id}/corrections"), new { register, reason = Reason, listHash = difference.Hash }, leader),
            ["EndAppointment"] = Example.Of(HttpMethod.Put, scene.Path($"appointments/{appointment.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["EndSupervision"] = Example.Of(HttpMethod.Put, scene.Path($"people/{scene.Other.Id}/supervisions/{supervision.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["CorrectIdentity"] = Example.Of(HttpMethod.Put, scene.Path($"people/{renamed.Id}/identity"),
                new { name = "Rena Newname", key = "G5", email = "rena@example.org", body = "GMC", number = "9900028" }, scene.Tutor),
            ["EndSignIns"] = Example.Of(HttpMethod.Post, scene.Path($"people/{guest.Id}/sign-ins/end"), new { personId = guest.Id }, scene.Tutor),
            ["ErasePerson"] = Example.Of(HttpMethod.Post, scene.Path($"people/{gone.Id}/erasure"), new { personId = gone.Id, reason = "objected" }, officer),
            ["PlaceHold"] = Example.Of(HttpMethod.Post, scene.Path($"people/{guest.Id}/holds"), new { reason = "A made-up claim", id = Id() }, officer),
            ["SetRetention"] = Example.Of(HttpMethod.Put, scene.Path("retention"), new { periods = new[] { new { kind = "person", months = 96 } } }, scene.Tutor),
            ["EndMandate"] = Example.Of(HttpMethod.Put, scene.Path($"groups/{scene.Group}/leaders/{mandate.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["EndMembership"] = Example.Of(HttpMethod.Put, scene.Path($"groups/{scene.Group}/members/{membership.Id}/last-day"), new { until = "2025-11-30" }, scene.Tutor),
            ["FillRegister"] = Example.Of(HttpMethod.Put, scene.Path($"sessions/{fill.Id}/register"), register, leader, fill.Version),
            ["MakeProgramme"] = Example.Of(HttpMethod.Post, "/v1/programmes", new
            {
                key = "another-" + scene.Key, name = "Another made-up school", timeZone = "Europe/Dublin", demonstration = true, id = Id(),
                tutor = new { name = "Tess Tutor", key = "T1", email = "tess@example.org", body = "NMC", number = "99A0001B", id = Id() },
            }, host.Anybody()),
            ["SetPlatformKeysUrl"] = Example.Of(HttpMethod.Put, scene.Path($"platforms/{platform.Id}/keys-url"), new { url = "https://eportfolio.example.org/jwks.json" }, scene.Tutor),
            ["SetPlatformRedirectUris"] = Example.Of(HttpMethod.Put, scene.Path($"platforms/{platform.Id}/redirect-uris"), new { uris = new[] { "https://eportfolio.example.org/connected" } }, scene.Tutor),
            ["OpenLink"] = Example.Of(HttpMethod.Post, "/v1/links/tokens",
                new { link, code = await byCode.Code(link), device = new string('A', 64), remember = "Mira's phone" }, host.Anybody()),
            ["SendLink"] = Tutor($"sessions/{toLink.Id}/links", new { leaderId = linked.Id, id = Id() }),
            ["SendLinkCode"] = Example.Of(HttpMethod.Post, "/v1/links/codes", new { link = uncoded }, host.Anybody()),
            ["OrderExport"] = Example.Of(HttpMethod.Post, scene.Path($"people/{reachable.Id}/export-orders"), new { id = Id() }, officer),
            ["SetPrivacySettings"] = Example.Of(HttpMethod.Put, scene.Path("settings/privacy"), new
            {
                controller = "Made-up Deanery", contact = "privacy@deanery.example.org", lawfulBasis = "public-task", lawfulBasisWords = "Its task by statute.",
                specialCategoryCondition = "None is relied on.", country = "GB", retention = "Six years.",
                processors = new[] { new { name = "Made-up Hosting", does = "runs the servers", country = "IE" } },
            }, await scene.Director(), version: 0),
            ["SignAccount"] = Example.Of(HttpMethod.Post, scene.Path($"groups/{scene.Group}/accounts"),
                new { period.personId, period.from, period.until, period.alignments, listHash = account.Hash }, leader),
            ["SignInToDemonstration"] = Example.Of(HttpMethod.Post, "/demonstration/sign-in", new { programme = scene.Key, person = "T1" }, host.Anybody()),
            ["SignOff"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{sign.Id}/sign-off"), new { listHash = (await leader.List(scene, sign.Id)).Hash }, leader),
            ["SetWords"] = Example.Of(HttpMethod.Put, scene.Path("settings/words"), new { trainee = "resident-doctor", leader = "moderator" }, scene.Tutor),
            ["SwitchLeaderLinks"] = Example.Of(HttpMethod.Put, scene.Path("settings/leader-links"), new { on = true }, scene.Tutor),
            ["VouchForLeading"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{led.Id}/leading"), new { listHash = leading.Hash }, coLeader),
            ["WithdrawRecord"] = Example.Of(HttpMethod.Post, scene.Path($"records/{wrong}/withdrawal"), new { reason = Reason, listHash = ends.Hash }, leader),
        };

        Example Tutor(string path, object body) => Example.Of(HttpMethod.Post, scene.Path(path), body, scene.Tutor, somebodyElse: otherTutor);
    }

    private static Guid Id() => Guid.CreateVersion7();
}

/// <summary>A host with a right request for every endpoint: <c>IClassFixture&lt;ExampleHost&gt;</c>.</summary>
public sealed class ExampleHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal IReadOnlyDictionary<string, Example> Examples { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Examples = await Http.Examples.Make(Host, await Scene.Set(Host));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
