using Microsoft.AspNetCore.Routing;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>What was shown to somebody is audited once a request; what is shown to all is not.</summary>
public sealed class ReadTests(Cast cast) : IClassFixture<Cast>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_get_that_was_answered_leaves_exactly_one_entry_of_whoever_asked()
    {
        var programme = cast.Scene.Programme;
        var before = await AuditBook.Now(cast.Host, programme);
        var expected = new List<(string, int?)>();
        var shown = new HashSet<string>();
        foreach (var endpoint in cast.WithRelation.Where(IsGet))
            foreach (var (role, client) in cast.Roles)
            {
                var answer = await Cast.Ask(client, endpoint, cast.Ids);
                if (!answer.IsSuccessStatusCode)
                    continue;
                expected.Add((Cast.NameOf(endpoint), (int)answer.StatusCode));
                shown.Add(Cast.NameOf(endpoint));
            }
        foreach (var open in new[] { $"/programmes/{programme}/did.json", $"/programmes/{programme}/jwks.json", "/problems" })
            await cast.Host.Anybody().GetAsync(new Uri(open, UriKind.Relative), Cancellation);

        var entries = await AuditBook.Settled(cast.Host, programme, entries => entries.Count(entry => entry.Position > before && entry.Kind == "read") >= expected.Count);
        var since = entries.Where(entry => entry.Position > before).ToList();
        Assert.Equal(expected.Order(), since.Where(entry => entry.Kind == "read").Select(entry => (entry.Action, entry.Status)).Order());
        Assert.All(since, entry => Assert.Contains(entry.Kind, new[] { "read", "refused" }));
        Assert.All(since.Where(entry => entry.Kind == "read"), entry => Assert.True(entry.PersonId is not null || entry.PlatformId is not null));
        // Hardly any endpoint is not shown to somebody here: this counts something.
        Assert.True(shown.Count >= 15, string.Join(' ', shown));
    }

    [Fact]
    public async Task Reads_share_a_step_of_the_chain_and_the_chain_holds()
    {
        var scene = await Scene.Set(cast.Host);
        var before = await AuditBook.Now(cast.Host, scene.Programme);
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (_, cancellation) =>
            Assert.True((await scene.Tutor.GetAsync(new Uri(scene.Path("groups"), UriKind.Relative), cancellation)).IsSuccessStatusCode));

        var entries = await AuditBook.After(cast.Host, scene.Programme, before, 60);
        Assert.Equal(60, entries.Count);
        Assert.True(entries.Select(entry => entry.Step).Distinct().Count() < 60);
        Assert.Null(await AuditBook.Wrong(cast.Host, scene.Programme));
    }

    [Fact]
    public async Task A_preview_that_keeps_nothing_is_a_read()
    {
        var session = cast.Ids["sessionId"];
        var leader = await cast.Scene.As(cast.Scene.Leader);
        var before = await AuditBook.Now(cast.Host, cast.Scene.Programme);
        await leader.Post<Portfolio.Contracts.Http.SignOffListBody>(cast.Scene.Path($"sessions/{session}/corrections"), new { register = cast.Scene.Register(other: "absent"), reason = "Seen only" });

        var entry = Assert.Single(await AuditBook.After(cast.Host, cast.Scene.Programme, before, 1));
        Assert.Equal(("read", "CorrectRegister", cast.Scene.Leader.Id, "session", Guid.Parse(session), 200),
            (entry.Kind, entry.Action, entry.PersonId, entry.SubjectKind, entry.SubjectId, entry.Status));
    }

    private static bool IsGet(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0] == "GET";
}
