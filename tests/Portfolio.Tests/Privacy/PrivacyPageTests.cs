using System.Net.Http.Json;
using Portfolio.Api.Privacy;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

public sealed class PrivacyPageTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly object Said = new
    {
        controller = "Made-up Deanery", contact = "privacy@deanery.example.org", lawfulBasis = "public-task", lawfulBasisWords = "Training doctors is its task.",
        specialCategoryCondition = "None is relied on.", country = "GB", retention = "Six years after training ends.",
        processors = new[] { new { name = "Made-up Hosting", does = "runs the servers", country = "IE" } },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_has_set_is_said_to_be_not_set_and_nothing_is_assumed()
    {
        var scene = await Scene.Set(host);
        var page = await host.Anybody().Get<PrivacyPage>(scene.Path("privacy"));
        Assert.Equal(["controller", "contact", "lawfulBasis", "lawfulBasisWords", "specialCategoryCondition", "country", "retention", "processors"], page.NotSet);
        Assert.Equal(new PrivacySettings(), page.Settings);
        Assert.Contains(page.KeptFor, kept => kept.HowLong == "not set");
        var html = await Html(scene);
        Assert.Equal(8, html.Split("<dd>not set</dd>").Length - 1 - page.KeptFor.Count(kept => kept.HowLong == "not set"));
    }

    [Fact]
    public async Task What_the_director_sets_is_what_everybody_reads()
    {
        var scene = await Scene.Set(host);
        var director = await scene.Director();
        var set = await Requests.Read<PrivacySettingsBody>(await director.Put(scene.Path("settings/privacy"), 0, Said));
        Assert.Equal((1, 0), (set.Version, set.NotSet.Count));
        Assert.Equal(set.Settings.Controller, (await scene.Tutor.Get<PrivacySettingsBody>(scene.Path("settings/privacy"))).Settings.Controller);
        var html = await Html(scene);
        foreach (var said in new[] { "Made-up Deanery", "privacy@deanery.example.org", "article 6(1)(e)", "Made-up Hosting (IE): runs the servers", "Six years after training ends." })
            Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.DoesNotContain("not set</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_not_see_the_last_change_cannot_undo_it()
    {
        var scene = await Scene.Set(host);
        var director = await scene.Director();
        Assert.Equal("428 version-needed", await (await director.Put(scene.Path("settings/privacy"), null, Said)).Refusal());
        Assert.True((await director.Put(scene.Path("settings/privacy"), 0, Said)).IsSuccessStatusCode);
        Assert.Equal("412 version-stale", await (await director.Put(scene.Path("settings/privacy"), 0, Said)).Refusal());
        Assert.Equal("412 version-stale", await (await director.Put(scene.Path("settings/privacy"), 2, Said)).Refusal());
        Assert.Equal(2, (await Requests.Read<PrivacySettingsBody>(await director.Put(scene.Path("settings/privacy"), 1, new { }))).Version);
    }

    [Theory]
    [InlineData("lawfulBasis", "because")]
    [InlineData("country", "gb")]
    [InlineData("country", "")]
    [InlineData("controller", "two\nlines")]
    public async Task What_cannot_be_right_is_refused(string member, string value)
    {
        var scene = await Scene.Set(host);
        var answer = await (await scene.Director()).Put(scene.Path("settings/privacy"), 0, new Dictionary<string, string> { [member] = value });
        Assert.Equal("400 invalid-body", await answer.Refusal());
    }

    [Fact]
    public async Task The_page_tells_of_every_table_every_right_every_platform_and_every_key_and_of_nobody()
    {
        var scene = await Scene.Set(host);
        await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "Riverside e-portfolio" });
        var page = await host.Anybody().Get<PrivacyPage>(scene.Path("privacy"));
        Assert.Equal(Holdings.All.Select(holding => holding.Table), page.Held.Select(held => held.Table));
        Assert.Equal(Api.Access.Rights.All.Select(of => of.Right.What), page.SeenBy.Select(seen => seen.What));
        Assert.Contains(page.SentTo, sent => sent.Where == "the platform Riverside e-portfolio");
        Assert.Contains("in the environment", page.Keys[0].Where, StringComparison.Ordinal);
        var html = await Html(scene);
        foreach (var text in page.Held.Select(held => held.What).Concat(page.NeverHeld).Concat(page.MayBeLost).Concat(page.Keys.Select(key => key.Opens)).Concat(page.SeenBy.Select(seen => seen.What)))
            Assert.Contains(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text), html, StringComparison.Ordinal);
        foreach (var person in new[] { scene.Leader, scene.CoLeader, scene.Trainee, scene.Other })
            Assert.DoesNotContain(person.Name, html, StringComparison.Ordinal);
        Assert.DoesNotContain("/tmp", html, StringComparison.Ordinal);
        Assert.DoesNotContain(TestHost.MasterKey, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_programme_has_no_page()
    {
        Assert.Equal("404 not-found", await (await host.Anybody().GetAsync($"/v1/programmes/{Guid.CreateVersion7()}/privacy", Cancellation)).Refusal());
        Assert.Equal(404, (int)(await host.Anybody().GetAsync($"/programmes/{Guid.CreateVersion7()}/privacy", Cancellation)).StatusCode);
    }

    private Task<string> Html(Scene scene) => host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/privacy", Cancellation);
}
