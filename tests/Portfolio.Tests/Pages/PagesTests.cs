using Portfolio.Api.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

public sealed class PagesTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_page_lets_nothing_run_or_load_that_is_not_ours()
    {
        var scene = await Scene.Set(host);
        using var page = await host.Anybody().GetAsync($"/programmes/{scene.Key}/sign-in", TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(page.IsSuccessStatusCode, text);
        Assert.Equal("text/html; charset=utf-8", $"{page.Content.Headers.ContentType}");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=", text);
        Assert.DoesNotMatch("<script(?! (type=\"module\" )?src=)", text);
    }

    [Fact]
    public async Task Whoever_has_nothing_but_the_address_is_led_to_their_programme_and_is_told_of_no_other()
    {
        var scene = await Scene.Set(host);
        var front = await new Browser(host.Address).Get("/");
        Assert.Contains("Your programme", front.Text, StringComparison.Ordinal);
        Assert.Contains($"/programmes/{scene.Key}/sign-in", front.Text, StringComparison.Ordinal);
        var asked = await new Browser(host.Address).Get($"/?programme=+{scene.Key.ToUpperInvariant()}+");
        Assert.Equal((302, $"/programmes/{scene.Key}/sign-in"), (asked.Status, asked.Location));
        var unknown = await new Browser(host.Address).Get("/?programme=nowhere-at-all");
        Assert.Equal(422, unknown.Status);
        Assert.Contains("There is no programme of that name here.", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_style_is_served_with_a_tag()
    {
        using var style = await host.Anybody().GetAsync("/static/site.css", TestContext.Current.CancellationToken);
        Assert.True(style.IsSuccessStatusCode);
        Assert.Equal("text/css; charset=utf-8", $"{style.Content.Headers.ContentType}");
        Assert.NotNull(style.Headers.ETag);
    }

    [Fact]
    public async Task A_refusal_on_a_page_is_a_page()
    {
        using var page = await host.Anybody().GetAsync("/programmes/no-such-programme/sign-in", TestContext.Current.CancellationToken);
        Assert.Equal((404, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public void Pages_stay_out_of_the_description_of_the_interface() => Assert.All(
        host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AnswersWithPage>() is not null),
        endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>()));
}
