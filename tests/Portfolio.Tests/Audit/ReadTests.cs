using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>What was shown to somebody is audited once a request; what is shown to all is not.</summary>
public sealed class ReadTests(Cast cast) : IClassFixture<Cast>
{
    private int turn;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_get_that_was_answered_leaves_exactly_one_entry_of_whoever_asked()
    {
        var programme = cast.Scene.Programme;
        var before = await AuditBook.Now(cast.Host, programme);
        var expected = new List<(string, int?)>();
        var shown = new HashSet<string>();
        foreach (var endpoint in cast.Host.Endpoints.Where(IsClosedGet))
            foreach (var actor in Asking(endpoint))
            {
                var answer = await Matrix.Ask(actor.Client, endpoint, cast.Ids);
                if (!answer.IsSuccessStatusCode)
                    continue;
                expected.Add((Matrix.NameOf(endpoint), (int)answer.StatusCode));
                shown.Add(Matrix.NameOf(endpoint));
            }
        foreach (var open in new[] { $"/programmes/{programme}/did.json", $"/programmes/{programme}/jwks.json", "/problems" })
            await cast.Host.Anybody().GetAsync(new Uri(open, UriKind.Relative), Cancellation);

        var entries = await AuditBook.Settled(cast.Host, programme, entries => entries.Count(entry => entry.Position > before && entry.Kind == "read") >= expected.Count);
        var since = entries.Where(entry => entry.Position > before).ToList();
        Assert.Equal(expected.Order(), since.Where(entry => entry.Kind == "read").Select(entry => (entry.Action, entry.Status)).Order());
        Assert.All(since, entry => Assert.Contains(entry.Kind, new[] { "read", "refused" }));
        Assert.All(since.Where(entry => entry.Kind == "read"), entry => Assert.True((entry.PersonId ?? entry.PlatformId) is not null && entry.AsRole is { Length: > 0 }));
        // Hardly any endpoint is not shown to somebody here: this counts something.
        Assert.True(shown.Count >= 15, string.Join(' ', shown));
    }

    [Fact]
    public async Task A_request_without_a_body_that_was_answered_leaves_one_entry_too_and_a_change_only_where_something_changed()
    {
        var programme = cast.Scene.Programme;
        var before = await AuditBook.Now(cast.Host, programme);
        var answered = new List<string>();
        foreach (var endpoint in cast.Host.Endpoints.Where(endpoint => IsClosed(endpoint) && MethodOf(endpoint) != "GET" && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null))
            foreach (var actor in Asking(endpoint))
                if ((await Matrix.Ask(actor.Client, endpoint, cast.Ids)).IsSuccessStatusCode)
                    answered.Add(Matrix.NameOf(endpoint));

        var since = (await AuditBook.After(cast.Host, programme, before, answered.Count)).Where(entry => entry.Kind != "refused").ToList();
        Assert.NotEmpty(answered);
        Assert.Equal(answered.Order(), since.Select(entry => entry.Action).Order());
        Assert.Contains(since, entry => entry.Kind == "change");
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

    // Three whom it opens to and two whom it does not, others at the next endpoint: that everybody may what the table says is shown with the table.
    private IEnumerable<Cast.Actor> Asking(RouteEndpoint endpoint)
    {
        var turned = cast.Actors.Values.Skip(turn % cast.Actors.Count).Concat(cast.Actors.Values.Take(turn++ % cast.Actors.Count)).ToLookup(actor => Matrix.Opens(endpoint, actor));
        return [.. turned[true].Take(3), .. turned[false].Take(2)];
    }

    private static bool IsClosedGet(RouteEndpoint endpoint) => IsClosed(endpoint) && MethodOf(endpoint) == "GET";

    private static bool IsClosed(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<OpenToAll>() is null && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null;

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
}
