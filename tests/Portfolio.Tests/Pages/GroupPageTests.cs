using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A leader's group: what is on today, what waits, the year, and a sheet for paper.</summary>
public sealed class GroupPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_leader_finds_today_first_what_waits_and_adds_and_cancels_a_session(bool scripts)
    {
        var (scene, _) = await Set();
        var leader = await chromium.As(host, scene.Key, "L1", Device.Phone, scripts);
        await leader.GotoAsync(Of(scene));
        var text = await leader.Locator("main").InnerTextAsync();
        Assert.True(text.IndexOf("Today, Monday 2 June 2025", StringComparison.Ordinal) < text.IndexOf("One register not signed", StringComparison.Ordinal), text);
        Assert.Contains("Wednesday 21 May 2025, waiting for 12 days; filled in", text, StringComparison.Ordinal);
        await Look("group");
        await leader.Locator("summary", new() { HasTextString = "Add a session" }).ClickAsync();
        await leader.GetByLabel("Minutes").FillAsync("an hour");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Add the session" }).ClickAsync();
        await leader.Locator("#minutes-error").WaitForAsync();
        await Look("group-wrong");
        await leader.GetByLabel("Minutes").FillAsync("90");
        await leader.GetByLabel("Day", new() { Exact = true }).FillAsync("2025-06-11");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Add the session" }).ClickAsync();
        await leader.GetByRole(AriaRole.Link, new() { Name = "Cancel it on 11 June 2025" }).ClickAsync();
        await RealBrowser.Reaches(leader, "/cancel");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Cancel the session" }).ClickAsync();
        await leader.Locator("#reason-error").WaitForAsync();
        await Look("cancel-wrong");
        await leader.GetByLabel("A holiday").CheckAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Cancel the session" }).ClickAsync();
        await RealBrowser.Reaches(leader, "/register");
        await leader.GotoAsync(Of(scene));
        await leader.GetByText("Wednesday 11 June 2025 at 12:45: cancelled, a holiday").WaitForAsync();

        // What looks at a page is a script itself.
        Task Look(string name) => scripts ? RealBrowser.Look(leader, name) : Task.CompletedTask;
    }

    [Fact]
    public async Task Checking_in_is_turned_on_by_keyboard_alone()
    {
        var (scene, today) = await Set();
        var page = await chromium.As(host, scene.Key, "L1");
        await page.GotoAsync(Of(scene));
        await RealBrowser.Look(page, "group");
        for (var presses = 0; presses < 60 && await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") != "Turn checking in on"; presses++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn checking in off" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the code to check in" }).ClickAsync();
        await RealBrowser.Reaches(page, $"/sessions/{today.Id}/check-in");
    }

    [Fact]
    public async Task The_year_shows_each_mark_in_words_too_and_presentations_to_leaders_alone()
    {
        var (scene, _) = await Set();
        foreach (var device in new[] { Device.Phone, Device.Desktop })
        {
            var page = await chromium.As(host, scene.Key, "L1", device);
            await page.GotoAsync(Of(scene) + "/year");
            await RealBrowser.Look(page, "year");
            var row = page.GetByRole(AriaRole.Row, new() { Name = "Tara Trainee" });
            Assert.Contains("present, presented", await row.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("absent", await page.GetByRole(AriaRole.Row, new() { Name = "Otto Other" }).InnerTextAsync(), StringComparison.Ordinal);
        }
        var tutor = await chromium.As(host, scene.Key, "T1");
        await tutor.GotoAsync(Of(scene) + "/year?starting=nonsense");
        var seen = await tutor.Locator("main").InnerTextAsync();
        Assert.Contains("present", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("presented", seen, StringComparison.Ordinal);
        var trainee = await chromium.As(host, scene.Key, "M1");
        Assert.Equal(404, (await trainee.GotoAsync(Of(scene) + "/year"))!.Status);
        Assert.Equal(404, (await trainee.GotoAsync(Of(scene)))!.Status);
    }

    [Fact]
    public async Task A_sheet_prints_with_names_and_boxes_and_no_navigation()
    {
        var (scene, today) = await Set();
        var page = await chromium.As(host, scene.Key, "L1");
        await page.GotoAsync(new Uri(host.Address, $"/programmes/{scene.Programme}/sessions/{today.Id}/sheet").ToString());
        await RealBrowser.Look(page, "sheet");
        Assert.Equal(2 + 3, await page.Locator(".app-sheet tbody tr").CountAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pages", "sheet-printed.png"), FullPage = true });
        Assert.False(await page.GetByRole(AriaRole.Link, new() { Name = "Account" }).IsVisibleAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Print" }).IsVisibleAsync());
        Assert.True(await page.GetByText("Tara Trainee").IsVisibleAsync());
    }

    private string Of(Scene scene) => new Uri(host.Address, $"/programmes/{scene.Programme}/groups/{scene.Group}").ToString();

    /// <summary>Two signed sessions, one that waits, one today, one to come.</summary>
    private async Task<(Scene Scene, SessionBody Today)> Set()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-07"));
        var second = await scene.A_filled_register("2025-05-14");
        var leader = await scene.As(scene.Leader);
        await scene.Signed(await leader.PutWithMatch<SessionBody>(scene.Path($"sessions/{second.Id}/register"), second.Version, scene.Register(other: "absent")));
        await scene.A_filled_register("2025-05-21");
        var today = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-02", startsAt = "12:45:00", minutes = 60 });
        await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-04", startsAt = "12:45:00", minutes = 60 });
        return (scene, today);
    }
}
