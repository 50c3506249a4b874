using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portfolio.Api.Curricula;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Curricula;

/// <summary>Loading a framework: everything of it or nothing, and what has a meaning keeps it.</summary>
public sealed class FrameworkLoadTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Fact]
    public async Task A_framework_is_there_once_it_is_loaded_and_loading_it_again_changes_nothing()
    {
        var scene = await Scene.Set(host);
        var first = await Load(scene, Made.Own(Made.Framework()));
        var again = await Load(scene, Made.Own(Made.Framework()));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(scene.Path("frameworks/our-additions"), first.Headers.Location!.OriginalString);
        var lines = (await (await scene.As(scene.Trainee)).Get<FrameworkList>(scene.Path("frameworks"))).Frameworks;
        Assert.Equal(("2025", 1, 4, false), Assert.Single(lines, line => line.Id == "our-additions") is var line ? (line.Version, line.Number, line.Items, line.Public) : default);
        Assert.Equal(5, lines.Count(shipped => shipped.Number == 0));
    }

    [Fact]
    public async Task What_is_read_can_be_loaded_again_elsewhere_and_has_other_ids_there()
    {
        var (here, there) = (await Scene.Set(host), await Scene.Set(host));
        await Load(here, Made.Own(Made.Framework()));
        var read = await here.Tutor.GetByteArrayAsync(here.Path("frameworks/our-additions"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await Load(here, read)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Load(there, Made.Own(Made.Framework()))).StatusCode);
        var (one, other) = (await here.Tutor.Get<FrameworkBody>(here.Path("frameworks/our-additions")), await there.Tutor.Get<FrameworkBody>(there.Path("frameworks/our-additions")));
        Assert.Empty(one.Items.Select(item => item.ItemId).Intersect(other.Items.Select(item => item.ItemId)));
    }

    [Fact]
    public async Task A_version_has_one_content_for_ever_and_an_item_one_id_in_all_versions()
    {
        var scene = await Scene.Set(host);
        await Load(scene, Made.Own(Made.Framework()));
        var other = Made.Framework(items: new FrameworkItem("A", "Another title"));

        Assert.Equal("409 framework-version-taken", await (await Load(scene, Made.Own(other))).Refusal());
        Assert.Equal(HttpStatusCode.Created, (await Load(scene, Made.Own(other with { Version = "2026" }))).StatusCode);
        var (old, now) = (await scene.Tutor.Get<FrameworkBody>(scene.Path("frameworks/our-additions?version=2025")), await scene.Tutor.Get<FrameworkBody>(scene.Path("frameworks/our-additions")));
        Assert.Equal(("Working with groups", "Another title"), (old.Items[0].Title, Assert.Single(now.Items).Title));
        Assert.Equal(old.Items[0].ItemId, now.Items[0].ItemId);
        Assert.Equal("404 framework-unknown", await (await scene.Tutor.GetAsync(scene.Path("frameworks/our-additions?version=1999"), Cancellation)).Refusal());
        Assert.Equal("404 framework-unknown", await (await scene.Tutor.GetAsync(scene.Path("frameworks/made-up"), Cancellation)).Refusal());
    }

    [Fact]
    public async Task What_is_shipped_is_added_to_and_never_given_another_meaning()
    {
        var scene = await Scene.Set(host);
        var shipped = Frameworks.Find("rcpsych-core-2022")!;
        var capability = new FrameworkItem("1.2-x", "A capability that the College wrote", "1.2", "capability");
        var official = shipped.Items.Select(item => item.Code == "HLO1" ? item with { Title = "As the College says it", TitleProvenance = null } : item).Append(capability);

        Assert.Equal(HttpStatusCode.OK, (await Load(scene, Made.Own(shipped))).StatusCode);
        Assert.Equal("409 framework-version-taken", await (await Load(scene, Made.Own(shipped with { Items = [.. shipped.Items, capability] }))).Refusal());
        Assert.Equal("$.items", await Place(await Load(scene, Made.Own(shipped with { Version = "less", Items = [.. shipped.Items.Where(item => item.Code != "9.1")] }))));
        Assert.Equal("$.items[2].title", await Place(await Load(scene, Made.Own(shipped with
        {
            Version = "other", Items = [.. shipped.Items.Select(item => item.Code == "1.2" ? item with { Title = "Something else" } : item)],
        }))));
        Assert.Equal(HttpStatusCode.Created, (await Load(scene, Made.Own(shipped with { Version = "2022, with capabilities", Items = [.. official] }))).StatusCode);

        var now = await scene.Tutor.Get<FrameworkBody>(scene.Path("frameworks/rcpsych-core-2022"));
        Assert.Equal(26, now.Items.Count);
        Assert.Equal(shipped.ItemId("1.2"), now.Items.Single(item => item.Code == "1.2").ItemId);
        Assert.Equal("As the College says it", now.Items.Single(item => item.Code == "HLO1").Title);
    }

    [Fact]
    public async Task A_sheet_that_went_through_moodle_adds_its_items_and_loses_nothing_that_it_has_no_place_for()
    {
        var scene = await Scene.Set(host);
        var csv = await scene.Tutor.GetStringAsync(scene.Path("frameworks/rcpsych-core-2022.csv"), Cancellation);
        var matrix = await scene.Tutor.GetByteArrayAsync(scene.Path("frameworks/rcpsych-core-2022.matrix"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await Load(scene, Encoding.UTF8.GetBytes(csv), MoodleSheet.Type)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Load(scene, matrix, Matrix.Type, "?id=rcpsych-core-2022")).StatusCode);
        var added = await Load(scene, Encoding.UTF8.GetBytes(csv + "1.2,1.2.x,A capability,,1,,,,,,,,,\r\n"), MoodleSheet.Type);

        var framework = await Requests.Read<FrameworkBody>(added);
        Assert.Equal((HttpStatusCode.Created, "1"), (added.StatusCode, framework.Version));
        Assert.Equal(("1.2", "loaded"), framework.Items.Single(item => item.Code == "1.2.x") is var item ? (item.Parent, item.Provenance) : default);
        Assert.Equal(("sourced", "GPC1"), framework.Items.Single(of => of.Code == "HLO1") is var outcome ? (outcome.Provenance, Assert.Single(outcome.MapsTo!).Code) : default);
        Assert.Equal(new DateOnly(2022, 8, 1), framework.ValidFrom);
    }

    [Theory]
    [InlineData(FrameworkFile.Json)]
    [InlineData(FrameworkFile.Case)]
    public async Task A_package_from_elsewhere_keeps_its_identifiers(string type)
    {
        var scene = await Scene.Set(host);
        var package = Made.Case(Made.Deep());
        var loaded = await Requests.Read<FrameworkBody>(await Load(scene, package, type));
        Assert.Equal(Made.Deep().Items.Select(Made.Deep().ItemId), loaded.Items.Select(item => item.ItemId!.Value));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task A_file_of_another_type_is_not_looked_at(string type)
    {
        var scene = await Scene.Set(host);
        Assert.Equal("415 unsupported-media-type", await (await Load(scene, Made.Own(Made.Framework()), type)).Refusal());
    }

    [Fact]
    public async Task Of_what_has_a_fault_nothing_is_stored()
    {
        var scene = await Scene.Set(host);
        var framework = Made.Framework() with { Items = [.. Made.Framework().Items, new("C", "Below nothing", "Z")] };

        Assert.Equal("$.items[4].parent", await Place(await Load(scene, Made.Own(framework))));
        Assert.Equal("404 framework-unknown", await (await scene.Tutor.GetAsync(scene.Path("frameworks/our-additions"), Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await Load(scene, Made.Own(Made.Framework()), by: await scene.As(scene.Leader))).Refusal());
    }

    [Fact]
    public async Task Two_who_load_at_once_make_one_version_of_the_same_and_two_of_what_differs()
    {
        var scene = await Scene.Set(host);
        var same = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Load(scene, Made.Own(Made.Framework()))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created], same.Select(answer => answer.StatusCode).Order());
        var differing = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Load(scene, Made.Own(Made.Framework(version: $"v{number}")))));
        Assert.All(differing, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal([1, 2, 3, 4], (await scene.Tutor.Get<FrameworkList>(scene.Path("frameworks"))).Frameworks.Where(line => line.Id == "our-additions").Select(line => line.Number).Order());
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/vnd.mahara.matrix+json", "application/vnd.mahara.matrix+json")]
    [InlineData("application/vnd.1edtech.case+json", "application/vnd.1edtech.case+json")]
    [InlineData("image/png", null)]
    public async Task A_framework_is_had_in_the_form_that_is_asked_for(string accept, string? type)
    {
        var scene = await Scene.Set(host);
        var request = new HttpRequestMessage(HttpMethod.Get, scene.Path("frameworks/gmc-gpc-2017"));
        request.Headers.Accept.Add(new(accept));
        var answer = await scene.Tutor.SendAsync(request, Cancellation);
        if (type is null)
            Assert.Equal("406 not-acceptable", await answer.Refusal());
        else
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private static Task<HttpResponseMessage> Load(Scene scene, byte[] bytes, string type = FrameworkFile.Json, string query = "", HttpClient? by = null)
    {
        var content = new ByteArrayContent(bytes);
        if (type.Length > 0)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return (by ?? scene.Tutor).PostAsync(scene.Path("frameworks" + query), content, Cancellation);
    }

    private static async Task<string> Place(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<ProblemBody>(answer.Content, Cancellation))!.Errors![0].Field;
    }
}
