using System.Net.Http.Json;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

public class ProgressAccessTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Somebody_without_a_requirement_has_no_progress()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Other, role: "member");
        Assert.Equal("404 no-requirement", await Ask(scene, await scene.As(scene.Other), scene.Other));
        Assert.Equal("404 no-requirement", await Ask(scene, scene.Tutor, scene.Leader));
    }

    [Fact]
    public async Task Leaders_and_fellow_members_do_not_see_progress()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        Assert.Equal("200", await Ask(scene, await scene.As(scene.Trainee), scene.Trainee));
        Assert.Equal("404 not-found", await Ask(scene, await scene.As(scene.Leader), scene.Trainee));
        Assert.Equal("404 not-found", await Ask(scene, await scene.As(scene.Other), scene.Trainee));
        Assert.Equal("401 sign-in-needed", await Ask(scene, host.Anybody(), scene.Trainee));
        Assert.Equal("404 not-found", await Ask(scene, (await Scene.Set(host)).Tutor, scene.Trainee));
    }

    [Fact]
    public async Task A_supervisor_sees_progress_as_long_as_they_supervise()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        var today = await Supervisor("S1", "9900031", null);
        var former = await Supervisor("S2", "9900032", "2025-06-01");
        Assert.Equal("200", await Ask(scene, today, scene.Trainee));
        Assert.Equal("404 not-found", await Ask(scene, today, scene.Other));
        Assert.Equal("404 not-found", await Ask(scene, former, scene.Trainee));
        // What they could have seen then does not open the door today.
        Assert.Equal("404 not-found", await Ask(scene, former, scene.Trainee, asOf: "2025-05-01"));

        async Task<HttpClient> Supervisor(string key, string number, string? until)
        {
            var person = await scene.Person("Sam Supervisor", key, number);
            await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/supervisions"), new { supervisorId = person.Id, from = "2024-08-01", until });
            return await scene.As(person);
        }
    }

    [Fact]
    public async Task An_unknown_pack_is_answered_with_those_there_are()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        var answer = await scene.Tutor.GetAsync(scene.ProgressOf(scene.Trainee, pack: "atlantis"), TestContext.Current.CancellationToken);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemBody>(TestContext.Current.CancellationToken))!;
        Assert.Equal((404, "pack-unknown", $"Ask for one of: {RequirementPacks.Named}."), (problem.Status, problem.Code, problem.Detail));
    }

    [Theory]
    [InlineData("?version=1")]
    [InlineData("?pack=uk-nw-core&asOf=yesterday")]
    [InlineData("?pack=uk-nw-core&asOf=2025-02-30")]
    [InlineData("?pack=uk-nw-core&asOf=0001-01-01")]
    [InlineData("?pack=uk-nw-core&asOf=9999-12-31")]
    public async Task A_question_that_cannot_be_taken_is_refused(string query)
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        var answer = await scene.Tutor.GetAsync(scene.Path($"trainees/{scene.Trainee.Id}/progress{query}"), TestContext.Current.CancellationToken);
        Assert.Equal("400 invalid-request", await answer.Refusal());
    }

    [Fact]
    public async Task Everybody_in_the_programme_can_see_which_packs_there_are_and_what_nobody_has_confirmed()
    {
        var scene = await Scene.Set(host);
        var path = scene.Path("requirement-packs");
        var packs = (await (await scene.As(scene.Other)).GetFromJsonAsync<RequirementPackList>(path, TestContext.Current.CancellationToken))!.Packs;
        Assert.Equal(RequirementPacks.All.Select(pack => (pack.Id, pack.Version, pack.Title.In(pack.Language))), packs.Select(pack => (pack.Id, pack.Version, pack.Title)));
        var northWest = packs.Single(pack => pack.Id == "uk-nw-core");
        Assert.All(northWest.Sources, source => Assert.StartsWith("http", source, StringComparison.Ordinal));
        Assert.Equal(2, northWest.Sources.Count);
        Assert.Equal(45, northWest.Unconfirmed.Single(number => number.At == "$.rules[0].minimumMinutes").Value.GetInt32());
        Assert.Equal("""["in-person","online"]""", northWest.Unconfirmed.Single(number => number.At == "$.rules[0].modes").Value.GetRawText());
        Assert.DoesNotContain("$.rules[0].minimum", northWest.Unconfirmed.Select(number => number.At));
        Assert.Equal("401 sign-in-needed", await (await host.Anybody().GetAsync(path, TestContext.Current.CancellationToken)).Refusal());
    }

    private static async Task<string> Ask(Scene scene, HttpClient reader, PersonBody of, string? asOf = null)
    {
        var answer = await reader.GetAsync(scene.ProgressOf(of, asOf: asOf));
        return answer.IsSuccessStatusCode ? $"{(int)answer.StatusCode}" : await answer.Refusal();
    }
}
