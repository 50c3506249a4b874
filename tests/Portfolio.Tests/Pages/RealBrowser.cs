using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portfolio.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Portfolio.Tests.Pages.Chromium))]

namespace Portfolio.Tests.Pages;

/// <summary>What somebody holds in their hand or has on their desk.</summary>
internal enum Device { Phone, Desktop }

/// <summary>The one Chromium of a run, without a window, started by the first test that opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(Start);

    internal async Task<IBrowser> Browser() => (await started.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || !started.Value.IsCompletedSuccessfully)
            return;
        var (driver, browser) = await started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTFOLIO_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        }));
    }
}

/// <summary>Browsers for the tests of pages, each as if nobody had used it before: <c>IClassFixture&lt;RealBrowser&gt;</c>. Every page that is looked at is kept as a picture under the tests' output.</summary>
public sealed class RealBrowser(Chromium chromium) : IAsyncDisposable
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pages")).FullName;
    private readonly ConcurrentBag<IBrowserContext> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in opened)
            await context.DisposeAsync();
    }

    internal Task<IPage> Open(bool scripts = true, int width = 1000) => Open(scripts, width, touch: false);

    internal Task<IPage> Open(Device device, bool scripts = true) => Open(scripts, device is Device.Phone ? 390 : 1280, touch: device is Device.Phone);

    /// <summary>A browser of its own, signed in as somebody of a demonstration.</summary>
    /// <param name="person">Their key or id.</param>
    internal async Task<IPage> As(TestHost host, string programme, string person, Device device = Device.Desktop, bool scripts = true)
    {
        var page = await Open(device, scripts);
        await SignIn(host, page, programme, person);
        return page;
    }

    /// <summary>Whoever has this browser signs in to a demonstration.</summary>
    internal static async Task SignIn(TestHost host, IPage page, string programme, string person)
    {
        await SignIn(host, page, await host.As(programme, person));
    }

    /// <summary>Whoever has this browser is signed in as that client is.</summary>
    internal static async Task SignIn(TestHost host, IPage page, HttpClient client)
    {
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        await page.Context.AddCookiesAsync([new() { Name = "__Host-portfolio", Value = token, Url = $"{host.Address}".Replace("http://", "https://", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
    }

    private async Task<IPage> Open(bool scripts, int width, bool touch)
    {
        var context = await (await chromium.Browser()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = touch ? 844 : 800 }, HasTouch = touch, IsMobile = touch,
        });
        opened.Add(context);
        // No script of a page ever runs, as where a network loses them; the browser itself can still be asked what it shows.
        if (!scripts)
            await context.RouteAsync(new Regex(@"\.js($|\?)"), route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    /// <summary>
    /// Looks at a page as everybody might: without violations of WCAG 2.2 AA by axe, without scrolling sideways here and at twice the size; and keeps its picture as
    /// <c>NAME-phone.png</c> or <c>NAME-desktop.png</c>.
    /// </summary>
    internal static async Task Look(IPage page, string name)
    {
        var size = page.ViewportSize!;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{(size.Width < 500 ? "phone" : "desktop")}.png"), FullPage = true, Scale = ScreenshotScale.Css });
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(found.Violations.Length == 0, $"{name}: " + string.Join("\n", found.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}")));
        await page.SetViewportSizeAsync(Math.Max(320, size.Width / 2), size.Height);
        var wide = await page.EvaluateAsync<int>(Wider);
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(wide <= 0 && await page.EvaluateAsync<int>(Wider) <= 0, $"{name} scrolls sideways.");
    }

    // Not `innerWidth`, which on a phone grows with the page.
    private const string Wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

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
}
