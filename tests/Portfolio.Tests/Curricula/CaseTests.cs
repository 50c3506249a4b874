using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portfolio.Api.Curricula;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Curricula;

/// <summary>CASE 1.1 as anybody reads it, without signing in.</summary>
public sealed class CaseTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Base = "/ims/case/v1p1/";
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Fact]
    public async Task Every_shipped_item_that_a_record_can_name_is_found_at_its_address()
    {
        foreach (var framework in Frameworks.All)
            foreach (var item in framework.Items)
                Assert.Equal((item.Code, item.Title), await Anybody<CaseItem>($"CFItems/{framework.ItemId(item)}") is var found ? (found.HumanCodingScheme, found.FullStatement) : default);
        var theme = await Anybody<CaseItem>($"CFItems/{Frameworks.Find("rcpsych-core-2022")!.ItemId("1.2")}");
        var document = await Anybody<CaseDocument>($"CFDocuments/{theme.CFDocumentUri!.Identifier}");
        var package = await Anybody<CasePackage>($"CFPackages/{document.CFPackageUri!.Identifier}");
        Assert.Equal("RCPsych Core Psychiatry Curriculum 2022", document.Title);
        Assert.Equal(25, package.CFItems.Count);
        Assert.Null(package.CFDocument.CFPackageUri);
        Assert.All(package.CFItems, item => Assert.Null(item.CFDocumentUri));
    }

    [Fact]
    public async Task An_item_is_had_with_what_begins_or_ends_at_it_and_each_of_these_by_itself()
    {
        var framework = Frameworks.Find("rcpsych-core-2022")!;
        var found = await Anybody<CaseItemAssociations>($"CFItemAssociations/{framework.ItemId("HLO1")}");
        Assert.Equal(["isChildOf", "isChildOf", "isChildOf", "isRelatedTo"], found.CFAssociations.Select(association => association.AssociationType).Order());
        var related = found.CFAssociations.Single(association => association.AssociationType == "isRelatedTo");
        Assert.Equal($"{Frameworks.Find("gmc-gpc-2017")!.ItemId("GPC1")}", related.DestinationNodeUri.Identifier);
        Assert.Equal("sourced", related.Extensions!.Portfolio.Provenance);
        foreach (var association in found.CFAssociations)
            Assert.Equal(JsonSerializer.Serialize(association), JsonSerializer.Serialize(await Anybody<CaseAssociation>($"CFAssociations/{association.Identifier}")));
    }

    [Fact]
    public async Task A_list_is_had_page_by_page_sorted_filtered_and_without_what_is_not_asked_for()
    {
        using var client = host.Anybody();
        var answer = await client.GetAsync(Base + "CFDocuments?limit=2&offset=2&sort=title&orderBy=desc&filter=title~'psychiatry'", Cancellation);
        var page = (await answer.Content.ReadFromJsonAsync<CaseDocuments>(Cancellation))!.CFDocuments;
        var all = (await Anybody<CaseDocuments>("CFDocuments?sort=title&orderBy=desc")).CFDocuments.Where(document => document.Title.Contains("psychiatry", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(all.Skip(2).Take(2).Select(document => document.Title), page.Select(document => document.Title));
        Assert.Equal($"{all.Count}", Assert.Single(answer.Headers.GetValues("X-Total-Count")));
        var links = Assert.Single(answer.Headers.GetValues("Link"));
        Assert.Contains("limit=2&offset=0&sort=title&orderBy=desc&filter=title~%27psychiatry%27>; rel=\"prev\"", links, StringComparison.Ordinal);
        Assert.Contains("rel=\"first\"", links, StringComparison.Ordinal);

        var brief = (await Anybody<CaseDocuments>("CFDocuments?fields=version&filter=version='2022' AND creator~'college'")).CFDocuments;
        Assert.Equal(("2022", null, null), Assert.Single(brief) is var one ? (one.Version, one.Notes, one.Extensions) : default);
        Assert.Equal(2, (await Anybody<CaseDocuments>("CFDocuments?filter=version='2022' OR version='2017'")).CFDocuments.Count(document => document.Version is "2022" or "2017"));
        Assert.Empty((await Anybody<CaseDocuments>("CFDocuments?offset=1000")).CFDocuments);
    }

    [Theory]
    [InlineData("CFDocuments?limit=0", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?limit=many", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?offset=-1", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?fields=unheardOf", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?filter=title", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?filter=title='a' XOR title='b'", 400, "invalid_selection_field")]
    [InlineData("CFDocuments?sort=unheardOf", 400, "invalid_sort_field")]
    [InlineData("CFDocuments?orderBy=up", 400, "invalid_sort_field")]
    [InlineData("CFDocuments/0198a000-0000-7000-8000-000000000001", 404, "unknownobject")]
    [InlineData("CFItems/0198a000-0000-7000-8000-000000000001", 404, "unknownobject")]
    [InlineData("CFItemAssociations/0198a000-0000-7000-8000-000000000001", 404, "unknownobject")]
    [InlineData("CFAssociations/0198a000-0000-7000-8000-000000000001", 404, "unknownobject")]
    [InlineData("CFPackages/rcpsych-core-2022", 404, "invalid_uuid")]
    [InlineData("CFItems/1.2", 404, "invalid_uuid")]
    public async Task A_refusal_is_in_the_standards_own_words(string path, int status, string code)
    {
        using var client = host.Anybody();
        var answer = await client.GetAsync(Base + path, Cancellation);
        var refusal = (await answer.Content.ReadFromJsonAsync<CaseRefusal>(Cancellation))!;
        Assert.Equal((status, "failure", "error", code), ((int)answer.StatusCode, refusal.CodeMajor, refusal.Severity, Assert.Single(refusal.CodeMinor.Fields).Value));
    }

    [Fact]
    public async Task An_answer_is_kept_by_whoever_has_it_until_it_changes()
    {
        using var client = host.Anybody();
        var path = $"{Base}CFPackages/{(await Anybody<CaseDocuments>("CFDocuments")).CFDocuments[0].Identifier}";
        var first = await client.GetAsync(path, Cancellation);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request, Cancellation)).StatusCode);
        Assert.Equal("public, max-age=300", first.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task What_is_offered_is_discovered()
    {
        var described = (await Anybody<CaseDiscovery>("discovery/imscasev1p1_openapi3_v1p0.json")).Paths.EnumerateObject().Select(path => path.Name);
        var mapped = host.Endpoints.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => path.StartsWith(Base, StringComparison.Ordinal)).Select(path => path[(Base.Length - 1)..]);
        Assert.Equal(mapped.Where(path => !path.StartsWith("/discovery", StringComparison.Ordinal)).Order(), described.Order());
    }

    [Fact]
    public async Task A_programmes_own_framework_is_nobodys_business_until_it_is_published_and_its_old_versions_stay_found()
    {
        var scene = await Scene.Set(host);
        var first = await scene.Tutor.Post<FrameworkBody>(scene.Path("frameworks"), Made.Framework().ToBody());
        var (kept, dropped) = (first.Items.Single(item => item.Code == "A").ItemId!.Value, first.Items.Single(item => item.Code == "B").ItemId!.Value);
        using var client = host.Anybody();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Base}CFItems/{kept}", Cancellation)).StatusCode);

        await scene.Tutor.Post<FrameworkBody>(scene.Path("frameworks"), Made.Framework(version: "2026", items: new FrameworkItem("A", "Groups, again")).ToBody());
        var lines = await Requests.Read<FrameworkList>(await scene.Tutor.PutAsync(scene.Path("frameworks/our-additions/publication"), null, Cancellation));

        Assert.All(lines.Frameworks, line => Assert.True(line.Public));
        Assert.Equal(("Groups, again", "Looking back"), ((await Anybody<CaseItem>($"CFItems/{kept}")).FullStatement, (await Anybody<CaseItem>($"CFItems/{dropped}")).FullStatement));
        foreach (var line in lines.Frameworks)
            Assert.Equal(line.Version, (await Anybody<CasePackage>($"CFPackages/{line.DocumentId}")).CFDocument.Version);
        Assert.Equal(HttpStatusCode.OK, (await scene.Tutor.DeleteAsync(scene.Path("frameworks/our-additions/publication"), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Base}CFItems/{kept}", Cancellation)).StatusCode);
        Assert.Equal("404 framework-unknown", await (await scene.Tutor.PutAsync(scene.Path("frameworks/made-up/publication"), null, Cancellation)).Refusal());
    }

    [Fact]
    public async Task Nobody_takes_over_an_address_or_takes_back_what_others_publish()
    {
        var (first, second) = (await Scene.Set(host), await Scene.Set(host));
        var id = Guid.CreateVersion7();
        foreach (var (scene, title) in new[] { (first, "What it means"), (second, "What it does not") })
        {
            await scene.Tutor.Post<FrameworkBody>(scene.Path("frameworks"), Made.Framework(items: new FrameworkItem("A", title, ItemId: id)).ToBody());
            await Requests.Read<FrameworkList>(await scene.Tutor.PutAsync(scene.Path("frameworks/our-additions/publication"), null, Cancellation));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("What it means", (await Anybody<CaseItem>($"CFItems/{id}")).FullStatement);
        await second.Tutor.DeleteAsync(second.Path("frameworks/our-additions/publication"), Cancellation);
        Assert.Equal("What it means", (await Anybody<CaseItem>($"CFItems/{id}")).FullStatement);
    }

    private async Task<T> Anybody<T>(string path)
    {
        using var client = host.Anybody();
        return await client.Get<T>(Base + path);
    }
}
