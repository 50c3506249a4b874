using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

/// <summary>When a link opens nothing any more, neither does whoever is in by it.</summary>
public sealed class RegisterLinkEndTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_link_that_was_ended_is_over_for_whoever_is_in_too()
    {
        var (scene, link, leader) = await In();
        var sent = (await scene.Scene.Tutor.Get<LinkList>(scene.Path("/links"))).Links[^1];

        var ended = await scene.Scene.Tutor.Post<LinkBody>(scene.Path($"/links/{sent.Id}/end"), new { });

        Assert.Equal("revoked", ended.EndedFor);
        Assert.Equal("404 not-found", await (await scene.AskForCode(link)).Refusal());
        Assert.Equal("401 sign-in-needed", await (await leader.GetAsync(scene.Path(), TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task A_mandate_that_turns_out_to_have_ended_before_that_day_ends_it()
    {
        var (scene, link, leader) = await In();
        (await scene.Scene.Tutor.PutAsJsonAsync(
            scene.Scene.Path($"groups/{scene.Scene.Group}/leaders/{scene.Mandate.Id}/last-day"), new { until = "2025-05-27" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        Assert.Equal("404 not-found", await (await scene.AskForCode(link)).Refusal());
        Assert.Equal("404 not-found", await (await leader.GetAsync(scene.Path(), TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task A_mandate_that_ended_after_that_day_still_signs_for_it()
    {
        var (scene, link, leader) = await In();
        (await scene.Scene.Tutor.PutAsJsonAsync(
            scene.Scene.Path($"groups/{scene.Scene.Group}/leaders/{scene.Mandate.Id}/last-day"), new { until = "2025-05-28" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await leader.Get<SessionBody>(scene.Path());
        Assert.Equal("409 code-over", await (await scene.AskToOpen(link)).Refusal());
    }

    [Fact]
    public async Task Switching_links_off_ends_every_link_token_and_device_at_once_and_on_again_revives_none()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        var opened = await scene.Opened(link, remember: "Mira's phone");
        var setting = scene.Scene.Path("settings/leader-links");
        (await scene.Scene.Tutor.PutAsJsonAsync(setting, new { on = false }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        Assert.Equal("409 links-switched-off", await (await scene.AskToSend()).Refusal());
        (await scene.Scene.Tutor.PutAsJsonAsync(setting, new { on = true }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        Assert.True((await scene.Scene.Tutor.Get<LeaderLinks>(setting)).On);
        Assert.Equal("404 not-found", await (await scene.AskForCode(link)).Refusal());
        Assert.Equal("401 sign-in-needed", await (await scene.By(opened).GetAsync(scene.Path(), TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal("409 code-over", await (await scene.AskToOpen(await scene.Link(), device: opened.Device)).Refusal());
        Assert.Contains((await scene.Scene.Tutor.Get<LinkList>(scene.Path("/links"))).Links, ended => ended.EndedFor == "switched-off");
    }

    [Fact]
    public async Task A_token_lasts_two_hours_and_a_link_two_weeks()
    {
        var (scene, link, leader) = await In();
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("401 sign-in-needed", await (await leader.GetAsync(scene.Path(), TestContext.Current.CancellationToken)).Refusal());
        var until = (await Relation(scene)).Until;
        Assert.Equal(new DateOnly(2025, 6, 2).AddDays(14), until);

        var midnight = new DateTimeOffset(until.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero);
        host.Clock.Set(midnight.AddSeconds(-1));
        Assert.Equal("409 code-over", await (await scene.AskToOpen(link)).Refusal());
        host.Clock.Set(midnight);
        Assert.Equal("404 not-found", await (await scene.AskToOpen(link)).Refusal());
        host.Clock.Set(new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task What_is_no_link_opens_nothing(string text) =>
        Assert.Equal("400 invalid-body", await (await host.Anybody().PostAsJsonAsync("/v1/links/tokens", new { link = text }, TestContext.Current.CancellationToken)).Refusal());

    [Fact]
    public async Task A_made_up_link_answers_as_an_ended_one()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = (await scene.Link()).ToCharArray();
        link[^2] = link[^2] == 'A' ? 'B' : 'A';
        Assert.Equal("404 not-found", await (await scene.AskForCode(new string(link))).Refusal());
        Assert.Equal("404 not-found", await (await scene.AskToOpen(new string('A', 64), "000000")).Refusal());
    }

    private static async Task<LinkBody> Relation(RegisterLinkScene scene)
    {
        // The day is the programme's own; the tutor's token outlasts the leader's.
        return (await scene.Scene.Tutor.Get<LinkList>(scene.Path("/links"))).Links[^1];
    }

    private async Task<(RegisterLinkScene Scene, string Link, HttpClient Leader)> In()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        return (scene, link, scene.By(await scene.Opened(link)));
    }
}
