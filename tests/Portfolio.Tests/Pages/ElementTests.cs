using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>The element on a bare page from another origin, under a strict policy: seen, heard, by keyboard, light and dark, in both directions, and when it can show nothing.</summary>
public sealed class ElementTests(EmbedHost embed, RealBrowser chromium) : IClassFixture<EmbedHost>, IClassFixture<RealBrowser>
{
    private const string Element = "document.querySelector('cbd-group-progress')";

    [Fact]
    public async Task The_year_is_drawn_for_everybody_in_light_and_dark_and_both_directions()
    {
        await using var elsewhere = await ElsewherePage.Open(embed.Host.Address);
        elsewhere.Shows(await embed.Scene.Token());
        var page = await chromium.Open();
        var refused = new List<string>();
        page.Console += (_, told) => { if (told.Type == "error") refused.Add(told.Text); };
        var behind = new List<string>();
        foreach (var (name, scheme, attributes) in new[] { ("light", ColorScheme.Light, ""), ("dark", ColorScheme.Dark, ""), ("right-to-left", ColorScheme.Light, "dir=\"rtl\"") })
        {
            elsewhere.Attributes = attributes;
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Drawn(page, elsewhere);
            behind.Add(await page.EvaluateAsync<string>($"getComputedStyle({Element}).backgroundColor"));
            var (month, mark) = ((await page.Locator("cbd-group-progress .month b").First.BoundingBoxAsync())!, (await page.Locator("cbd-group-progress .weeks button").First.BoundingBoxAsync())!);
            Assert.Equal(attributes.Length > 0, month.X > mark.X);
            await RealBrowser.Look(page, $"element-{name}");
        }
        Assert.Equal(["rgb(255, 255, 255)", "rgb(33, 43, 50)", "rgb(255, 255, 255)"], behind);
        Assert.DoesNotContain(refused, text => !text.Contains("favicon", StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());
        var text = await page.EvaluateAsync<string>($"{Element}.shadowRoot.textContent");
        Assert.Contains("2 attended", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)tara|otto|lena|presented", text);
        await page.EvaluateAsync($"{Element}.style.setProperty('--cbd-background', 'rgb(1, 2, 3)')");
        Assert.Equal("rgb(1, 2, 3)", await page.EvaluateAsync<string>($"getComputedStyle({Element}).backgroundColor"));
    }

    [Fact]
    public async Task Each_week_is_reached_by_keyboard_and_read_aloud()
    {
        await using var elsewhere = await ElsewherePage.Open(embed.Host.Address);
        elsewhere.Shows(await embed.Scene.Token());
        var page = await chromium.Open(width: 390);
        await Drawn(page, elsewhere);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Core" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Wednesday 30 April 2025: Attended" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Wednesday 14 May 2025: Attended" })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("cbd-group-progress .told")).ToHaveTextAsync("Wednesday 14 May 2025: Attended");
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator("cbd-group-progress .told")).ToHaveTextAsync("Wednesday 11 June 2025: To come");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("cbd-group-progress .told")).ToHaveTextAsync("Wednesday 30 April 2025: Attended");
        // One stop: the next key leads out again.
        Assert.Equal(1, await page.Locator("cbd-group-progress button[tabindex='0']").CountAsync());
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pages", "element-keyboard-phone.png"), FullPage = true });
        elsewhere.Attributes = "dir=\"rtl\"";
        await Drawn(page, elsewhere);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("cbd-group-progress .told")).ToHaveTextAsync("Wednesday 14 May 2025: Attended");
    }

    [Fact]
    public async Task What_cannot_be_shown_is_said_in_plain_words_and_a_new_token_draws_again()
    {
        var scene = await embed.Scene.Another(embed.Scene.Scene.Other, "progress");
        await using var elsewhere = await ElsewherePage.Open(embed.Host.Address);
        elsewhere.Shows(await scene.Token());
        var page = await chromium.Open(width: 390);
        await Drawn(page, elsewhere);
        var now = embed.Host.Clock.GetUtcNow();
        embed.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await page.EvaluateAsync<bool>($"new Promise((done) => {{ document.addEventListener('token-needed', (event) => done(event.detail.ranOut)); {Element}.refresh(); }})"));
        await Says(page, "has run out");
        await RealBrowser.Look(page, "element-over");
        await page.EvaluateAsync($"token => {Element}.token = token", (await scene.Token()).Token);
        await Assertions.Expect(page.Locator("cbd-group-progress h2")).ToBeVisibleAsync();
        embed.Host.Clock.Set(now);

        await page.RouteAsync("**/embed/progress", route => route.AbortAsync());
        await page.EvaluateAsync($"{Element}.refresh()");
        await Says(page, "cannot be fetched just now");
        await page.UnrouteAsync("**/embed/progress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator("cbd-group-progress h2")).ToBeVisibleAsync();

        await scene.Platform.Ended_by(scene.Scene.Other, scene.Permission);
        await page.EvaluateAsync($"{Element}.refresh()");
        await Says(page, "the permission for it has ended");
        await Assertions.Expect(page.Locator("cbd-group-progress h2")).ToHaveCountAsync(0);
        await page.EvaluateAsync($"{Element}.token = ''");
        await Says(page, "has not said whose it is");
    }

    [Fact]
    public async Task The_picture_is_shown_by_a_page_of_another_origin()
    {
        var token = await embed.Scene.Token();
        await using var elsewhere = await ElsewherePage.Open(embed.Host.Address);
        elsewhere.Body = $"<img src=\"{elsewhere.At(token.Picture)}\" alt=\"{token.Alternative}\">";
        var page = await chromium.Open(width: 800);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.GotoAsync(elsewhere.Address);
            Assert.Equal(720, await page.EvaluateAsync<int>("document.images[0].decode().then(() => document.images[0].naturalWidth)"));
            await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pages", $"embedded-picture-{scheme}.png".ToLowerInvariant()), FullPage = true });
        }
        // Opened by itself it is a document under its own policy, and still has its style.
        await page.GotoAsync(elsewhere.At(token.Picture));
        Assert.Equal("rgb(33, 43, 50)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.page')).fill"));
    }

    private static async Task Drawn(IPage page, ElsewherePage elsewhere)
    {
        await page.GotoAsync(elsewhere.Address);
        await Assertions.Expect(page.Locator("cbd-group-progress h2")).ToBeVisibleAsync();
    }

    private static Task Says(IPage page, string words) => Assertions.Expect(page.Locator("cbd-group-progress [role=status]")).ToHaveTextAsync(new Regex(Regex.Escape(words)));
}
