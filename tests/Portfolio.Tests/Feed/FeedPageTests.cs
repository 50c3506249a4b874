using System.Net;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

public sealed class FeedPageTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_platform_has_positions_of_its_own()
    {
        var scene = await Scene.Set(host);
        var (one, two) = (await Puller.Let_in(host, scene), await Puller.Let_in(host, scene, "Another e-portfolio"));
        await scene.Signed(await scene.A_filled_register());
        var here = await one.Connected_by(scene.Trainee);
        await one.Pull();
        var there = await two.Connected_by(scene.Trainee, "attendance");

        Assert.Equal([1, 2], (await one.PullAll()).Select(entry => entry.Position));
        Assert.Equal([1], (await two.PullAll()).Select(entry => entry.Position));
        Assert.NotEqual(here.Trainee, there.Trainee);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_and_next_stays_where_nothing_is_new()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        foreach (var day in new[] { "2025-05-14", "2025-05-21", "2025-05-28" })
            await scene.Signed(await scene.A_filled_register(day));

        Assert.Equal([1L, 2, 3, 4, 5, 6], (await puller.PullAll(limit: 4)).Select(entry => entry.Position));
        var end = await puller.Pull(after: 6);
        Assert.Equal((0, 6L), (end.Entries.Count, end.Next));
    }

    [Theory]
    [InlineData("after=1")]
    [InlineData("after=-1")]
    [InlineData("after=ten")]
    [InlineData("after=9223372036854775808")]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    public async Task A_cursor_or_limit_from_nowhere_is_refused(string query)
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);

        var answer = await puller.Client.GetAsync(scene.Path("feed?" + query), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("400 invalid-", await answer.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_is_new()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register());
        await puller.Pull();
        var before = await Written();

        await puller.Pull();

        Assert.Equal(before, await Written());

        async Task<string?> Written()
        {
            await using var work = await host.Database.Begin(scene.Programme, Cancellation);
            return await work.Row<string>("select xmin::text || ' ' || ctid::text from feed_head where platform_id = @Id", new { puller.Platform.Id });
        }
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again_and_one_that_may_no_longer_be_shown_is_another_page()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var connection = await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register());
        var first = await Get(puller.Client, null);
        var tag = first.Headers.ETag!;

        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });
        foreach (var seen in new[] { tag.Tag, "W/" + tag.Tag, $"\"other\", {tag.Tag}", "*" })
        {
            var again = await Get(puller.Client, seen);
            Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Get(scene.Tutor, tag.Tag)).StatusCode);
        await puller.Ended_by(scene.Trainee, connection);
        Assert.Equal(HttpStatusCode.OK, (await Get(puller.Client, tag.Tag)).StatusCode);

        Task<HttpResponseMessage> Get(HttpClient client, string? seen)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, scene.Path("feed?limit=2"));
            if (seen is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", seen);
            return client.SendAsync(request, Cancellation);
        }
    }
}
