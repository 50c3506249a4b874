using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portfolio.Tests.Pages;

/// <summary>Chromium without a window, for the tests of pages: <c>IClassFixture&lt;RealBrowser&gt;</c>. With PORTFOLIO_SCREENSHOTS=FOLDER each page is kept as a picture.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PORTFOLIO_SCREENSHOTS");
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTFOLIO_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    internal async Task<IPage> Open(bool scripts = true, int width = 1000)
    {
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        return await context.NewPageAsync();
    }

    /// <summary>A device with a passkey in it, that its holder unlocks.</summary>
    internal static async Task HasPasskeys(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Waits for a page that a form or a script leads to: for its address and what it shows, since the browser can have told of its loading before anybody asks.</summary>
    internal static async Task Reaches(IPage page, string end)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "([?#].*)?$"), new() { Timeout = 30_000 });
        await page.Locator("h1").First.WaitForAsync();
    }

    internal static async Task Keep(IPage page, string name)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }
}
