using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

public sealed class RegisterLinkDeviceTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task On_a_remembered_device_the_next_link_needs_no_code()
    {
        var (scene, device) = await Remembered();

        var opened = await Requests.Read<LinkOpened>(await scene.AskToOpen(await scene.Link(), device: device));

        await scene.By(opened).Get<SessionBody>(scene.Path());
        Assert.Null(opened.Device);
        Assert.Equal("opened", (await scene.Uses())[^1]);
    }

    [Fact]
    public async Task A_device_is_its_own_leaders_for_ninety_days()
    {
        var (scene, device) = await Remembered();
        var other = await RegisterLinkScene.Person(scene.Scene, "Omar Otherleader", "L8");
        await scene.Scene.Mandate(other, "deputy");
        Assert.Equal("409 code-over", await (await scene.AskToOpen(await scene.Link(other), device: device)).Refusal());
        var elsewhere = await RegisterLinkScene.Set(host);
        Assert.Equal("409 code-over", await (await elsewhere.AskToOpen(await elsewhere.Link(), device: device)).Refusal());

        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(90));
        var later = await host.As(scene.Scene.Key, "T1");
        scene.Scene.Tutor.DefaultRequestHeaders.Authorization = later.DefaultRequestHeaders.Authorization;
        Assert.Equal("409 code-over", await (await scene.AskToOpen(await scene.Link(), device: device)).Refusal());
        host.Clock.Set(now);
    }

    [Fact]
    public async Task A_forgotten_device_needs_a_code_again()
    {
        var (scene, device) = await Remembered();
        var path = scene.Scene.Path($"people/{scene.Leader.Id}/devices");
        var listed = Assert.Single((await scene.Scene.Tutor.Get<DeviceList>(path)).Devices);
        Assert.Equal("Mira's phone", listed.Name);

        var forgotten = await (await scene.Scene.As(scene.Leader)).Post<DeviceBody>($"{path}/{listed.Id}/end", new { });

        Assert.NotNull(forgotten.EndedAt);
        Assert.Equal("409 code-over", await (await scene.AskToOpen(await scene.Link(), device: device)).Refusal());
    }

    [Fact]
    public async Task Nobody_else_sees_or_forgets_a_device_and_the_database_holds_its_name_sealed()
    {
        var (scene, _) = await Remembered();
        var path = scene.Scene.Path($"people/{scene.Leader.Id}/devices");
        var device = Assert.Single((await scene.Scene.Tutor.Get<DeviceList>(path)).Devices);

        foreach (var outsider in new[] { await scene.Scene.As(scene.Scene.Leader), await scene.Scene.As(scene.Scene.Trainee), await scene.In() })
        {
            Assert.Equal("404 not-found", await (await outsider.GetAsync(path, TestContext.Current.CancellationToken)).Refusal());
            Assert.Equal("404 not-found", await (await outsider.PostAsync($"{path}/{device.Id}/end", null, TestContext.Current.CancellationToken)).Refusal());
        }
        Assert.Equal("404 not-found", await (await scene.Scene.Tutor.PostAsync(
            scene.Scene.Path($"people/{scene.Scene.Leader.Id}/devices/{device.Id}/end"), null, TestContext.Current.CancellationToken)).Refusal());
    }

    private async Task<(RegisterLinkScene Scene, string Device)> Remembered()
    {
        var scene = await RegisterLinkScene.Set(host);
        return (scene, (await scene.Opened(await scene.Link(), remember: "Mira's phone")).Device!);
    }
}
