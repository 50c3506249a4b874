using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Assessments;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;

namespace Portfolio.Tests.Progress;

/// <summary>Today is 2 June 2025.</summary>
public class DueAssessmentTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task No_assessment_before_the_packs_number_of_sessions_together()
    {
        var scene = await Under(type: null, sessionsTogether: 2);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        Assert.Equal("422 sessions-together-first", await (await Open(scene)).Refusal());
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        Assert.True((await Open(scene)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_leader_sees_who_still_needs_one_and_one_that_is_signed_counts()
    {
        var scene = await Under(type: null, sessionsTogether: 1);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var leader = await scene.As(scene.Leader);
        var due = Assert.Single((await leader.Get<DueAssessments>(Due(scene))).Due);
        Assert.Equal(("Tara Trainee", 0m, 2m, 1, (int?)1, false), (due.Name, due.Have, due.Need, due.SessionsTogether, due.SessionsNeeded, due.Open));

        await scene.Opened();
        Assert.True(Assert.Single((await leader.Get<DueAssessments>(Due(scene))).Due).Open);
        var opened = (await leader.Get<AssessmentList>(scene.Assessments())).Assessments.Single();
        await leader.Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/release"), new { });
        await (await scene.As(scene.Trainee)).Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/reading"), new { });
        await scene.Sign(opened.Id);
        Assert.Equal(1m, Assert.Single((await leader.Get<DueAssessments>(Due(scene))).Due).Have);
        Assert.Equal(1m, (await Progress(scene)).Rules.Single(rule => rule.Kind == "assessments").Have);
    }

    [Fact]
    public async Task What_another_portfolio_holds_stands_in_place_of_ours_once_it_is_confirmed()
    {
        var scene = await Under(type: "CBDGA", sessionsTogether: 1);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var told = await scene.Elsewhere();
        Assert.Equal(0m, (await Progress(scene)).Rules.Single(rule => rule.Kind == "assessments").Have);
        await scene.Confirmed(told.Id);
        Assert.Equal(1m, (await Progress(scene)).Rules.Single(rule => rule.Kind == "assessments").Have);
        Assert.Equal(1m, Assert.Single((await (await scene.As(scene.Leader)).Get<DueAssessments>(Due(scene))).Due).Have);
    }

    [Fact]
    public async Task Somebody_without_a_requirement_is_asked_about_by_nothing()
    {
        var scene = await Under(type: "CBDGA", sessionsTogether: 1);
        Assert.DoesNotContain("Otto Other", (await (await scene.As(scene.Leader)).Get<DueAssessments>(Due(scene))).Due.Select(due => due.Name));
        var summary = await (await scene.As(scene.Other)).Get<MemberAttendance>(scene.Path($"trainees/{scene.Other.Id}/summary"));
        Assert.Equal((0, 0m), (summary.Sessions, summary.Hours));
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        summary = await (await scene.As(scene.Other)).Get<MemberAttendance>(scene.Path($"trainees/{scene.Other.Id}/summary?until=2025-05-28"));
        Assert.Equal((1, 1m, new DateOnly(2025, 5, 28)), (summary.Sessions, summary.Hours, summary.Groups[0].Dates[0]));
    }

    [Fact]
    public async Task Progress_as_it_was_known_leaves_out_what_was_signed_since()
    {
        var scene = await Under(type: "CBDGA", sessionsTogether: 1);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        Assert.Equal(1m, (await Progress(scene)).Rules[0].Have);
        Assert.Equal(0m, (await Progress(scene, "?asOf=2025-06-01&knownAt=2025-06-01T12:00:00Z")).Rules[0].Have);
    }

    private static string Due(Scene scene) => scene.Path($"groups/{scene.Group}/assessments-due");

    private static Task<TraineeProgress> Progress(Scene scene, string query = "") => scene.Tutor.Get<TraineeProgress>(scene.Path($"trainees/{scene.Trainee.Id}/progress{query}"));

    private static async Task<HttpResponseMessage> Open(Scene scene) =>
        await (await scene.As(scene.Leader)).PostAsJsonAsync(scene.Assessments(), scene.Asked(), TestContext.Current.CancellationToken);

    // The trainee follows a pack like the North West one that asks for this type; nothing means the type of the example that is shipped.
    private async Task<Scene> Under(string? type, int sessionsTogether)
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        var document = await PackMoves.Document(scene, "our-year", 1);
        var rule = document["rules"]![1]!.AsObject();
        rule["type"] = type ?? "EXAMPLE-ASSESSMENT";
        rule["sessionsTogether"] = new JsonObject { ["value"] = sessionsTogether, ["confirmed"] = false, ["note"] = "Local choice." };
        rule["accepted"] = new JsonObject
        {
            ["value"] = new JsonArray("contemporaneous", "attested", "imported", "elsewhere"), ["confirmed"] = false, ["note"] = "Local choice.",
        };
        await scene.Tutor.Post<RequirementPackVersion>(scene.Path("requirement-packs"), document);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = "our-year", from = "2024-08-07" });
        return scene;
    }
}
