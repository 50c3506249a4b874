using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Pages;

/// <summary>Whoever supervises: whom, what stands out, and confirming it.</summary>
public sealed class SupervisorPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task A_supervisor_sees_who_stands_out_first_looks_confirms_and_takes_the_paragraph()
    {
        var (scene, supervisor) = await Waiting();
        var page = await chromium.As(host, scene.Key, supervisor.Id.ToString());
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/supervising");
        await RealBrowser.Look(page, "supervising");
        Assert.Equal(["Tara Trainee", "Otto Other"], await page.Locator("h3").AllInnerTextsAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Look and confirm for Tara Trainee" }).ClickAsync();
        await RealBrowser.Reaches(page, $"/trainees/{scene.Trainee.Id}/confirm");
        await RealBrowser.Look(page, "confirm");
        Assert.Contains("2 of 2 sessions", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify and sign" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Confirmed. It is kept as you saw it.")).ToBeVisibleAsync();
        await RealBrowser.Look(page, "confirmed");
        var paragraph = await page.Locator("#paragraph").InnerTextAsync();
        Assert.StartsWith("On 2 June 2025 I confirmed from signed records that, as of 2 June 2025, Tara Trainee has met the requirement", paragraph, StringComparison.Ordinal);
        var given = (await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Given[0];
        Assert.Contains($"{given.RecordId}", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_telephone_without_scripts_a_step_is_sent_back_answered_and_declined_with_a_reason()
    {
        var scene = await ConfirmationScene.Met(host);
        var leader = await chromium.As(host, scene.Key, scene.Leader.Id.ToString(), Device.Phone, scripts: false);
        await leader.GotoAsync(At(scene));
        await leader.GetByText("Send it back with a question").ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Send it back" }).ClickAsync();
        await Assertions.Expect(leader.Locator("#question-error")).ToHaveTextAsync("Write what you want to know.");
        await leader.GetByLabel("Your question").FillAsync("Which was the first?\nOf the two, I mean.");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Send it back" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("Your question is on its way.")).ToBeVisibleAsync();

        var trainee = await chromium.As(host, scene.Key, scene.Trainee.Id.ToString(), Device.Phone);
        await trainee.GotoAsync(At(scene));
        await RealBrowser.Look(trainee, "confirm-question");
        await trainee.GetByLabel("Your answer").FillAsync("That of 14 May.");
        // By the keyboard alone.
        await trainee.Keyboard.PressAsync("Tab");
        await trainee.Keyboard.PressAsync("Enter");
        await Assertions.Expect(trainee.GetByText("Your answer is kept.")).ToBeVisibleAsync();
        Assert.Equal(0, await trainee.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).CountAsync());

        await leader.GotoAsync(At(scene));
        Assert.Contains("Which was the first? Of the two, I mean.", await leader.ContentAsync(), StringComparison.Ordinal);
        await leader.GetByText("Decline", new() { Exact = true }).First.ClickAsync();
        await leader.GetByLabel("Why you decline").FillAsync("One sheet is missing.");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("Declined, with your reason.")).ToBeVisibleAsync();
        Assert.Equal(("declined", "One sheet is missing."), Assert.Single((await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Ended) is var ended ? (ended.For, ended.Reason) : default);
    }

    [Fact]
    public async Task What_changed_after_it_was_seen_is_shown_again_and_nothing_is_confirmed()
    {
        var scene = await ConfirmationScene.Met(host);
        var leader = await chromium.As(host, scene.Key, scene.Leader.Id.ToString());
        await leader.GotoAsync(At(scene));
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        await leader.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was confirmed");
        Assert.Empty((await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Given);
        await RealBrowser.Look(leader, "confirm-changed");
        // Somebody of another group sees nothing at all.
        var other = await chromium.As(host, scene.Key, scene.Other.Id.ToString());
        Assert.Equal(404, (await other.GotoAsync(At(scene)))!.Status);
    }

    private string At(Scene scene) => $"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}/confirm";

    private async Task<(Scene Scene, PersonBody Supervisor)> Waiting()
    {
        var scene = await ConfirmationScene.Met(host);
        var supervisor = await scene.Supervisor(scene.Trainee);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01", kind = "educational" });
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        await scene.Tutor.Confirmed(scene, "checked");
        return (scene, supervisor);
    }
}
