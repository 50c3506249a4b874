using System.Text.RegularExpressions;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Pages;

/// <summary>Whoever looks after all of them: the cohort, registers that nobody signed, requirements, settings. Today is 2 June 2025.</summary>
public sealed class TutorPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tutor_sorts_filters_and_takes_the_cohort_and_the_plot_says_what_the_table_says(bool phone)
    {
        var scene = await ConfirmationScene.Met(host);
        await scene.Placement(scene.Other);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Other.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        var page = await At(scene, "cohort", phone ? Device.Phone : Device.Desktop, scripts: !phone);
        await RealBrowser.Look(page, "cohort");
        Assert.Equal(["Otto Other", "Tara Trainee"], await Names(page));
        Assert.Equal(2, await page.Locator(".app-plot svg title").CountAsync() - 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "To be met by" }).ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("To be met by");
        await page.GetByLabel("Stands").SelectOptionAsync("met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.GetByText("One trainee on 2 June 2025, of 2 in all.")).ToBeVisibleAsync();
        Assert.Equal(["Tara Trainee"], await Names(page));
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download as a sheet").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await sheet.PathAsync(), Cancellation);
        Assert.Equal(("cohort-2025-06-02.csv", 2), (sheet.SuggestedFilename, lines.Length));

        await page.GetByLabel("Stands").SelectOptionAsync("not-possible");
        await page.GetByLabel("Stands").PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await RealBrowser.Reaches(page, "/cohort");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("state=not-possible"));
        await page.GotoAsync($"{page.Url.Split('?')[0]}?state=none");
        await Assertions.Expect(page.GetByText("Nobody is like that.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tutor_sends_a_leader_a_link_to_a_register_that_waits()
    {
        var scene = await Scene.Set(host);
        var lena = await RegisterLinkLeader(scene);
        var page = await At(scene, "unsigned", Device.Phone, scripts: false);
        await RealBrowser.Look(page, "unsigned");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a link for Wednesday group, 28 May 2025" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The letter with the link is on its way.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("A link was sent on 2 June 2025.")).ToBeVisibleAsync();
        Assert.Contains("register", (await host.LettersTo(lena))[^1].Text, StringComparison.OrdinalIgnoreCase);

        await (await At(scene, "settings")).GetByRole(AriaRole.Button, new() { Name = "Switch links off" }).ClickAsync();
        await page.ReloadAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Send another link" }).CountAsync());
        await Assertions.Expect(page.GetByText("Links are switched off")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_version_is_tried_published_and_moved_to_and_a_wrong_file_says_what_is_wrong()
    {
        var scene = await ConfirmationScene.Met(host);
        var page = await At(scene, "requirements");
        await RealBrowser.Look(page, "requirements");
        await Upload(page, """{"id": "made-up-two"}""");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This file cannot be taken");
        await RealBrowser.Look(page, "requirements-wrong");

        var document = JsonNode.Parse((await scene.Tutor.Get<RequirementPackVersion>(scene.Path($"requirement-packs/{ConfirmationScene.Pack}/versions/1"))).Document.GetRawText())!;
        (document["version"], document["rules"]![0]!["minimum"]!["value"]) = (2, 3);
        await Upload(page, document.ToJsonString());
        await Assertions.Expect(page.GetByText("For one trainee the answer would change.")).ToBeVisibleAsync();
        await RealBrowser.Look(page, "requirements-tried");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish version 2" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Published. It stays as it is for ever.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move them" }).ClickAsync();
        await Assertions.Expect(page.Locator("#from-error")).ToBeVisibleAsync();
        await RealBrowser.Look(page, "requirements-move");
        await page.GetByLabel("From which day").FillAsync("2025-06-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("They follow this version from the day you gave.")).ToBeVisibleAsync();
        Assert.Equal(2, (await scene.Tutor.Get<RequirementList>(scene.Path($"people/{scene.Trainee.Id}/requirements"))).Requirements[^1].Version);
    }

    [Fact]
    public async Task The_programmes_words_are_chosen_and_stand_on_the_next_page()
    {
        var scene = await Scene.Set(host);
        var page = await At(scene, "settings", Device.Phone, scripts: false);
        await RealBrowser.Look(page, "settings");
        await page.GetByLabel("Whoever trains is called").SelectOptionAsync("resident-doctor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the words" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/cohort");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("All resident doctors");
        // A leader has nothing to do here.
        var leader = await chromium.As(host, scene.Key, scene.Leader.Id.ToString());
        foreach (var closed in new[] { "settings", "cohort", "unsigned", "parked", "requirements", "panel" })
            Assert.Equal(404, (await leader.GotoAsync($"{host.Address}programmes/{scene.Programme}/{closed}"))!.Status);
    }

    [Fact]
    public async Task What_did_not_arrive_says_why_and_is_tried_again()
    {
        var outward = await OutwardScene.Set(host);
        var scene = outward.Scene;
        await outward.Connected_by(scene.Trainee, "attendance");
        await scene.Signed(await scene.A_filled_register());
        await host.Service<DeliveryWorker>().DeliverAll(Cancellation);
        await using (var work = await host.Database.Begin(scene.Programme, Cancellation))
        {
            Assert.True(await Api.Database.WorkQueries.Run(work, "update delivery set state = 'parked', reason = 'sign-in-again', due_at = null where programme_id = @Programme", new { work.Programme }) > 0);
            await work.Commit();
        }
        var page = await At(scene, "parked", Device.Phone);
        await RealBrowser.Look(page, "parked");
        await Assertions.Expect(page.GetByText("Something is not filled in yet, by the person or by the programme.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Try again") }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("will be tried again now.")).ToBeVisibleAsync();
    }

    private async Task<IPage> At(Scene scene, string path, Device device = Device.Desktop, bool scripts = true)
    {
        var page = await chromium.As(host, scene.Key, "T1", device, scripts);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/{path}");
        return page;
    }

    private static async Task Upload(IPage page, string json)
    {
        await page.GetByLabel("The file (JSON)").SetInputFilesAsync(new FilePayload { Name = "pack.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(json) });
        await page.GetByRole(AriaRole.Button, new() { Name = "See whose answer would change" }).ClickAsync();
    }

    // A leader whose address is on record, and a register of theirs that waits.
    private static async Task<string> RegisterLinkLeader(Scene scene)
    {
        var leader = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name = "Ludo Linked", key = "LL", body = "GMC", number = "9900016", email = "ludo.linked@example.org" });
        await scene.Mandate(leader, "deputy");
        var session = await (await scene.As(scene.Leader)).Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-05-28", startsAt = "15:00:00", minutes = 60 });
        await (await scene.As(scene.Leader)).PutWithMatch<SessionBody>(scene.Path($"sessions/{session.Id}/register"), session.Version, new
        {
            mode = "in-person", leaderId = leader.Id, coLeaderId = scene.CoLeader.Id, lines = new object[] { new { personId = scene.Trainee.Id, attendance = "present" }, new { personId = scene.Other.Id, attendance = "absent" } },
        });
        return leader.Email!;
    }

    private static async Task<string[]> Names(IPage page) => [.. await page.Locator("tbody th a").AllInnerTextsAsync()];
}
