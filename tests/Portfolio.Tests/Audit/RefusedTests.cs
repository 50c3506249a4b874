using System.Net;
using System.Net.Http.Headers;
using Portfolio.Api.Audit;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>Who was not let in is audited, and knocking a thousand times does not fill the disk.</summary>
public sealed class RefusedTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateTimeOffset At = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_asks_for_what_is_not_theirs_is_named_and_a_stranger_is_not()
    {
        var (scene, elsewhere) = (await Scene.Set(host), await Scene.Set(host));
        var trainee = await scene.As(scene.Trainee);
        var before = await AuditBook.Now(host, scene.Programme);
        var path = new Uri(scene.Path($"people/{scene.Other.Id}"), UriKind.Relative);
        foreach (var client in new[] { trainee, elsewhere.Tutor, host.Anybody(), Bearer("pt_nonsense") })
            Assert.False((await client.GetAsync(path, Cancellation)).IsSuccessStatusCode);

        Assert.Equal(
            [("refused", scene.Trainee.Id, 404), ("refused", null, 404), ("refused", null, 401), ("refused", (Guid?)null, (int?)401)],
            (await AuditBook.After(host, scene.Programme, before, 4)).Select(entry => (entry.Kind, entry.PersonId, entry.Status)));
        var entries = await AuditBook.After(host, scene.Programme, before, 4);
        Assert.All(entries, entry => Assert.Equal(("ReadPerson", scene.Other.Id, true), (entry.Action, entry.SubjectId, entry.FromWhere is not null)));
    }

    [Fact]
    public async Task A_wrong_secret_at_the_token_endpoint_is_audited_where_there_is_such_a_programme()
    {
        var scene = await Scene.Set(host);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio" });
        var before = await AuditBook.Now(host, scene.Programme);
        foreach (var client in new[] { platform.ClientId, $"{Guid.NewGuid():N}.{Guid.NewGuid():N}" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anybody().PostAsync(new Uri("/oauth/token", UriKind.Relative), new FormUrlEncodedContent(
                new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = "wrong" }), Cancellation)).StatusCode);

        var entry = Assert.Single(await AuditBook.After(host, scene.Programme, before, 1));
        Assert.Equal(("refused", "IssueToken", 401), (entry.Kind, entry.Action, entry.Status));
    }

    [Fact]
    public async Task A_thousand_knocks_are_a_handful_of_entries()
    {
        var scene = await Scene.Set(host);
        var before = await AuditBook.Now(host, scene.Programme);
        var path = new Uri(scene.Path("people"), UriKind.Relative);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), Cancellation, async (_, cancellation) => await host.Anybody().GetAsync(path, cancellation));

        // A minute may end while they knock.
        Assert.InRange((await AuditBook.After(host, scene.Programme, before, RefusalTally.OneByOne)).Count, RefusalTally.OneByOne, 3 * (RefusalTally.OneByOne + 1));
    }

    [Fact]
    public void Of_each_source_the_first_few_are_written_and_the_rest_counted()
    {
        var tally = new RefusalTally(host.Clock);
        var (programme, person) = (Guid.NewGuid(), Guid.NewGuid());
        var knock = new Noted(programme, AuditKind.Refused, "ReadPerson", At) { Person = person, From = IPAddress.Loopback };
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => tally.Admits(knock)));
        var strangers = Enumerable.Range(0, 200).Select(at => knock with { Person = null, From = new IPAddress([10, 0, 0, (byte)at]) }).ToList();
        Assert.Equal(RefusalTally.Strangers + RefusalTally.OneByOne, strangers.Count(tally.Admits));

        Assert.Empty(tally.Counted());
        var counted = tally.Counted(soFar: true);
        Assert.Equal([(person, 2), (null, 200 - RefusalTally.Strangers - RefusalTally.OneByOne)], counted.Select(noted => (noted.Person, noted.Times)));
        Assert.Null(counted[1].From);
        Assert.True(tally.Admits(knock));
    }

    private HttpClient Bearer(string token)
    {
        var client = host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
