using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Assessments;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A leader's assessments from the list of what is due to the signature, and the leader's own record.</summary>
public sealed class AssessmentPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(Device.Phone, true)]
    [InlineData(Device.Desktop, false)]
    internal async Task An_assessment_is_begun_shown_read_and_signed(Device device, bool scripts)
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-01" });
        var page = await chromium.As(host, scene.Key, "L1", device, scripts);
        await page.GotoAsync(Of(scene, "/assessments"));
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Tara Trainee" }).WaitForAsync();
        await Look("assessments");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tara Trainee" }).ClickAsync();
        await RealBrowser.Reaches(page, "/assessments/new");
        await page.GetByLabel("The day of which it is").FillAsync("2025-05-28");
        await page.GetByLabel("Words for them").FillAsync("You kept room for others.\nOtto said so too.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as a draft" }).ClickAsync();
        await page.Locator("#level-overall-error").WaitForAsync();
        await Look("assessment-wrong");
        foreach (var item in new[] { "reliability", "contributing", "listening", "confidence-kept", "overall" })
            await page.Locator($"input[name='level-{item}'][value='3']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as a draft" }).ClickAsync();
        await page.Locator("#note-error", new() { HasTextString = "Leave out the name of another member" }).WaitForAsync();
        await page.GetByLabel("Words for them").FillAsync("You kept room\nfor others.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as a draft" }).ClickAsync();
        await page.GetByText("Draft: you alone see it").WaitForAsync();
        await Look("assessment-draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it to Tara Trainee" }).ClickAsync();
        await page.GetByText("Shown, not read yet").WaitForAsync();
        var id = Regex.Match(page.Url, "[0-9a-f-]{36}$").Value;
        await (await scene.As(scene.Trainee)).Post<AssessmentBody>(scene.Assessments($"/{id}/reading"), new { comment = "That is fair." });
        await page.ReloadAsync();
        await page.GetByText("They say: “That is fair.”").WaitForAsync();
        await Look("assessment-shown");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and sign" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What you sign" }).WaitForAsync();
        await Look("assessment-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign this" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The signed record" }).WaitForAsync();
        await Look("assessment-signed");
        var kept = await (await scene.As(scene.Leader)).Get<AssessmentBody>(scene.Assessments($"/{id}"));
        Assert.Equal(("signed", "You kept room for others."), (kept.State, kept.Note));

        // What looks at a page is a script itself.
        Task Look(string name) => scripts ? RealBrowser.Look(page, name) : Task.CompletedTask;
    }

    [Fact]
    public async Task An_assessment_that_cannot_be_signed_yet_says_from_when_and_is_nobody_elses_to_see()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        var shown = await scene.Shown();
        var page = await chromium.As(host, scene.Key, "L1");
        await page.GotoAsync(Of(scene, $"/assessments/{shown.Id}"));
        await page.GetByText("unread from 16 June 2025").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Review and sign" }).CountAsync());
        foreach (var (person, status) in new[] { ("L2", 404), ("M2", 404), ("M1", 200) })
            Assert.Equal(status, (await (await chromium.As(host, scene.Key, person)).GotoAsync(Of(scene, $"/assessments/{shown.Id}")))!.Status);
        Assert.Equal(404, (await page.GotoAsync(Of(scene, $"/assessments/new?person={Guid.CreateVersion7()}")))!.Status);
    }

    [Fact]
    public async Task A_leader_reads_and_downloads_their_own_record_of_leading()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"), scene.CoLeader);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        foreach (var device in new[] { Device.Phone, Device.Desktop })
        {
            var page = await chromium.As(host, scene.Key, "L1", device);
            await page.GotoAsync(new Uri(host.Address, $"/programmes/{scene.Programme}/leading").ToString());
            await page.GetByText("Two sessions, two hours.").WaitForAsync();
            await RealBrowser.Look(page, "leading");
            Assert.Contains("None yet", await page.GetByRole(AriaRole.Row, new() { Name = "21 May 2025" }).InnerTextAsync(), StringComparison.Ordinal);
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the record of 14 May 2025" }).ClickAsync());
            Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        }
        var trainee = await chromium.As(host, scene.Key, "M1");
        await trainee.GotoAsync(new Uri(host.Address, $"/programmes/{scene.Programme}/leading").ToString());
        await trainee.GetByText("Nothing yet.").WaitForAsync();
    }

    private string Of(Scene scene, string rest) => new Uri(host.Address, $"/programmes/{scene.Programme}/groups/{scene.Group}{rest}").ToString();
}
