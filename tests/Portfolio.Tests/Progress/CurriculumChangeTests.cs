using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;

namespace Portfolio.Tests.Progress;

/// <summary>A trainee follows a pack of a newer curriculum from the day on which a training year begins, and from no other.</summary>
public class CurriculumChangeTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Old = "old-curriculum";

    [Theory]
    [InlineData("2024-08-07", null)]
    [InlineData("2025-01-01", "422 framework-change-mid-year")]
    [InlineData("2024-08-08", "422 framework-change-mid-year")]
    public async Task Whoever_followed_the_older_one_begins_with_the_newer_where_a_grade_begins(string from, string? refusal)
    {
        var scene = await Set();
        var given = await scene.Tutor.Post<FactBody>(Path(scene), new { pack = Old, from = "2023-08-02" });
        await scene.Tutor.PutAsJsonAsync($"{Path(scene)}/{given.Id}/last-day", new { until = DateOnly.Parse(from, null).AddDays(-1) }, TestContext.Current.CancellationToken);
        var answer = await scene.Tutor.PostAsJsonAsync(Path(scene), new { pack = "uk-nw-core", from }, TestContext.Current.CancellationToken);
        Assert.Equal(refusal, answer.IsSuccessStatusCode ? null : await answer.Refusal());
    }

    [Theory]
    [InlineData("2025-08-06", null)]
    [InlineData("2025-07-01", "422 framework-change-mid-year")]
    public async Task A_move_to_a_version_of_the_newer_one_waits_for_it_too(string from, string? refusal)
    {
        var scene = await Set();
        await scene.Tutor.Post<FactBody>(Path(scene), new { pack = Old, from = "2023-08-02" });
        await scene.Tutor.Post<RequirementPackVersion>(scene.Path("requirement-packs"), await PackMoves.Document(scene, Old, 2));
        var trial = await scene.Tutor.Get<PackTrial>(scene.Path($"requirement-packs/{Old}/versions/2/dry-run?asOf=2025-06-02"));
        var move = new { people = new[] { scene.Trainee.Id }, from, asOf = "2025-06-02", trialHash = trial.Hash };
        var answer = await scene.Tutor.PostAsJsonAsync(scene.Path($"requirement-packs/{Old}/versions/2/moves"), move, TestContext.Current.CancellationToken);
        Assert.Equal(refusal, answer.IsSuccessStatusCode ? null : await answer.Refusal());
    }

    // In CT1 from August 2023, in CT2 a year later, in CT3 from August 2025; under a pack of the curriculum of 2013 so far.
    private async Task<Scene> Set()
    {
        var scene = await Scene.Set(host);
        foreach (var (grade, from, until) in new[] { ("CT1", "2023-08-02", "2024-08-06"), ("CT2", "2024-08-07", "2025-02-04"), ("CT2", "2025-02-05", "2025-08-05"), ("CT3", "2025-08-06", "2026-08-04") })
            await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/placements"), new
            {
                site = "Riverside", role = "trainee", wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from, until, grade,
            });
        var document = await PackMoves.Document(scene, Old, 1);
        document["competencies"] = new JsonArray(new JsonObject { ["framework"] = "rcpsych-core-2013", ["code"] = "ILO19" });
        await scene.Tutor.Post<RequirementPackVersion>(scene.Path("requirement-packs"), document);
        return scene;
    }

    private static string Path(Scene scene) => scene.Path($"people/{scene.Trainee.Id}/requirements");
}
