using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Api.Demonstration;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Assessments;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Pages;

/// <summary>The year on one page: for the trainee all of it, for whoever looks after them without when they presented.</summary>
public sealed partial class TraineePageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trainee_sees_a_whole_year_at_a_glance_and_a_tutor_sees_it_without_presentations()
    {
        var before = host.Clock.GetUtcNow();
        host.Clock.Set(new DateTimeOffset(2025, 6, 4, 12, 0, 0, TimeSpan.Zero));
        await host.Service<DemonstrationProgramme>().Make(Cancellation);
        var programme = (await host.Anybody().Get<DemonstrationList>("/demonstration")).Programmes.Single(one => one.Key == DemonstrationProgramme.Key);
        var trainee = programme.People.Single(person => person.Key == "P008");
        var address = $"{host.Address}programmes/{programme.Id}/trainees/{trainee.Id}";

        var phone = await chromium.As(host, DemonstrationProgramme.Key, "P008", Device.Phone, scripts: false);
        await phone.GotoAsync(address);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your year");
        await Assertions.Expect(phone.GetByRole(AriaRole.Img, new() { NameRegex = AttendedInWords() })).ToBeVisibleAsync();
        await Assertions.Expect(phone.Locator("p > strong", new() { HasTextRegex = new Regex(@"^\d+ of 25 sessions") })).ToBeVisibleAsync();
        await RealBrowser.Look(phone, "trainee");
        var desk = await chromium.As(host, DemonstrationProgramme.Key, "P008");
        await desk.GotoAsync(address);
        foreach (var details in await desk.Locator("details").AllAsync())
            await details.Locator("summary").First.ClickAsync();
        await RealBrowser.Look(desk, "trainee");
        await phone.GotoAsync(address + "#sessions");
        foreach (var details in await phone.Locator("details").AllAsync())
            await details.Locator("summary").First.ClickAsync();
        await RealBrowser.Look(phone, "trainee-open");

        var tutor = await chromium.As(host, DemonstrationProgramme.Key, "P007");
        await tutor.GotoAsync(address);
        await Assertions.Expect(tutor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(trainee.Name);
        await RealBrowser.Look(tutor, "trainee-by-tutor");
        Assert.Contains("presented a case", await desk.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)presented a case|followed a case", await tutor.ContentAsync());
        Assert.DoesNotContain("not-right", await tutor.ContentAsync(), StringComparison.Ordinal);
        host.Clock.Set(before);
    }

    [Fact]
    public async Task Every_file_behind_the_page_is_what_its_link_says()
    {
        var scene = await ConfirmationScene.Met(host);
        var client = await scene.As(scene.Trainee);
        var page = await chromium.As(host, scene.Key, $"{scene.Trainee.Id}", scripts: false);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make a pack, or take your records with you" }).ClickAsync();
        await RealBrowser.Look(page, "take-away");
        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze an evidence pack now" }).ClickAsync();
        await RealBrowser.Reaches(page, $"/trainees/{scene.Trainee.Id}");
        var html = await page.ContentAsync();

        foreach (var (text, type) in new[]
        {
            ("Signed (JWT)", "application/vc+jwt"), ("Signed (JSON-LD)", "application/vc+ld+json"), ("Everything (zip)", "application/zip"), ("To read", "text/html"),
            ("On paper (PDF)", "application/pdf"), ("Signed file (JSON)", "application/json"),
        })
        {
            var link = Regex.Match(html, $"""<a href="([^"]+)">{Regex.Escape(text)}""").Groups[1].Value;
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
            var answer = await client.SendAsync(request, Cancellation);
            Assert.Equal((text, HttpStatusCode.OK, type), (text, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await scene.As(scene.Other)).GetAsync($"/programmes/{scene.Programme}/trainees/{scene.Trainee.Id}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_waits_at_a_portfolio_and_an_assessment_to_read_stand_on_the_page()
    {
        var outward = await OutwardScene.Set(host);
        var scene = outward.Scene;
        await scene.Placement(scene.Trainee);
        await outward.Connected_by(scene.Trainee, "attendance");
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        var shown = await scene.Shown();
        await host.Service<Api.Deliveries.DeliveryWorker>().DeliverAll(Cancellation);
        var page = await chromium.As(host, scene.Key, $"{scene.Trainee.Id}", Device.Phone);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}");
        await Assertions.Expect(page.GetByText("no requirement today")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Made-up portfolio" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Nothing is sent before you fill in").First).ToBeVisibleAsync();
        await RealBrowser.Look(page, "trainee-without-requirement");

        await page.GetByRole(AriaRole.Link, new() { Name = "Read it" }).ClickAsync();
        await RealBrowser.Look(page, "assessment-to-read");
        await page.GetByLabel("Your answer to it").FillAsync("Thank you.");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
        await RealBrowser.Reaches(page, $"/trainees/{scene.Trainee.Id}");
        await Assertions.Expect(page.GetByText("Read, waits to be signed")).ToBeVisibleAsync();
        Assert.Equal("Thank you.", (await (await scene.As(scene.Trainee)).Get<AssessmentBody>(scene.Assessments($"/{shown.Id}"))).Comment);
    }

    [GeneratedRegex("[0-9]+ attended")]
    private static partial Regex AttendedInWords();
}
