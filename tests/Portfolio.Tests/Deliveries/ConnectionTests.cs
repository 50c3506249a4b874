using System.Net;
using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

public sealed class ConnectionTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trainee_connects_once_reads_it_and_ends_it_once()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);
        var body = new { id = Guid.CreateVersion7(), platformId = puller.Platform.Id, kinds = new[] { "presentation", "attendance", "attendance" } };

        var made = await trainee.PostAsJsonAsync(scene.Path("connections"), body, Cancellation);
        var again = await trainee.PostAsJsonAsync(scene.Path("connections"), body, Cancellation);
        var ended = await trainee.Post<ConnectionBody>(scene.Path($"connections/{body.id}/end"), new { });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var endedAgain = await trainee.Post<ConnectionBody>(scene.Path($"connections/{body.id}/end"), new { });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, again.StatusCode));
        var connection = await Requests.Read<ConnectionBody>(made);
        Assert.Equal(["attendance", "presentation"], connection.Kinds);
        Assert.Null(connection.EndedAt);
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(ended.EndedAt, endedAgain.EndedAt);
        Assert.Equal(ended.EndedAt, (await Requests.Read<ConnectionBody>(await trainee.GetAsync(made.Headers.Location, Cancellation))).EndedAt);
    }

    [Fact]
    public async Task One_platform_is_connected_once_at_a_time()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);
        var body = new { platformId = puller.Platform.Id, kinds = new[] { "attendance" } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => trainee.PostAsJsonAsync(scene.Path("connections"), body, Cancellation)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            Assert.Equal("409 connection-live", await refused.Refusal());
    }

    [Fact]
    public async Task Nobody_sees_or_ends_the_connection_of_somebody_else()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var connection = await puller.Connected_by(scene.Trainee);

        foreach (var somebody in new[] { await scene.As(scene.Other), scene.Tutor, puller.Client })
        {
            Assert.Equal("404 not-found", await (await somebody.GetAsync(scene.Path($"connections/{connection.Id}"), Cancellation)).Refusal());
            var end = await somebody.PostAsJsonAsync(scene.Path($"connections/{connection.Id}/end"), new { }, Cancellation);
            Assert.Equal("404 not-found", await end.Refusal());
        }
        Assert.Empty((await Requests.Read<ConnectionList>(await scene.Tutor.GetAsync(scene.Path("connections"), Cancellation))).Connections);
        var own = await Requests.Read<ConnectionList>(await (await scene.As(scene.Trainee)).GetAsync(scene.Path("connections"), Cancellation));
        Assert.Null(Assert.Single(own.Connections).EndedAt);
    }

    [Fact]
    public async Task An_id_of_somebody_else_answers_as_an_absent_one()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var connection = await puller.Connected_by(scene.Trainee);
        var other = await scene.As(scene.Other);

        var answer = await other.PostAsJsonAsync(
            scene.Path("connections"), new { id = connection.Id, platformId = puller.Platform.Id, kinds = connection.Kinds }, Cancellation);

        Assert.Equal("404 not-found", await answer.Refusal());
    }

    [Theory]
    [InlineData("""{"platformId":"PLATFORM","kinds":[]}""", "400 invalid-body")]
    [InlineData("""{"platformId":"PLATFORM","kinds":["leading"]}""", "400 invalid-body")]
    [InlineData("""{"platformId":"PLATFORM","kinds":[null]}""", "400 invalid-body")]
    [InlineData("""{"platformId":"PLATFORM","kinds":["attendance"],"personId":"PLATFORM"}""", "400 invalid-body")]
    [InlineData("""{"platformId":"00000000-0000-0000-0000-000000000001","kinds":["attendance"]}""", "422 platform-unknown")]
    public async Task A_body_that_cannot_be_taken_is_refused(string body, string refusal)
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);

        var answer = await trainee.PostAsync(scene.Path("connections"),
            new StringContent(body.Replace("PLATFORM", puller.Platform.Id.ToString(), StringComparison.Ordinal), null, "application/json"), Cancellation);

        Assert.Equal(refusal, await answer.Refusal());
    }

    [Fact]
    public async Task The_platform_of_another_programme_cannot_be_connected()
    {
        var (scene, other) = (await Scene.Set(host), await Scene.Set(host));
        var elsewhere = await Puller.Let_in(host, other);
        var trainee = await scene.As(scene.Trainee);

        var answer = await trainee.PostAsJsonAsync(
            scene.Path("connections"), new { platformId = elsewhere.Platform.Id, kinds = new[] { "attendance" } }, Cancellation);

        Assert.Equal("422 platform-unknown", await answer.Refusal());
    }

    [Fact]
    public async Task Other_kinds_are_another_permission_and_the_feed_is_cleared_and_filled_again_without_a_gap()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);
        var first = await puller.Connected_by(scene.Trainee, "attendance");
        await scene.Signed(await scene.A_filled_register());
        await puller.Pull();

        var same = await Change(first, "attendance");
        Assert.Equal(first.Id, same.Id);
        var second = await Change(first, "presentation", "attendance");
        var third = await Change(second, "presentation");

        Assert.Equal((first.Trainee, first.Trainee), (second.Trainee, third.Trainee));
        Assert.Equal(["presentation"], third.Kinds);
        // The one in between was over before anything was fed of it.
        Assert.Equal(["1 issued attendance 1", "2 removed", "3 issued presentation 1"], Puller.Told(await puller.PullAll()));
        var refused = await trainee.Put(scene.Path($"connections/{first.Id}/kinds"), null, new { kinds = new[] { "attendance" } });
        Assert.Equal("409 connection-ended", await refused.Refusal());
        var kept = (await trainee.Get<ConnectionList>(scene.Path("connections"))).Connections;
        Assert.Equal([false, false, true], kept.Select(connection => connection.EndedAt is null));

        async Task<ConnectionBody> Change(ConnectionBody connection, params string[] kinds) =>
            await Requests.Read<ConnectionBody>(await trainee.Put(scene.Path($"connections/{connection.Id}/kinds"), null, new { kinds }));
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_is_made_and_the_others_are_told()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);
        var connection = await puller.Connected_by(scene.Trainee, "attendance");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => trainee.Put(scene.Path($"connections/{connection.Id}/kinds"), null, new { kinds = new[] { "presentation" } })));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Single((await trainee.Get<ConnectionList>(scene.Path("connections"))).Connections, one => one.EndedAt is null);
    }
}
