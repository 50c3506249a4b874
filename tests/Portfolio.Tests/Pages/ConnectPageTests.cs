using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A platform's request as a trainee meets it: in a browser, from the platform's site and back to it.</summary>
public sealed class ConnectPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(true, 1000)]
    [InlineData(false, 390)]
    public async Task A_trainee_comes_from_a_platform_signs_in_decides_and_is_back_there(bool scripts, int width)
    {
        await using var site = await KeysSite.Open();
        var home = site.Url.Replace("/jwks.json", "/connected", StringComparison.Ordinal);
        var asking = await AskingPlatform.Let_in(host, home: home);
        var page = await chromium.Open(scripts, width);
        var refused = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") refused.Add(said.Text); };

        await page.GotoAsync($"http://localhost:{host.Address.Port}{QueryHelpers.AddQueryString("/oauth/authorize", asking.Query())}");
        await page.GetByLabel("Who to be").SelectOptionAsync($"{asking.Scene.Trainee.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Be them" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(asking.Platform.Name);
        foreach (var kind in PermittedKind.All)
            Assert.Equal(kind.Offered, await page.GetByLabel(kind.Name, new() { Exact = true }).IsCheckedAsync());
        await RealBrowser.Look(page, "connect");
        await page.GetByLabel("Attendance", new() { Exact = true }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Permit this" }).ClickAsync();

        // The page's own policy lets its form end there.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(home) + "\\?"), new() { Timeout = 30_000 });
        var token = await Requests.Read<TokenBody>(await asking.Redeem(QueryHelpers.ParseQuery(new Uri(page.Url).Query)["code"]!));
        var connection = Assert.Single((await (await asking.Scene.As(asking.Scene.Trainee)).Get<ConnectionList>(asking.Scene.Path("connections"))).Connections);
        Assert.Equal(token.Sub!.Value, connection.Trainee);
        Assert.Equal(["assessment", "period-account", "verification"], connection.Kinds);
        Assert.DoesNotContain(refused, text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trainee_changes_what_they_permitted_and_ends_it_on_a_page_of_their_own()
    {
        var asking = await AskingPlatform.Let_in(host);
        var scene = asking.Scene;
        await asking.Redeem(await asking.Permitted_by(scene.Trainee, "attendance"));
        var page = await chromium.Open(scripts: false);
        var (path, token) = ($"http://localhost:{host.Address.Port}/programmes/{scene.Programme}/permissions", (await scene.As(scene.Trainee)).DefaultRequestHeaders.Authorization!.Parameter!);
        await page.Context.AddCookiesAsync([new() { Name = Api.Access.BrowserSessions.CookieName, Value = token, Url = $"https://localhost:{host.Address.Port}/", Secure = true, HttpOnly = true }]);

        await page.GotoAsync(path);
        await RealBrowser.Look(page, "permissions");
        Assert.Equal((true, false), (await page.GetByLabel("Attendance", new() { Exact = true }).IsCheckedAsync(), await page.GetByLabel("Presentations", new() { Exact = true }).IsCheckedAsync()));
        await page.GetByLabel("Attendance", new() { Exact = true }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it to this" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at least one");
        await page.GetByLabel("Attendance", new() { Exact = true }).UncheckAsync();
        await page.GetByLabel("Presentations", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it to this" }).ClickAsync();
        await Assertions.Expect(page.GetByText("from 2 June 2025 to 2 June 2025: attendance")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No platform may have any record of yours.")).ToBeVisibleAsync();

        var kept = (await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections;
        Assert.Equal(["attendance", "presentation"], kept.Select(one => one.Kinds.Single()));
        Assert.All(kept, one => Assert.NotNull(one.EndedAt));
    }

    [Fact]
    public async Task Nobody_ends_the_permission_of_somebody_else_on_that_page()
    {
        var asking = await AskingPlatform.Let_in(host);
        var scene = asking.Scene;
        await asking.Redeem(await asking.Permitted_by(scene.Trainee, "attendance"));
        var connections = await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"));
        var (page, browser) = ($"/programmes/{scene.Programme}/permissions", await asking.Signed_in(scene.Other));
        // Their own page has no form while they have permitted nothing.
        await (await scene.As(scene.Other)).Post<ConnectionBody>(scene.Path("connections"), new { platformId = asking.Platform.Id, kinds = new[] { "attendance" } });
        var (html, cookie) = await AskingPlatform.Look(browser, page);

        var answer = await AskingPlatform.Send(browser, page, cookie, ("form-token", AskingPlatform.FormToken(html)), ("connection", $"{connections.Connections[0].Id}"), ("decision", "end"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections[0].EndedAt);
    }
}
