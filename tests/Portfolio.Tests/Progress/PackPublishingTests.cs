using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;

namespace Portfolio.Tests.Progress;

/// <summary>Today is 2 June 2025.</summary>
public class PackPublishingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_version_is_published_once_and_never_with_another_content()
    {
        var scene = await Scene.Set(host);
        var document = await PackMoves.Document(scene, "our-year", 1);
        Assert.Equal(HttpStatusCode.Created, (await Publish(scene, document)).StatusCode);
        // The same content in another order is the same.
        Assert.Equal(HttpStatusCode.OK, (await Publish(scene, Reversed(document))).StatusCode);
        document["rules"]![0]!["minimum"]!["value"] = 26;
        Assert.Equal("409 pack-version-taken", await (await Publish(scene, document)).Refusal());
        // What came with the product has its number too, before anybody published it.
        Assert.Equal("409 pack-version-taken", await (await Publish(scene, await PackMoves.Document(scene, "uk-nw-core", 1, minimum: 26))).Refusal());
        var all = (await scene.Tutor.Get<RequirementPackList>(scene.Path("requirement-packs"))).Packs;
        Assert.Equal(1, Assert.Single(all, pack => pack.Id == "our-year").Version);
    }

    [Fact]
    public async Task Two_tutors_publishing_different_contents_at_once_publish_one()
    {
        var scene = await Scene.Set(host);
        var documents = await Task.WhenAll(Enumerable.Range(20, 5).Select(minimum => PackMoves.Document(scene, "our-year", 1, minimum)));
        var answers = await Task.WhenAll(documents.Select(document => Publish(scene, document)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            Assert.Equal("409 pack-version-taken", await refused.Refusal());
    }

    [Fact]
    public async Task What_came_with_the_product_is_published_by_its_name()
    {
        var scene = await Scene.Set(host);
        Assert.Equal(HttpStatusCode.Created, (await Publish(scene, new JsonObject { ["shipped"] = "uk-nw-core" })).StatusCode);
        Assert.True((await scene.Tutor.Get<RequirementPackVersion>(scene.Path("requirement-packs/uk-nw-core/versions/1"))).Published);
        Assert.Equal("$.shipped", (await Faults(await Publish(scene, new JsonObject { ["shipped"] = "atlantis" }))).Single().Field);
    }

    [Fact]
    public async Task A_pack_that_contradicts_itself_is_refused_with_path_and_reason()
    {
        var scene = await Scene.Set(host);
        var document = await PackMoves.Document(scene, "our-year", 1, minimum: 0);
        document["competencies"]!.AsArray().Add(new JsonObject { ["framework"] = "rcpsych-core-2022", ["code"] = "99.9" });
        var faults = await Faults(await Publish(scene, document));
        Assert.Contains(faults, fault => fault.Field == "$.rules[0].minimum.value");
        Assert.Contains(faults, fault => fault.Field.StartsWith("$.competencies", StringComparison.Ordinal));
        Assert.Equal("422 pack-refused", await (await scene.Tutor.PostAsync(scene.Path("requirement-packs"), new StringContent("{\"id\":"), TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task An_overlay_makes_a_pack_that_says_what_it_changed()
    {
        var scene = await Scene.Set(host);
        Assert.Equal(HttpStatusCode.Created, (await Publish(scene, Overlay(minimum: 30))).StatusCode);
        var made = (await scene.Tutor.Get<RequirementPackVersion>(scene.Path("requirement-packs/riverside-year/versions/1"))).Document;
        Assert.Equal("uk-nw-core", made.GetProperty("over").GetProperty("id").GetString());
        Assert.Equal(30, made.GetProperty("rules")[0].GetProperty("minimum").GetProperty("value").GetInt32());
        Assert.Equal("422 pack-refused", await (await Publish(scene, Overlay(minimum: 20))).Refusal());
    }

    [Fact]
    public async Task A_dry_run_names_whose_answer_changes_writes_nothing_and_lets_them_be_moved()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Placement(scene.Other);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        var trial = await scene.Tutor.Post<PackTrial>(scene.Path("requirement-packs/dry-run"), Overlay(minimum: 30));
        Assert.Equal([scene.Trainee.Id], trial.People);
        var change = Assert.Single(trial.Changes);
        Assert.Equal((25m, 30m), (change.Rules[0].Before!.Need, change.Rules[0].After!.Need));
        Assert.Equal("404 pack-unknown", await (await scene.Tutor.GetAsync(scene.Path("requirement-packs/riverside-year/versions/1"), TestContext.Current.CancellationToken)).Refusal());

        await Publish(scene, Overlay(minimum: 30));
        const string Moves = "requirement-packs/riverside-year/versions/1/moves";
        var move = new { people = new[] { scene.Trainee.Id }, from = "2025-08-01", asOf = "2025-06-02", trialHash = trial.Hash };
        Assert.Equal("400 invalid-body", await (await Post(scene, Moves, move with { people = [scene.Other.Id] })).Refusal());
        Assert.Equal((1, 0), Of(await scene.Tutor.Post<RequirementsMoved>(scene.Path(Moves), move)));
        var follows = (await scene.Tutor.Get<RequirementList>(scene.Path($"people/{scene.Trainee.Id}/requirements"))).Requirements;
        Assert.Equal(
            [("uk-nw-core", new DateOnly(2024, 8, 7), (DateOnly?)new DateOnly(2025, 7, 31)), ("riverside-year", new(2025, 8, 1), null)],
            follows.Select(each => (each.Pack, each.From, each.Until)));
        // The answer that was seen has changed: what they follow from August on is another thing.
        Assert.Equal("409 trial-changed", await (await Post(scene, Moves, move with { asOf = "2025-08-02" })).Refusal());
    }

    [Fact]
    public async Task An_old_version_answers_for_ever_as_it_did()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await Publish(scene, await PackMoves.Document(scene, "our-year", 1, minimum: 20));
        var before = await Text(scene, "our-year&version=1");
        await Publish(scene, await PackMoves.Document(scene, "our-year", 2, minimum: 30));
        Assert.Equal(before, await Text(scene, "our-year&version=1"));
        Assert.Contains("\"packVersion\":2", await Text(scene, "our-year"), StringComparison.Ordinal);
    }

    private static JsonObject Overlay(int minimum) => JsonNode.Parse($$"""
        {
          "over": {"id": "uk-nw-core", "version": 1}, "id": "riverside-year", "version": 1, "title": {"en": "Riverside's own year"}, "validFrom": "2024-08-01",
          "changes": [{"at": "$.rules[sessions].minimum", "value": {"value": {{minimum}}, "confirmed": false, "note": "Local choice."}, "why": "The trust asks for more."}]
        }
        """)!.AsObject();

    private static JsonObject Reversed(JsonObject document) => new(document.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static Task<HttpResponseMessage> Publish(Scene scene, JsonObject document) => Post(scene, "requirement-packs", document);

    private static Task<HttpResponseMessage> Post(Scene scene, string path, object body) => scene.Tutor.PostAsJsonAsync(scene.Path(path), body, TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<FieldError>> Faults(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<ProblemBody>(TestContext.Current.CancellationToken))!.Errors!;

    private static Task<string> Text(Scene scene, string pack) => scene.Tutor.GetStringAsync(scene.ProgressOf(scene.Trainee, pack, "2025-06-02"), TestContext.Current.CancellationToken);

    private static (int, int) Of(RequirementsMoved moved) => (moved.Moved, moved.Unchanged);
}
