using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Architecture;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>
/// Every endpoint of the description, asked by every role at every distance through the whole pipeline: exactly whom the table of rights lets in gets in, and everybody
/// else is told, in the same bytes, that there is nothing.
/// </summary>
public sealed class MatrixTests(Cast cast) : IClassFixture<Cast>
{
    [Fact]
    public async Task Every_operation_of_the_description_has_a_row_and_every_row_an_operation()
    {
        using var description = JsonDocument.Parse(await cast.Host.Anybody().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var described = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("security", out var security) && security.GetArrayLength() > 0)
            .Select(operation => operation.Value.GetProperty("operationId").GetString()!);
        Assert.Equal(Closed.Select(Matrix.NameOf).Order(), described.Order());
        Assert.Empty(Closed.Where(endpoint => Matrix.RelationOf(endpoint) is not { } relation || Rights.All.All(line => line.Right != relation.Right)).Select(Matrix.NameOf));
        // A kind of thing that nobody of the cast is anything to would be shown to be closed, and nothing else.
        Assert.Empty(Closed.Where(endpoint => !cast.Actors.Values.Any(actor => Matrix.Opens(endpoint, actor))).Select(Matrix.NameOf));
    }

    [Fact]
    public async Task Each_role_gets_in_where_the_table_says_so_and_nowhere_else()
    {
        var (faults, asked, refusals) = (new List<string>(), 0, await Nothing());
        // What ends something comes last, so that what comes before it still meets it.
        foreach (var endpoint in Closed.OrderBy(of => of.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0] == "DELETE"))
            foreach (var (name, actor) in cast.Actors.OrderBy(actor => Matrix.Opens(endpoint, actor.Value)))
            {
                asked++;
                var expected = !actor.SignedIn ? "401 sign-in-needed" : Matrix.Opens(endpoint, actor) ? "in" : "404 not-found";
                using var answer = await Matrix.Ask(actor.Client, endpoint, cast.Ids);
                var outcome = await Matrix.Outcome(answer);
                if (outcome == "404 not-found")
                    refusals.TryAdd(await Matrix.Whole(answer), $"{Matrix.NameOf(endpoint)} by {name}");
                if (outcome != expected)
                    faults.Add($"{Matrix.NameOf(endpoint)} by {name}: {outcome}, not {expected}");
            }
        TestContext.Current.TestOutputHelper!.WriteLine($"{asked} requests");
        Assert.Empty(faults);
        Assert.True(refusals.Count == 1, string.Join('\n', refusals.Values));
    }

    [Fact]
    public async Task Each_page_opens_to_whom_the_table_says_and_is_to_everybody_else_as_if_it_were_not_there()
    {
        var faults = new List<string>();
        foreach (var page in cast.Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OpenToAll>() is null && endpoint.Metadata.GetMetadata<AnswersWithPage>() is not null))
            foreach (var (name, actor) in cast.Actors)
            {
                using var answer = await Matrix.Look(actor.Client, page, cast);
                var signsIn = answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/sign-in", StringComparison.Ordinal);
                var outcome = (int)answer.StatusCode is 404 or >= 500 ? $"{(int)answer.StatusCode}" : signsIn ? "sign in" : "in";
                var expected = !actor.SignedIn ? "sign in" : Matrix.Opens(page, actor) ? "in" : "404";
                if (outcome != expected)
                    faults.Add($"{page.RoutePattern.RawText} by {name}: {outcome}, not {expected}");
            }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_absent_or_of_another_programme_answers_the_same_bytes_as_what_was_never_there()
    {
        var answers = await Nothing();
        foreach (var (row, endpoint) in Closed.Index())
            foreach (var (place, (name, actor)) in cast.Actors.Where(actor => actor.Value.SignedIn).Index())
            {
                // What is nowhere is nobody's: each endpoint is asked for it by every fourth of the cast, another fourth in the next.
                if ((row + place) % 4 != 0)
                    continue;
                var absent = cast.Ids.ToDictionary(id => id.Key, id => id.Key is "programmeId" or "number" ? id.Value : $"{Guid.CreateVersion7()}");
                var nowhere = absent.ToDictionary(id => id.Key, id => id.Key == "programmeId" ? $"{Guid.CreateVersion7()}" : id.Value);
                answers.TryAdd(await Matrix.Whole(await Matrix.Ask(actor.Client, endpoint, nowhere)), $"{Matrix.NameOf(endpoint)} elsewhere by {name}");
                if (endpoint.RoutePattern.Parameters.Count > 1 && Matrix.RelationOf(endpoint)!.Value.Kind is not ("PartOfProgramme" or "WholeProgramme"))
                    answers.TryAdd(await Matrix.Whole(await Matrix.Ask(actor.Client, endpoint, absent)), $"{Matrix.NameOf(endpoint)} absent by {name}");
            }
        Assert.True(answers.Count == 1, string.Join('\n', answers.Values));
        Assert.StartsWith("404", answers.Keys.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_somebody_presented_is_for_them_and_the_leaders_alone()
    {
        var ids = new Dictionary<string, string>(cast.Ids) { ["recordId"] = $"{cast.Presentation}" };
        string[] mayRead = ["trainee: own", "leader: own", "co-leader: own", "deputy: same group, later", "leader: gone by, led that day"];
        foreach (var endpoint in Closed.Where(of => Matrix.NameOf(of) is "ReadRecord" or "ReadRecordVersion" or "DownloadRecord"))
            foreach (var (name, actor) in cast.Actors.Where(actor => actor.Value.SignedIn))
                Assert.Equal((name, mayRead.Contains(name) ? "in" : "404 not-found"), (name, await Matrix.Outcome(await Matrix.Ask(actor.Client, endpoint, ids))));

        foreach (var (name, actor) in cast.Actors.Where(actor => Matrix.Opens(Named("ReadSession"), actor.Value)))
        {
            var lines = (await actor.Client.Get<SessionBody>(cast.Scene.Path($"sessions/{cast.Ids["sessionId"]}"))).Register!.Lines;
            var leads = actor.Is["Session"].Intersect([Role.Leader, Role.LeaderThatDay, Role.LinkedLeader]).Any();
            Assert.Equal((name, leads), (name, lines.Any(line => line.Presented is true)));
            Assert.Equal((name, leads), (name, lines.All(line => line.Presented is not null && line.FollowedUp is not null)));
        }
        foreach (var (name, actor) in cast.Actors.Where(actor => Matrix.Opens(Named("ListRecords"), actor.Value)))
        {
            var kinds = (await actor.Client.Get<RecordList>(cast.Scene.Path($"people/{cast.Scene.Trainee.Id}/records"))).Records.Select(record => record.Kind).ToHashSet();
            Assert.Equal((name, name == "trainee: own"), (name, kinds.Contains("presentation")));
            Assert.Equal((name, !name.StartsWith("clinical", StringComparison.Ordinal)), (name, kinds.Contains("attendance")));
        }
    }

    [Fact]
    public async Task A_clinical_supervisor_sees_the_period_account_that_was_shared_and_no_longer_than_that()
    {
        var supervisor = cast.Actors["clinical supervisor: own"].Client;
        var trainee = cast.Actors["trainee: own"].Client;
        var account = cast.Scene.Path($"records/{cast.Account}");

        Assert.Equal("404 not-found", await (await supervisor.GetAsync(account, TestContext.Current.CancellationToken)).Refusal());
        Assert.True((await trainee.PutAsync(account + "/share", null, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.True((await supervisor.GetAsync(account, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.Equal("404 not-found", await (await cast.Actors["clinical supervisor: gone by"].Client.GetAsync(account, TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal(cast.Account, Assert.Single((await supervisor.Get<RecordList>(cast.Scene.Path($"people/{cast.Scene.Trainee.Id}/records"))).Records).Id);
        Assert.True((await trainee.DeleteAsync(account + "/share", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.Equal("404 not-found", await (await supervisor.GetAsync(account, TestContext.Current.CancellationToken)).Refusal());
        var attendance = cast.Scene.Path($"records/{cast.Ids["recordId"]}/share");
        Assert.Equal("409 only-accounts-shared", await (await trainee.PutAsync(attendance, null, TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task Lists_hold_what_is_at_ones_own_sites_and_count_nothing_else()
    {
        var riverside = await People("tutor: same site");
        var hillside = await People("tutor: same programme, other site");
        var everywhere = await People("tutor: every site");
        Assert.Contains(cast.Scene.Trainee.Id, riverside);
        Assert.DoesNotContain(cast.Scene.Trainee.Id, hillside);
        Assert.ProperSubset(everywhere, riverside);
        Assert.ProperSubset(everywhere, hillside);
        Assert.Equal(["thu", "wed"], await Groups("tutor: same site"));
        Assert.Equal(["fri"], await Groups("administrator: same programme, other site"));
        Assert.Equal(["fri", "thu", "wed"], await Groups("director: own"));
        Assert.Equal(["wed"], await Groups("trainee: own"));
        Assert.Empty(await Groups("data-protection-officer: own"));

        async Task<HashSet<Guid>> People(string actor) => [.. (await cast.Actors[actor].Client.Get<PeoplePage>(cast.Scene.Path("people"))).People.Select(person => person.Id)];
        async Task<string[]> Groups(string actor) => [.. (await cast.Actors[actor].Client.Get<GroupList>(cast.Scene.Path("groups"))).Groups.Select(group => group.Key)];
    }

    [Fact]
    public void The_table_reads_as_it_was_approved() => Approved.Compare("rights.md", RightsTable.Write(Closed));

    private IEnumerable<RouteEndpoint> Closed => cast.Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OpenToAll>() is null && endpoint.Metadata.GetMetadata<AnswersWithPage>() is null);

    // What every refusal is to be the same as: the answer to an address that there is not.
    private async Task<Dictionary<string, string>> Nothing()
    {
        using var answer = await cast.Actors["trainee: own"].Client.GetAsync(cast.Scene.Path("no/such/path"), TestContext.Current.CancellationToken);
        return new() { [await Matrix.Whole(answer)] = "no path" };
    }

    private RouteEndpoint Named(string name) => Closed.Single(endpoint => Matrix.NameOf(endpoint) == name);
}
