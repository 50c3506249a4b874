using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A group of eight whose clock runs, and one whose clock stands still; its session has just ended, the next is in a week.</summary>
internal sealed class UsualWeek(TestHost host, Scene scene, SessionBody today, SessionBody next, Uri address)
{
    private static readonly string[] More = ["Ada Attender", "Ben Balint", "Cleo Case", "Dan Doctor", "Eve Evening", "Finn Friday"];
    public Scene Scene => scene;
    public SessionBody Today => today;
    public SessionBody Next => next;

    /// <summary>Where the browser finds the host.</summary>
    public Uri Address => address;

    public string Now => $"{Address}programmes/{Scene.Programme}/now";

    public string Register(SessionBody session, string rest = "") => $"{Address}programmes/{Scene.Programme}/sessions/{session.Id}/register{rest}";

    public static async Task<UsualWeek> Set(TestHost host, Uri? address = null)
    {
        var scene = await Scene.Set(host);
        foreach (var (name, at) in More.Select((name, at) => (name, at)))
            await scene.Member(await scene.Person(name, $"M{at + 3}", $"99000{at + 21}"));
        var stopped = await scene.Person("Lucy Leave", "M9", "9900031");
        await scene.Member(stopped);
        var now = host.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.DateTime);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{stopped.Id}/clock-stops"), new { from = today.AddDays(-10).ToString("o"), until = today.AddDays(60).ToString("o") });
        var leader = await scene.As(scene.Leader);
        var starts = TimeOnly.FromDateTime(now.DateTime);
        return new(host, scene, await Session(today), await Session(today.AddDays(7)), address ?? host.Address);

        // British summer time: an hour that began an hour ago has just ended.
        Task<SessionBody> Session(DateOnly on) =>
            leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = on.ToString("o"), startsAt = $"{starts:HH:mm}:00", minutes = 60 });
    }

    /// <summary>The leader's phone, remembered while they were signed in.</summary>
    public async Task<IPage> RememberedPhone(RealBrowser chromium)
    {
        var page = await chromium.As(host, Scene.Key, "L1", Device.Phone);
        await page.GotoAsync(Register(Today));
        await page.GetByText("This device", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remember this device" }).ClickAsync();
        await page.Locator("html[data-ready]").WaitForAsync();
        return page;
    }

    public async Task<SessionBody> Stands(SessionBody session) => await (await host.As(Scene.Key, "T1")).Get<SessionBody>(Scene.Path($"sessions/{session.Id}"));

    public static ILocator Person(IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name });

    public static ILocator Choice(IPage page, string name, string choice) => Person(page, name).GetByLabel(choice, new() { Exact = true });
}
