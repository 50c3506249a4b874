using System.Net;
using Dapper;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;

namespace Portfolio.Tests.Audit;

/// <summary>A change and its entry are one: both are kept, or neither.</summary>
public sealed class ChangeTests(ExampleHost examples) : IClassFixture<ExampleHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestHost Host => examples.Host;

    [Fact]
    public async Task Every_change_leaves_exactly_one_entry_and_the_same_request_again_none()
    {
        foreach (var (name, example) in examples.Examples)
        {
            var before = await Everything();
            var answer = await example.Send(example.Body);
            Assert.True(answer.IsSuccessStatusCode, $"{name}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
            var kind = name is "SignInToDemonstration" or "OpenLink" ? "sign-in" : "change";
            Assert.Equal([(kind, name)], await Changes(before));
            if (kind == "sign-in" || example.Version is not null || !(await example.Send(example.Body)).IsSuccessStatusCode)
                continue;
            // What is made once is made once. What is put anew is changed anew, where it was another thing before.
            var entries = (await Changes(before)).Count;
            Assert.True(entries == 1 || (entries == 2 && example.Method == HttpMethod.Put), $"{name}: {entries} entries");
        }
    }

    [Fact]
    public async Task An_entry_says_who_did_what_to_what_and_from_where_and_no_name()
    {
        var scene = await Scene.Set(Host);
        var before = await AuditBook.Now(Host, scene.Programme);
        var person = await scene.Person("Gina Guest", "G9", "9900099");
        var placement = await scene.Tutor.Post<FactBody>(scene.Path($"people/{person.Id}/placements"), new
        {
            site = "Riverside", role = "trainee", wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from = "2024-08-01",
        });
        var entries = await AuditBook.After(Host, scene.Programme, before, 2);
        var tutor = Assert.Single(await AuditBook.Of(Host, scene.Programme), entry => entry is { Kind: "sign-in", Position: <= 2 }).PersonId;

        Assert.Collection(entries,
            entry => Assert.Equal(("change", "AddPerson", tutor, (string?)null, (Guid?)null, "person", person.Id), About(entry)),
            entry => Assert.Equal(("change", "AddPlacement", tutor, "person", person.Id, "placement", placement.Id), About(entry)));
        Assert.All(entries, entry => Assert.NotNull(entry.FromWhere));
        Assert.All(entries, entry => Assert.Null(entry.Status));
    }

    [Fact]
    public async Task A_platforms_token_and_the_end_of_a_connection_are_audited()
    {
        var scene = await Scene.Set(Host);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio" });
        var trainee = await scene.As(scene.Trainee);
        var connection = await trainee.Post<ConnectionBody>(scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
        var before = await AuditBook.Now(Host, scene.Programme);
        Assert.Equal(HttpStatusCode.OK, (await Host.Anybody().PostAsync(new Uri("/oauth/token", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = platform.ClientId, ["client_secret"] = platform.Secret!,
        }), Cancellation)).StatusCode);
        for (var times = 0; times < 2; times++)
            Assert.Equal(HttpStatusCode.OK, (await trainee.PostAsync(new Uri(scene.Path($"connections/{connection.Id}/end"), UriKind.Relative), null, Cancellation)).StatusCode);

        var entries = await AuditBook.After(Host, scene.Programme, before, 3);
        Assert.Equal(
            [("sign-in", "IssueToken", null, (Guid?)platform.Id), ("change", "Disconnect", scene.Trainee.Id, null), ("read", "Disconnect", (Guid?)scene.Trainee.Id, null)],
            entries.Select(entry => (entry.Kind, entry.Action, entry.PersonId, entry.PlatformId)));
    }

    [Fact]
    public async Task A_sheet_of_many_is_one_change()
    {
        var scene = await Scene.Set(Host);
        var before = await AuditBook.Now(Host, scene.Programme);
        await using var sheet = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demonstration", "paper-year", "people.csv"));
        using var content = new StreamContent(sheet) { Headers = { ContentType = new("text/csv") } };
        var imported = await Requests.Read<ImportBody>(await scene.Tutor.PostAsync(new Uri(scene.Path("imports/people"), UriKind.Relative), content, Cancellation));

        Assert.True(imported.People > 1);
        var entry = Assert.Single(await AuditBook.After(Host, scene.Programme, before, 1));
        Assert.Equal(("change", "ImportPeople", "tutor", (Guid?)null), (entry.Kind, entry.Action, entry.AsRole, entry.MadeId));
    }

    [Fact]
    public async Task A_change_whose_entry_cannot_be_written_is_not_kept()
    {
        var scene = await Scene.Set(Host);
        var before = await AuditBook.Now(Host, scene.Programme);
        await using var superuser = new NpgsqlConnection(await Host.Superuser());
        // Only this programme's: the other tests go on meanwhile.
        await superuser.ExecuteAsync($"alter table audit_entry add constraint audit_is_full check (programme_id <> '{scene.Programme}') not valid");
        try
        {
            var refused = await scene.Tutor.PostAsync(new Uri(scene.Path("groups"), UriKind.Relative), BodyMutations.Json(
                """{"key": "lost", "name": "Lost group", "site": "Riverside", "form": "balint-group"}"""), Cancellation);
            Assert.False(refused.IsSuccessStatusCode);
        }
        finally
        {
            await superuser.ExecuteAsync("alter table audit_entry drop constraint audit_is_full");
        }
        Assert.Empty(await superuser.QueryAsync("select from discussion_group where key = 'lost'"));
        Assert.DoesNotContain(await AuditBook.After(Host, scene.Programme, before, 1), entry => entry.Action == "AddGroup");
        Assert.Null(await AuditBook.Wrong(Host, scene.Programme));
    }

    [Fact]
    public async Task A_change_that_is_undone_leaves_no_entry()
    {
        var scene = await Scene.Set(Host);
        var before = await AuditBook.Now(Host, scene.Programme);
        var taken = await scene.Tutor.PostAsync(new Uri(scene.Path("groups"), UriKind.Relative), BodyMutations.Json(
            """{"key": "wed", "name": "The same key again", "site": "Hillside", "form": "balint-group"}"""), Cancellation);
        Assert.Equal("409 group-key-taken", await taken.Refusal());
        Assert.Empty(await AuditBook.After(Host, scene.Programme, before, 0));
    }

    [Fact]
    public void Every_change_that_takes_a_body_is_tried_here_or_where_it_says() => Assert.Empty(
        Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods[0] != "GET"
                && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            .Select(Matrix.NameOf).Except(examples.Examples.Keys).Except(Http.Examples.NotJson.Keys));

    private static (string, string, Guid?, string?, Guid?, string?, Guid?) About(Audited entry) =>
        (entry.Kind, entry.Action, entry.PersonId, entry.SubjectKind, entry.SubjectId, entry.MadeKind, entry.MadeId);

    private async Task<HashSet<(Guid, long)>> Everything() => [.. (await Rows()).Select(row => (row.Programme, row.Position))];

    private async Task<List<(string, string)>> Changes(HashSet<(Guid, long)> before) =>
        [.. (await Rows()).Where(row => !before.Contains((row.Programme, row.Position))).Select(row => (row.Kind, row.Action))];

    private async Task<IEnumerable<(Guid Programme, long Position, string Kind, string Action)>> Rows()
    {
        await using var connection = new NpgsqlConnection(await Host.Superuser());
        return await connection.QueryAsync<(Guid, long, string, string)>("select programme_id, position, kind, action from audit_entry where kind in ('change', 'sign-in') and action not like 'worker %'");
    }
}
