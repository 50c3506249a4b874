using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;
using Portfolio.Tests.Sessions;

namespace Portfolio.Tests.Pages;

/// <summary>Where everybody lands. Today is Monday, 2 June 2025, 13:00 in the programme's zone.</summary>
public sealed class TodayPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task A_leader_finds_todays_register_first_and_what_was_not_signed_after_it()
    {
        var scene = await Scene.Set(host);
        await scene.A_filled_register("2025-05-28");
        var today = await scene.A_filled_register("2025-06-02");
        await scene.A_filled_register("2025-06-11");

        await RealBrowser.Look(await At(scene, scene.Leader, Device.Phone), "today-leader");
        var page = await At(scene, scene.Leader, Device.Phone, scripts: false);
        Assert.Equal(["Register of Wednesday group", "Sign the register of Wednesday group, 28 May 2025"], await Due(page));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Wednesday group", Exact = true })).ToHaveAttributeAsync("href", $"/programmes/{scene.Programme}/groups/{scene.Group}");
        Assert.Contains("It has waited for five days.", await page.ContentAsync(), StringComparison.Ordinal);
        // The first thing that the keyboard comes to on the page itself.
        await page.Locator("main a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await RealBrowser.Reaches(page, $"/sessions/{today.Id}/register");
    }

    [Fact]
    public async Task A_trainee_sees_their_year_in_one_line_and_what_is_asked_of_them()
    {
        var scene = await ConfirmationScene.Met(host);
        var asked = new { step = "agreed", question = "Which was the first?", answers = scene.Trainee.Id };
        await (await scene.As(scene.Leader)).Post<QuestionBody>(scene.Confirmations("/questions"), asked);

        var page = await At(scene, scene.Trainee, Device.Phone);
        await RealBrowser.Look(page, "today-trainee");
        Assert.Equal(["A question about your requirement"], await Due(page));
        Assert.Contains("2 of 2 sessions", await page.Locator(".app-year-line").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal($"/programmes/{scene.Programme}/trainees/{scene.Trainee.Id}/confirm", await page.Locator(".nhsuk-task-list__link").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Somebody_with_several_roles_finds_what_is_due_in_each_the_most_urgent_first()
    {
        var scene = await ConfirmationScene.Met(host);
        await scene.A_filled_register("2025-05-28");
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = scene.CoLeader.Id, office = "tutor", from = "2024-08-01" });
        await scene.Supervisor(scene.Other, "L2S", "9900077");
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/supervisions"), new { supervisorId = scene.CoLeader.Id, from = "2024-08-01", kind = "educational" });

        var page = await At(scene, scene.CoLeader);
        await RealBrowser.Look(page, "today-several");
        Assert.Equal(
            ["Sign the register of Wednesday group, 28 May 2025", "Check that Tara Trainee has met the requirement", "One register that nobody has signed"], await Due(page));
        foreach (var heading in new[] { "As a leader", "As a supervisor", "For the programme" })
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_for_whom_nothing_waits_is_told_so_in_their_programmes_words()
    {
        var scene = await Scene.Set(host);
        await scene.Tutor.Put(scene.Path("settings/words"), null, new { trainee = "resident-doctor", leader = "facilitator" });
        var page = await At(scene, scene.CoLeader);
        await RealBrowser.Look(page, "today-nothing");
        Assert.Contains("Nothing waits for you.", await page.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "As a facilitator" })).ToBeVisibleAsync();
    }

    private async Task<IPage> At(Scene scene, PersonBody person, Device device = Device.Desktop, bool scripts = true)
    {
        var page = await chromium.As(host, scene.Key, person.Id.ToString(), device, scripts);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}");
        return page;
    }

    private static async Task<string[]> Due(IPage page) => [.. (await page.Locator(".nhsuk-task-list__link").AllInnerTextsAsync()).Select(text => text.Trim())];
}
