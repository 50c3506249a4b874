using System.Text;
using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Paper;

namespace Portfolio.Tests.Pages;

/// <summary>A term on paper: handed in and matched by a tutor, held against the paper and confirmed by leaders.</summary>
public sealed class ImportsPagesTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tutor_hands_a_sheet_in_and_matches_its_names_a_second_person_checks_it_and_a_leader_confirms_it(bool scripts)
    {
        var scene = await Scene.Set(host);
        var (device, home) = (scripts ? Device.Desktop : Device.Phone, $"{host.Address}programmes/{scene.Programme}/imports");
        var tutor = await chromium.As(host, scene.Key, "T1", device, scripts);
        await tutor.GotoAsync(home);
        await RealBrowser.Look(tutor, "imports");
        await tutor.GetByRole(AriaRole.Link, new() { Name = "Wednesday group" }).ClickAsync();
        await RealBrowser.Look(tutor, "imports-group-empty");
        await HandIn(tutor, PaperScene.March.Replace("15:00", "3 pm", StringComparison.Ordinal));
        await Assertions.Expect(tutor.GetByRole(AriaRole.Alert)).ToContainTextAsync("Line 2, 2025-03-05: “3 pm” should be a time of day");
        await RealBrowser.Look(tutor, "imports-group-refused");
        await HandIn(tutor, PaperScene.March);
        await Assertions.Expect(tutor.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("Whom do these names mean?");
        await RealBrowser.Look(tutor, "imports-sheet-names");
        // Who is written like somebody of the group is proposed.
        Assert.Equal($"{scene.Trainee.Id}", await tutor.GetByLabel("Tara T.").InputValueAsync());
        await tutor.GetByLabel("Somebody Else").SelectOptionAsync("out");
        await tutor.GetByRole(AriaRole.Button, new() { Name = "Remember these names" }).ClickAsync();
        await Assertions.Expect(tutor.GetByText("You transcribed it, so somebody else")).ToBeVisibleAsync();
        await RealBrowser.Look(tutor, "imports-sheet-own");
        var address = tutor.Url;

        var coLeader = await chromium.As(host, scene.Key, "L2", device, scripts);
        await coLeader.GotoAsync(address);
        await Assertions.Expect(coLeader.GetByText("Otto Other, Wednesday 19 March 2025")).ToBeVisibleAsync();
        await RealBrowser.Look(coLeader, "imports-sheet-check");
        await coLeader.GetByRole(AriaRole.Button, new() { Name = "It agrees with the paper" }).ClickAsync();
        await Assertions.Expect(coLeader.GetByText("Held against the paper by Colin Coleader")).ToBeVisibleAsync();

        var leader = await chromium.As(host, scene.Key, "L1", device, scripts);
        await leader.GotoAsync(home);
        await leader.GetByRole(AriaRole.Link, new() { Name = "Wednesday group" }).ClickAsync();
        await RealBrowser.Look(leader, "imports-group");
        await leader.GetByRole(AriaRole.Link, new() { Name = "See what is checked, and confirm it" }).ClickAsync();
        await RealBrowser.Look(leader, "imports-confirm");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Sign and bring it in" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("confirmed by Lena Leader")).ToBeVisibleAsync();
        await leader.GotoAsync(address);
        await RealBrowser.Look(leader, "imports-sheet-confirmed");
        await leader.GotoAsync(address[..address.LastIndexOf('/')] + "/confirm");
        await Assertions.Expect(leader.GetByText("Nothing of this group waits")).ToBeVisibleAsync();

        var sessions = (await (await scene.As(scene.Leader)).Get<SessionPage>(scene.Path($"groups/{scene.Group}/sessions"))).Sessions;
        Assert.Equal(["cancelled 1", "signed 3"], sessions.CountBy(session => session.State).Select(state => $"{state.Key} {state.Value}").Order());
    }

    [Fact]
    public async Task A_leader_confirms_with_the_keyboard_alone()
    {
        var scene = await Scene.Set(host);
        await scene.Checked();
        var page = await chromium.As(host, scene.Key, "L1");
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/imports/{scene.Group}/confirm");
        var sign = page.GetByRole(AriaRole.Button, new() { Name = "Sign and bring it in" });
        for (var tabs = 0; tabs < 30 && !await sign.EvaluateAsync<bool>("button => button === document.activeElement"); tabs++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("confirmed by Lena Leader")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_switches_their_weekly_letters_off_and_on_on_their_account()
    {
        var scene = await Scene.Set(host);
        var page = await chromium.As(host, scene.Key, "M1", Device.Phone, scripts: false);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch them off" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You are not written to about what waits on you")).ToBeVisibleAsync();
        await RealBrowser.Look(page, "account-letters");
        Assert.False((await (await scene.As(scene.Trainee)).Get<WeeklyLetters>(scene.Path($"people/{scene.Trainee.Id}/weekly-letters"))).Weekly);
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch them on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Switch them off" })).ToBeVisibleAsync();
    }

    private static async Task HandIn(IPage page, string sheet)
    {
        await page.GetByLabel("A month or a term of this group").SetInputFilesAsync(new FilePayload { Name = "march.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
    }
}
