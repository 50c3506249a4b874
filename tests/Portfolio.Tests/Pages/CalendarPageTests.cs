using System.Net;
using Microsoft.Playwright;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>When one's groups meet, in one's own calendar: at an address that is shown once, holds no content, and can be ended.</summary>
public sealed class CalendarPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trainee_makes_an_address_a_calendar_reads_it_and_the_next_one_takes_its_place()
    {
        var scene = await Scene.Set(host);
        var first = await scene.A_filled_register("2025-05-28");
        var off = await scene.A_filled_register("2025-05-21");
        var leader = await scene.As(scene.Leader);
        leader.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{off.Version}\"");
        await leader.Post<SessionBody>(scene.Path($"sessions/{off.Id}/cancellation"), new { reason = "holiday" });
        var page = await chromium.As(host, scene.Key, $"{scene.Trainee.Id}", Device.Phone, scripts: false);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/calendar");
        await RealBrowser.Look(page, "calendar-none");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an address" }).ClickAsync();
        var address = await page.GetByLabel("Your address").InputValueAsync();
        await RealBrowser.Look(page, "calendar");
        Assert.Matches("^http://[^/]+/calendar/[A-Za-z0-9_-]{64}\\.ics$", address);

        var answer = await host.Anybody().GetAsync(new Uri(address).AbsolutePath, Cancellation);
        Assert.Equal("text/calendar; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        var events = IcsReader.Read(bytes);
        Assert.Equal([("CANCELLED", $"urn:uuid:{off.Id}", "20250521T140000Z"), ("CONFIRMED", $"urn:uuid:{first.Id}", "20250528T140000Z")],
            events.Select(each => (each["STATUS"], each["UID"], each["DTSTART"])));
        Assert.All(events, each => Assert.Equal(("PT60M", "Riverside"), (each["DURATION"], each["LOCATION"])));
        Assert.DoesNotMatch("Tara|Lena|Otto|present", System.Text.Encoding.UTF8.GetString(bytes));

        await page.GetByRole(AriaRole.Button, new() { Name = "Make another address" }).ClickAsync();
        var next = await page.GetByLabel("Your address").InputValueAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anybody().GetAsync(new Uri(address).AbsolutePath, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Anybody().GetAsync(new Uri(next).AbsolutePath, Cancellation)).StatusCode);
        await page.GetByRole(AriaRole.Button, new() { Name = "End the address" }).ClickAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anybody().GetAsync(new Uri(next).AbsolutePath, Cancellation)).StatusCode);
    }

    [Fact]
    public void Long_names_are_folded_between_letters_and_marks_are_escaped()
    {
        var name = string.Concat(Enumerable.Repeat("Gruppe für Ärzte, Süd; \\ 😀", 8));
        var entry = new CalendarEntry(Guid.CreateVersion7(), name, "A; b", new(2025, 9, 3, 14, 0, 0, TimeSpan.Zero), 60, false, 3);
        var read = Assert.Single(IcsReader.Read(CalendarFile.Write(name, [entry], entry.Starts)));
        Assert.Equal((name, "A; b", "3"), (read["SUMMARY"], read["LOCATION"], read["SEQUENCE"]));
    }
}
