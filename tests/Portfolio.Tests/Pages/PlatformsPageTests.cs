using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

public sealed class PlatformsPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task A_tutor_lets_one_platform_in_that_registered_itself_and_turns_another_away()
    {
        var scene = await Scene.Set(host);
        var wallets = new List<BadgeWallet>();
        for (var two = 0; two < 2; two++)
        {
            wallets.Add(new(host, $"http://localhost:5080/programmes/{scene.Programme}"));
            await wallets[two].Discover();
            await wallets[two].Register();
        }
        var page = await chromium.As(host, scene.Key, "T1", Device.Phone, scripts: false);
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/platforms");
        await RealBrowser.Look(page, "platforms");
        await Assertions.Expect(page.GetByText(BadgeWallet.Home).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Let in A badge wallet" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("It is let in.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn away A badge wallet" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is turned away.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("No platform waits.")).ToBeVisibleAsync();

        Assert.Equal("A badge wallet", Assert.Single((await (await scene.As(scene.Trainee)).Get<PlatformList>(scene.Path("platforms"))).Platforms).Name);
    }
}
