using System.Net;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>The page on which a trainee sets up their place at a platform that is written to.</summary>
public sealed class PlacePageTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trainee_fills_in_what_is_needed_and_an_empty_secret_stays_as_it_is()
    {
        var (outward, connection, browser) = await Connected();
        var (page, settings) = (Page(outward, connection), outward.Of(connection, "settings"));
        var (html, cookie) = await AskingPlatform.Look(browser, page);
        Assert.Contains("Made-up Trust", html, StringComparison.Ordinal);
        Assert.Contains("The trainee&#x27;s account.", html, StringComparison.Ordinal);

        html = await Sent(browser, page, cookie, html, ("decision", "set"), ("account", " tara "), ("token", "a made-up token of tara"), ("own", ""));
        Assert.DoesNotContain("a made-up token of tara", html, StringComparison.Ordinal);
        Assert.Contains("Leave it empty to keep it.", html, StringComparison.Ordinal);
        html = await Sent(browser, page, cookie, html, ("decision", "set"), ("account", "tara2"), ("token", ""), ("own", ""));
        var trainee = await outward.Scene.As(outward.Scene.Trainee);
        Assert.Equal([(true, "tara2"), (true, null), (false, null)], (await trainee.Get<ConnectionSettingsBody>(settings)).Settings.Select(setting => (setting.Set, setting.Value)));

        html = await Sent(browser, page, cookie, html, ("decision", "set"), ("account", "tara2"), ("token", ""), ("own", "http://10.0.0.1"));
        Assert.Contains("begins with https://", html, StringComparison.Ordinal);
        html = await Sent(browser, page, cookie, html, ("decision", "test"));
        Assert.Contains("The site answered for course none.", html, StringComparison.Ordinal);
        html = await Sent(browser, page, cookie, html, ("decision", "sign-in"));
        Assert.Contains("""<a href="https://site.example.org/authorize?state=""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_permission_that_ended_offers_nothing_and_somebody_elses_is_not_there()
    {
        var (outward, connection, browser) = await Connected();
        await (await outward.Scene.As(outward.Scene.Trainee)).Post<ConnectionBody>(outward.Of(connection, "end"), new { });
        var (html, _) = await AskingPlatform.Look(browser, Page(outward, connection));
        Assert.DoesNotContain("Try it", html, StringComparison.Ordinal);
        var other = await (await AskingPlatform.Let_in(host, outward.Scene)).Signed_in(outward.Scene.Other);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Page(outward, connection), Cancellation)).StatusCode);
    }

    private static string Page(OutwardScene outward, ConnectionBody connection) => $"/programmes/{outward.Scene.Programme}/connections/{connection.Id}";

    private static async Task<string> Sent(HttpClient browser, string page, string cookie, string html, params (string, string)[] fields)
    {
        var answer = await AskingPlatform.Send(browser, page, cookie, [("form-token", AskingPlatform.FormToken(html)), .. fields]);
        var said = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, said);
        return said;
    }

    private async Task<(OutwardScene Outward, ConnectionBody Connection, HttpClient Browser)> Connected()
    {
        var outward = await OutwardScene.Set(host);
        var connection = await outward.Connected_by(outward.Scene.Trainee);
        return (outward, connection, await (await AskingPlatform.Let_in(host, outward.Scene)).Signed_in(outward.Scene.Trainee));
    }
}
