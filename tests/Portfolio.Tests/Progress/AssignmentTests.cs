using System.Net.Http.Json;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

public class AssignmentTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_trainee_follows_one_pack_at_a_time()
    {
        var scene = await Scene.Set(host);
        var first = await Give(scene, scene.Trainee, new { pack = "uk-nw-core", from = "2024-08-01" });
        Assert.Equal("409 two-requirements", await Refused(scene, scene.Trainee, new { pack = "uk-glasgow-south-core", from = "2025-01-01" }));

        await End(scene, scene.Trainee, first.Id, "2024-12-31");
        await Give(scene, scene.Trainee, new { pack = "uk-glasgow-south-core", from = "2025-01-01" });
        var all = (await (await scene.As(scene.Trainee)).Get<RequirementList>(scene.Path($"people/{scene.Trainee.Id}/requirements"))).Requirements;
        Assert.Equal(
            [("uk-nw-core", 1, new DateOnly(2024, 8, 1), (DateOnly?)new DateOnly(2024, 12, 31)), ("uk-glasgow-south-core", 1, new(2025, 1, 1), null)],
            all.Select(each => (each.Pack, each.Version, each.From, each.Until)));
        Assert.Equal("uk-nw-core, uk-glasgow-south-core, nothing", await OnDays(scene, new(2024, 12, 31), new(2025, 1, 1), new(2024, 7, 31)));
    }

    [Fact]
    public async Task Two_tutors_at_once_give_one_pack()
    {
        var scene = await Scene.Set(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(day => Answer(scene, scene.Trainee, new { pack = "uk-nw-core", from = $"2024-08-0{day + 1}" })));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
            Assert.Equal("409 two-requirements", await refused.Refusal());
    }

    [Fact]
    public async Task Whoever_takes_part_without_a_requirement_is_given_none()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Other, role: "member");
        Assert.Equal("422 without-requirement", await Refused(scene, scene.Other, new { pack = "uk-nw-core", from = "2024-09-01" }));
    }

    [Theory]
    [InlineData("atlantis", 1, "2024-08-01", "400 invalid-body")]
    [InlineData("uk-nw-core", 7, "2024-08-01", "400 invalid-body")]
    [InlineData("uk-nw-core", 1, "2020-08-01", "422 pack-not-valid")]
    public async Task A_pack_that_is_not_there_or_not_valid_that_day_is_refused(string pack, int version, string from, string refusal)
    {
        var scene = await Scene.Set(host);
        Assert.Equal(refusal, await Refused(scene, scene.Trainee, new { pack, version, from }));
    }

    [Fact]
    public async Task A_requirement_ends_no_earlier_than_it_began_and_only_for_whose_it_is()
    {
        var scene = await Scene.Set(host);
        var given = await Give(scene, scene.Trainee, new { pack = "uk-nw-core", from = "2024-08-01" });
        Assert.Equal("422 dates-reversed", await (await EndAnswer(scene, scene.Trainee, given.Id, "2024-07-31")).Refusal());
        Assert.Equal("404 not-found", await (await EndAnswer(scene, scene.Other, given.Id, "2024-12-31")).Refusal());
    }

    [Fact]
    public async Task What_was_given_is_frozen_as_it_was()
    {
        var scene = await Scene.Set(host);
        var path = scene.Path("requirement-packs/uk-nw-core/versions/1");
        var before = await scene.Tutor.Get<RequirementPackVersion>(path);
        await Give(scene, scene.Trainee, new { pack = "uk-nw-core", from = "2024-08-01" });
        var after = await scene.Tutor.Get<RequirementPackVersion>(path);
        Assert.False(before.Published);
        Assert.True(after.Published);
        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(before.Document.GetRawText(), after.Document.GetRawText());
        Assert.Equal("404 pack-unknown", await (await scene.Tutor.GetAsync(scene.Path("requirement-packs/uk-nw-core/versions/2"), TestContext.Current.CancellationToken)).Refusal());
    }

    private async Task<string> OnDays(Scene scene, params DateOnly[] days)
    {
        await using var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken);
        var found = new List<string>();
        foreach (var day in days)
            found.Add((await Assignments.Find(work, scene.Trainee.Id, day))?.Pack.Id ?? "nothing");
        return string.Join(", ", found);
    }

    private static Task<FactBody> Give(Scene scene, PersonBody person, object body) => scene.Tutor.Post<FactBody>(scene.Path($"people/{person.Id}/requirements"), body);

    private static Task<HttpResponseMessage> Answer(Scene scene, PersonBody person, object body) =>
        scene.Tutor.PostAsJsonAsync(scene.Path($"people/{person.Id}/requirements"), body, TestContext.Current.CancellationToken);

    private static async Task<string> Refused(Scene scene, PersonBody person, object body) => await (await Answer(scene, person, body)).Refusal();

    private static Task<HttpResponseMessage> EndAnswer(Scene scene, PersonBody person, Guid id, string until) =>
        scene.Tutor.PutAsJsonAsync(scene.Path($"people/{person.Id}/requirements/{id}/last-day"), new { until }, TestContext.Current.CancellationToken);

    private static async Task End(Scene scene, PersonBody person, Guid id, string until) =>
        Assert.True((await EndAnswer(scene, person, id, until)).IsSuccessStatusCode);
}
