using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Pages;

/// <summary>A panel: who is before it, and one frozen evidence pack, rule by rule.</summary>
public sealed class PanelPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task A_panel_member_finds_a_frozen_pack_asks_is_answered_and_ticks_the_rule()
    {
        var (scene, member) = await Before();
        var page = await chromium.As(host, scene.Key, member.Id.ToString());
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/panel");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is frozen yet (2)" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Freeze") }).CountAsync());

        var tutor = await chromium.As(host, scene.Key, "T1");
        await tutor.GotoAsync($"{host.Address}programmes/{scene.Programme}/panel");
        await tutor.GetByRole(AriaRole.Button, new() { Name = "Freeze it now for Tara Trainee" }).ClickAsync();
        await Assertions.Expect(tutor.GetByRole(AriaRole.Heading, new() { Name = "Met (1)" })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await RealBrowser.Look(page, "panel");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tara Trainee" }).ClickAsync();
        await RealBrowser.Look(page, "panel-pack");
        await page.GetByText("Ask about it").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#says-sessions-error")).ToHaveTextAsync("Write what you want to know.");
        await RealBrowser.Look(page, "panel-wrong");
        await page.GetByLabel("Your question").FillAsync("Was the first one in person?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("You asked: Was the first one in person?")).ToBeVisibleAsync();

        var trainee = await chromium.As(host, scene.Key, scene.Trainee.Id.ToString(), Device.Phone, scripts: false);
        await trainee.GotoAsync($"{host.Address}programmes/{scene.Programme}");
        await trainee.GetByRole(AriaRole.Link, new() { Name = "A panel asks about your evidence" }).ClickAsync();
        await RealBrowser.Look(trainee, "panel-asks");
        await trainee.GetByLabel("Your answer").FillAsync("It was.");
        await trainee.Keyboard.PressAsync("Tab");
        await trainee.Keyboard.PressAsync("Enter");
        await Assertions.Expect(trainee.GetByText("You answered: It was.")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Tick") }).ClickAsync();
        await Assertions.Expect(page.GetByText("You ticked this on 2 June 2025.")).ToBeVisibleAsync();
        var paper = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download it on paper").ClickAsync());
        Assert.EndsWith(".pdf", paper.SuggestedFilename, StringComparison.Ordinal);
        var before = (await (await scene.As(member)).Get<PanelBody>(scene.Path("panel"))).Trainees.Single(each => each.EvidencePack is not null);
        Assert.Equal((ProgressState.Met, 1, false), (before.State!.Value, before.Rules[0].Ticked, before.Rules[0].QuestionOpen));
    }

    [Fact]
    public async Task What_changed_since_is_told_and_a_panel_sees_nothing_else_of_a_trainee()
    {
        var (scene, member) = await Before();
        var pack = await scene.Tutor.Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { });
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var page = await chromium.As(host, scene.Key, member.Id.ToString(), Device.Phone);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}/evidence/{pack.Id}");
        await Assertions.Expect(page.GetByText("The record was signed after the evidence was closed.").First).ToBeVisibleAsync();
        await RealBrowser.Look(page, "panel-changed");
        foreach (var closed in new[] { "cohort", "parked", "settings" })
            Assert.Equal(404, (await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/{closed}"))!.Status);
        // Whoever took no part in it finds nothing at all there.
        var other = await chromium.As(host, scene.Key, scene.Other.Id.ToString());
        Assert.Equal(404, (await other.GotoAsync($"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}/evidence/{pack.Id}"))!.Status);
    }

    private async Task<(Scene Scene, PersonBody Member)> Before()
    {
        var scene = await ConfirmationScene.Met(host);
        await scene.Placement(scene.Other);
        var member = await scene.Person("Paula Panel", "PM", "9900071");
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = member.Id, office = "panel-member", from = "2024-08-01", until = "2026-08-01" });
        return (scene, member);
    }
}
