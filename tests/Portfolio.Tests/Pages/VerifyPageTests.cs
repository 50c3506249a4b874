using System.Net;
using System.Text;
using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Pages;

/// <summary>Anybody hands in a file and reads what it is worth; behind the code on a paper stands whether it holds, and no more.</summary>
public sealed class VerifyPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_checks_a_record_and_a_changed_one_and_what_is_none_is_told_kindly()
    {
        var (scene, record) = await A_record();
        var trainee = await scene.As(scene.Trainee);
        var jwt = Encoding.ASCII.GetBytes((await trainee.Get<RecordBody>(scene.Path($"records/{record}"))).Jwt);
        var bundle = await trainee.GetByteArrayAsync(scene.Path($"records/{record}/bundle"), Cancellation);
        var changed = jwt.ToArray();
        changed[^10] ^= 1;
        var page = await chromium.Open(scripts: false, width: 390);
        await page.GotoAsync($"{host.Address}verify");
        await RealBrowser.Look(page, "verify");

        foreach (var (name, bytes) in new[] { ("record.jwt", jwt), ("everything.zip", bundle) })
        {
            await HandIn(page, name, bytes);
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is what it says");
        }
        await RealBrowser.Look(page, "verify-good");
        await HandIn(page, "record.jwt", changed);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Do not rely on it");
        await RealBrowser.Look(page, "verify-bad");
        foreach (var (name, bytes, said) in new[]
        {
            ("letter.txt", "Dear panel, I was there."u8.ToArray(), "This is not a signed record"), ("paper.pdf", "%PDF-1.7 and so on"u8.ToArray(), "This is a PDF"),
            ("none", [], "Choose the file to check"), ("large.json", new byte[(4 << 20) + 1], "too large"),
        })
        {
            await HandIn(page, name, bytes);
            await Assertions.Expect(page.Locator("#error-file")).ToContainTextAsync(said);
        }
        await RealBrowser.Look(page, "verify-none");
    }

    [Fact]
    public async Task With_scripts_a_file_is_dropped_and_checked_at_once()
    {
        var (scene, record) = await A_record();
        var jwt = (await (await scene.As(scene.Trainee)).Get<RecordBody>(scene.Path($"records/{record}"))).Jwt;
        var page = await chromium.Open();
        await page.GotoAsync($"{host.Address}verify");
        await Assertions.Expect(page.GetByText("You can drop it here.")).ToBeVisibleAsync();
        var dropped = await page.EvaluateHandleAsync("text => { const all = new DataTransfer(); all.items.add(new File([text], 'record.jwt')); return all; }", jwt);
        await page.DispatchEventAsync("#drop", "drop", new { dataTransfer = dropped });
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is what it says");
        await RealBrowser.Look(page, "verify-good");
    }

    [Fact]
    public async Task The_page_behind_a_records_code_says_whether_it_stands_and_no_more()
    {
        var scene = await ConfirmationScene.Met(host);
        var session = await scene.A_filled_register();
        var record = (await scene.Signed(session)).RecordOf(scene.Trainee);
        var path = $"/programmes/{scene.Programme}/records/{record}/versions/1";
        var shown = await (await scene.As(scene.Trainee)).SendAsync(Asking(scene.Path($"records/{record}")), Cancellation);
        Assert.Contains(path, await shown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        var page = await chromium.Open(scripts: false, width: 390);
        await page.GotoAsync($"{host.Address}{path[1..]}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Valid" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dl")).ToContainTextAsync("Attendance");
        await RealBrowser.Look(page, "record-check");
        Assert.DoesNotMatch("Tara|Lena|Wednesday|28 May|60", await page.Locator("main").InnerTextAsync());

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await scene.As(scene.Leader)).Corrected(scene, session.Id, new
        {
            mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
            lines = new object[] { new { personId = scene.Trainee.Id, attendance = "partial", minutes = 30 }, new { personId = scene.Other.Id, attendance = "present" } },
        });
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Superseded on 2 June 2025" })).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anybody().GetAsync($"/programmes/{scene.Programme}/records/{Guid.CreateVersion7()}/versions/1", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_code_on_an_evidence_pack_leads_a_person_to_a_page_and_a_program_to_json()
    {
        var scene = await ConfirmationScene.Met(host);
        var pack = await (await scene.As(scene.Trainee)).Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { });
        var code = $"programmes/{scene.Programme}/evidence-packs/{pack.Id}";
        Assert.Equal(pack.FileHash, (await host.Anybody().Get<EvidencePackCheck>("/" + code)).FileHash);
        var page = await chromium.Open(scripts: false, width: 390);
        await page.GotoAsync($"{host.Address}{code}");
        await RealBrowser.Reaches(page, "/check");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Valid: nothing in it changed since" })).ToBeVisibleAsync();
        Assert.DoesNotContain("Tara", await page.ContentAsync(), StringComparison.Ordinal);
        await RealBrowser.Look(page, "evidence-pack-check");
    }

    private static HttpRequestMessage Asking(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }

    private static async Task HandIn(IPage page, string name, byte[] bytes)
    {
        await page.GetByLabel("The file to check").SetInputFilesAsync(bytes.Length == 0 ? [] : [new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes }]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();
    }

    private async Task<(Scene Scene, Guid Record)> A_record()
    {
        var scene = await Scene.Set(host);
        return (scene, (await scene.Signed(await scene.A_filled_register())).RecordOf(scene.Trainee));
    }
}
