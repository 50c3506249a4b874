using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Sessions;

namespace Portfolio.Tests.Pages;

/// <summary>Checking in as it is done: a code on the leader's screen, a phone in somebody's hand.</summary>
public sealed class CheckInPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_phone_opens_the_code_signs_in_once_and_is_in(bool scripts)
    {
        var scene = await CheckInScene.Set(host);
        var phone = await chromium.Open(scripts, width: 390);
        await phone.GotoAsync(await Scanned(scene));
        await RealBrowser.Reaches(phone, "/sign-in");
        // Signing in takes longer than the code is good for.
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        await phone.GetByLabel("Who to be").SelectOptionAsync(new SelectOptionValue { Value = $"{scene.Scene.Trainee.Id}" });
        await phone.GetByRole(AriaRole.Button, new() { Name = "Be them" }).ClickAsync();
        await RealBrowser.Reaches(phone, $"/check-in/{scene.Session.Id}");
        if (scripts)
            await RealBrowser.Look(phone, "check-in-button");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Check in as Tara Trainee" }).ClickAsync();

        await phone.GetByRole(AriaRole.Heading, new() { Name = "You are checked in" }).WaitForAsync();
        if (scripts)
            await RealBrowser.Look(phone, "check-in-done");
        Assert.Equal([scene.Scene.Trainee.Id], (await scene.CheckedIn()).CheckIns.Select(one => one.PersonId));
        await phone.ReloadAsync();
        Assert.Contains("at 13:03: Wednesday group", await phone.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_typed_by_keyboard_and_what_is_wrong_with_it_is_told_next_to_its_field()
    {
        var scene = await CheckInScene.Set(host);
        var page = await chromium.As(host, scene.Scene.Key, "M1", Device.Phone);
        await page.GotoAsync(new Uri(host.Address, $"/check-in/{scene.Scene.Key}").ToString());
        await RealBrowser.Reaches(page, "/check-in");
        var old = (await scene.Show()).Code!;
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var (typed, told) in new[] { ("", "Type the six letters and figures"), ("333333", "That is not a code that is shown now."), (old, "That code is over") })
        {
            await page.GetByLabel("The code that your leader shows").FillAsync(typed);
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#code-error", new() { HasTextString = told }).WaitForAsync();
        }
        await RealBrowser.Look(page, "check-in-code-over");
        var code = (await scene.Show()).Code!;
        await page.GetByLabel("The code that your leader shows").FillAsync($"{code[..3]} {code[3..].ToLowerInvariant()}");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are checked in" }).WaitForAsync();
    }

    [Fact]
    public async Task The_leader_shows_a_code_that_changes_by_itself_and_sees_who_is_in()
    {
        var scene = await CheckInScene.Set(host);
        var page = await chromium.As(host, scene.Scene.Key, "L1");
        await page.GotoAsync(Show(scene));
        var first = await page.Locator(".app-short-code strong").InnerTextAsync();
        await RealBrowser.Look(page, "check-in-code");
        await scene.In(scene.Scene.Trainee);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        // As when a screen that was dark is looked at again: nobody waits for the next round.
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await page.GetByText("One person so far.").WaitForAsync();
        Assert.NotEqual(first, await page.Locator(".app-short-code strong").InnerTextAsync());
        Assert.Contains("Tara Trainee", await page.Locator("#now").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(Show(scene).Replace("/check-in", "/register", StringComparison.Ordinal));
        var people = page.Locator(".app-people > .app-attendee");
        Assert.StartsWith("Otto Other not checked in, not decided yet", await people.First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByText("Tara Trainee checked in").WaitForAsync();
        Assert.True(await page.Locator($"[data-person='{scene.Scene.Trainee.Id}'] input[value='present']").IsCheckedAsync());
        Assert.Equal(0, await page.Locator($"[data-person='{scene.Scene.Other.Id}'] input[name$='.Attendance']:checked").CountAsync());

        var plain = await chromium.As(host, scene.Scene.Key, "L1", Device.Phone, scripts: false);
        await plain.GotoAsync(Show(scene));
        await plain.GetByText("Show the next one").ClickAsync();
        host.Clock.Advance(TimeSpan.FromHours(2));
        await plain.ReloadAsync();
        await plain.GetByText("Checking in is closed.").WaitForAsync();
    }

    [Fact]
    public async Task Whoever_cannot_be_in_is_told_why_in_plain_words()
    {
        var scene = await CheckInScene.Set(host);
        await scene.Scene.Person("Gwen Guest", "G1", "9900021");
        var guest = await chromium.As(host, scene.Scene.Key, "G1", Device.Phone);
        var scanned = await Scanned(scene);
        await guest.GotoAsync(scanned);
        await guest.GetByText("You are not in this group.").WaitForAsync();
        await RealBrowser.Look(guest, "check-in-other-group");
        await guest.GetByRole(AriaRole.Button, new() { Name = "I am visiting this group as Gwen Guest" }).ClickAsync();
        await guest.GetByText("as a visitor").WaitForAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await chromium.As(host, scene.Scene.Key, "M2", Device.Phone);
        var answer = await late.GotoAsync(scanned);
        Assert.Equal(422, answer!.Status);
        await late.GetByRole(AriaRole.Heading, new() { Name = "This code is over" }).WaitForAsync();
        await RealBrowser.Look(late, "check-in-sent-on");
        await late.GotoAsync(new Uri(host.Address, $"/programmes/{scene.Scene.Programme}/check-in/{scene.Session.Id}").ToString());
        await late.GetByRole(AriaRole.Heading, new() { Name = "Scan the code again" }).WaitForAsync();
        await late.GotoAsync(await Scanned(scene));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await late.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Check in as Otto") }).ClickAsync();
        await late.GetByText("It is too late. It closed at 14:00").WaitForAsync();
        await RealBrowser.Look(late, "check-in-too-late");
        Assert.DoesNotContain(scene.Scene.Other.Id, (await scene.CheckedIn()).CheckIns.Select(one => one.PersonId));
    }

    private async Task<string> Scanned(CheckInScene scene) => new Uri(host.Address, (await scene.Show()).Url!.PathAndQuery).ToString();

    private string Show(CheckInScene scene) => new Uri(host.Address, $"/programmes/{scene.Scene.Programme}/sessions/{scene.Session.Id}/check-in").ToString();
}
