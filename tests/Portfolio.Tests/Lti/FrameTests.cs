using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Tests.Pages;

namespace Portfolio.Tests.Lti;

/// <summary>A real frame of another site, with third-party cookies blocked, as a trainee meets it; and the pages that stand around it.</summary>
public sealed class FrameTests(LtiScene lti, RealBrowser browser) : IClassFixture<LtiScene>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task In_a_frame_of_another_site_a_trainee_confirms_in_a_window_and_then_works_in_the_frame()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTFOLIO_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--test-third-party-cookie-phaseout", .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : []],
        });
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
        var page = await context.NewPageAsync();
        var trainee = lti.Scene.Trainee;
        (lti.Platform.User, lti.Platform.Custom) = (LtiScene.User(trainee, "m1"), new() { ["portfolio_page"] = "my-year" });

        await page.GotoAsync($"{lti.Platform.Site}/course");
        var frame = page.FrameLocator("iframe");
        var confirming = await context.RunAndWaitForPageAsync(() => frame.GetByText("Confirm in a window of its own").ClickAsync());
        await confirming.GetByText("Sign in to confirm").ClickAsync();
        await confirming.GetByLabel("Who to be").SelectOptionAsync($"{trainee.Id}");
        await confirming.GetByText("Be them").ClickAsync();
        await RealBrowser.Reaches(confirming, "/lti/confirm");
        await RealBrowser.Look(confirming, "lti-confirm");
        await confirming.GetByText("Yes, that account is mine").ClickAsync();
        await RealBrowser.Reaches(confirming, $"/trainees/{trainee.Id}");
        await confirming.CloseAsync();

        await page.ReloadAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).WaitForAsync();
        Assert.EndsWith($"/trainees/{trainee.Id}", page.Frames[1].Url, StringComparison.Ordinal);
        // Third-party cookies are blocked: what is not of this frame's partition is not kept.
        Assert.Equal("", await page.Frames[1].EvaluateAsync<string>("() => { document.cookie = 'third=party; SameSite=None; Secure; Path=/'; return document.cookie }"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pages", "lti-frame-desktop.png") });
        await frame.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).ClickAsync();
        // A form in the frame goes in too.
        await frame.GetByText("Switch them off").ClickAsync();
        await frame.GetByText("Switch them on").WaitForAsync();
        // Whoever is no platform here shows nothing of it.
        await using var another = await LtiPlatform.Start(lti.Host.Clock.GetUtcNow);
        another.LoginUrl = $"{lti.Host.Address}programmes/{lti.Scene.Programme}/lti/frame";
        await page.GotoAsync($"{another.Site}/course");
        await Assertions.Expect(frame.GetByText("What you can do")).ToHaveCountAsync(0);
        Assert.StartsWith("chrome-error:", page.Frames[1].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_for_tutors_and_the_page_of_a_refusal_are_for_everybody()
    {
        await lti.Launch(new(lti.Host.Address), LtiScene.User(lti.Scene.Leader, "l1"));
        var page = await browser.As(lti.Host, lti.Scene.Key, "T1");
        await page.GotoAsync($"{lti.Host.Address}programmes/{lti.Scene.Programme}/lti");
        await page.GetByText("Make a link").ClickAsync();
        await page.Locator("#offer").WaitForAsync();
        await page.GetByText("Add it", new() { Exact = true }).ClickAsync();
        await page.GetByText("There is a problem").WaitForAsync();
        await RealBrowser.Look(page, "lti-platforms-wrong");
        await page.GotoAsync($"{lti.Host.Address}programmes/{lti.Scene.Programme}/groups/{lti.Scene.Group}/roster");
        await page.GetByText("Link it to the group").ClickAsync();
        await page.GetByText("Read the roster").ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("did not give its members out"))).ToBeVisibleAsync();
        await lti.TrustUs();
        lti.Platform.Members.Add([LtiScene.User(lti.Scene.CoLeader, "4"), LtiScene.User(lti.Scene.Trainee, "5"), new("6", "Sam Stranger", "GMC1234567")]);
        await page.GetByText("Read the roster").ClickAsync();
        await page.GetByText("Do what is ticked").WaitForAsync();
        await page.SetViewportSizeAsync(390, 844);
        await RealBrowser.Look(page, "lti-roster");
        await page.GotoAsync($"{lti.Host.Address}programmes/{lti.Scene.Programme}/lti/launch");
        await RealBrowser.Look(page, "lti-refused");
        await page.GotoAsync($"{lti.Host.Address}programmes/{lti.Scene.Programme}/lti/frame?to=%2F&step={new string('A', 64)}");
        await RealBrowser.Look(page, "lti-frame-window");
    }
}
