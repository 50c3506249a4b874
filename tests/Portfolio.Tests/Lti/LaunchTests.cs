using System.Net;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Lti;

/// <summary>Coming in from a platform, as everybody does: who somebody is there is confirmed once by themselves, and what they may is ours to say.</summary>
public sealed class LaunchTests(LtiScene lti) : IClassFixture<LtiScene>
{
    private const string Frame = "iframe";

    [Fact]
    public async Task A_trainee_confirms_once_and_then_comes_straight_to_their_year()
    {
        var (scene, browser) = (lti.Scene, new Browser(lti.Host.Address));
        lti.Platform.Custom = new() { ["portfolio_page"] = "my-year" };

        var asked = await lti.Launch(browser, LtiScene.User(scene.Trainee, "m1"));
        var shown = await browser.Follow(asked);
        Assert.Contains("Sign in to confirm", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tara", shown.Text, StringComparison.Ordinal);
        await lti.SignIn(browser, scene.Trainee);
        shown = await browser.Follow(asked);
        Assert.Contains("You are signed in as <strong>Tara Trainee</strong>", shown.Text, StringComparison.Ordinal);
        var confirmed = await browser.Submit(shown, "Confirm");
        Assert.Equal($"{lti.Home}/trainees/{scene.Trainee.Id}", confirmed.Location);

        var again = new Browser(lti.Host.Address);
        var entered = await lti.Launch(again, LtiScene.User(scene.Trainee, "m1"));
        Assert.Equal($"{lti.Home}/trainees/{scene.Trainee.Id}", entered.Location);
        Assert.Equal(200, (await again.Follow(entered)).Status);
        // What the platform says opens nothing more: whoever sits at it adds no other way in, and ends none.
        Assert.Contains("sign in again", (await again.Get($"{lti.Home}/account")).Text, StringComparison.Ordinal);
        Assert.Contains("Account of a platform", (await again.Get($"{lti.Home}/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_confirms_somebody_elses_account()
    {
        var (scene, browser) = (lti.Scene, new Browser(lti.Host.Address));
        var asked = await lti.Launch(browser, LtiScene.User(scene.CoLeader, "l2"));
        await lti.SignIn(browser, scene.Other);
        var shown = await browser.Follow(asked);
        Assert.Contains("Somebody else is signed in", shown.Text, StringComparison.Ordinal);
        var step = asked.Location![(asked.Location!.IndexOf("step=", StringComparison.Ordinal) + 5)..];
        var page = await browser.Get($"{lti.Home}/account");
        var forced = await browser.Post($"{lti.Home}/lti/confirm?handler=Confirm", ("step", step), ("form-token", page.Field("sign-out", "form-token")));
        Assert.Equal(200, forced.Status);
        Assert.Contains("/lti/confirm", (await lti.Launch(browser, LtiScene.User(scene.CoLeader, "l2"))).Location!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_comes_to_the_register_of_today_whatever_the_platform_calls_them()
    {
        var scene = lti.Scene;
        var leader = await scene.As(scene.Leader);
        var session = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-02", startsAt = "15:00:00", minutes = 60 });
        await lti.Confirmed(scene.Leader, "l1");
        lti.Platform.Custom = new() { ["portfolio_page"] = "register", ["portfolio_group"] = $"{scene.Group}" };

        var browser = new Browser(lti.Host.Address);
        var entered = await lti.Launch(browser, LtiScene.User(scene.Leader, "l1"));
        Assert.Equal($"{lti.Home}/sessions/{session.Id}/register", entered.Location);
        Assert.Equal(200, (await browser.Follow(entered)).Status);

        // A trainee whom the platform calls an instructor is a trainee here.
        await lti.Confirmed(scene.Other, "m2");
        var other = new Browser(lti.Host.Address);
        var taught = await lti.Launch(other, LtiScene.User(scene.Other, "m2") with { Role = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor" });
        Assert.Equal($"{lti.Home}/check-in", taught.Location);
        Assert.Equal(404, (await other.Get($"{lti.Home}/sessions/{session.Id}/register")).Status);
    }

    [Fact]
    public async Task A_stranger_is_told_what_to_tell_whom_and_the_log_has_the_reason()
    {
        var shown = await lti.Launch(new(lti.Host.Address), new("99", "Sam Stranger", "GMC1234567", "sam@example.org"));
        Assert.Equal(403, shown.Status);
        Assert.Contains("Ask your tutor to add you", shown.Text, StringComparison.Ordinal);
        Assert.Contains("nobody-known", string.Join("\n", lti.Host.Log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", string.Join("\n", lti.Host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_frame_a_browser_that_keeps_a_session_goes_on_there_and_only_the_platform_shows_it()
    {
        var scene = lti.Scene;
        await lti.Confirmed(scene.Trainee, "m1-frame");
        var browser = new Browser(lti.Host.Address);
        var entered = await lti.Launch(browser, LtiScene.User(scene.Trainee, "m1-frame"), Frame, claims => claims["https://purl.imsglobal.org/spec/lti/claim/custom"] = new { portfolio_page = "my-year" });
        Assert.Contains(entered.SetCookies, cookie => cookie.StartsWith("__Host-portfolio-frame=", StringComparison.Ordinal) && cookie.Contains("samesite=none", StringComparison.OrdinalIgnoreCase) && cookie.Contains("Partitioned", StringComparison.Ordinal));

        var way = await LtiScene.Ask(browser, HttpMethod.Get, entered.Location!, Frame);
        Assert.Equal($"{lti.Home}/trainees/{scene.Trainee.Id}", way.Location);
        Assert.Equal($"frame-ancestors {lti.Platform.Site}", await Ancestors(browser, way.Location!, Frame));
        // The frame's session is nothing in a window, and a page without one is in no frame.
        Assert.Equal(302, (await LtiScene.Ask(browser, HttpMethod.Get, way.Location!, null)).Status);
        Assert.Equal("frame-ancestors 'none'", await Ancestors(new(lti.Host.Address), $"{lti.Home}/sign-in", Frame));
    }

    [Fact]
    public async Task In_a_frame_without_cookies_the_page_opens_in_a_window_once()
    {
        var scene = lti.Scene;
        await lti.Confirmed(scene.Trainee, "m1-window");
        var framed = new Browser(lti.Host.Address);
        var (state, nonce) = await lti.Begin(framed, Frame);
        framed.Cookies.Clear();
        lti.Platform.User = LtiScene.User(scene.Trainee, "m1-window");
        var entered = await lti.Launch(framed, state, lti.Platform.Sign(lti.Platform.Claims(nonce)), Frame);
        framed.Cookies.Clear();

        var offered = await LtiScene.Ask(framed, HttpMethod.Get, entered.Location!, Frame);
        Assert.Contains("Open it in a window", offered.Text, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(offered.Text.Split('"').Single(part => part.Contains("/lti/window?step=", StringComparison.Ordinal)));
        var window = new Browser(lti.Host.Address);
        var shown = await window.Get(link);
        Assert.Contains("as <strong>Tara Trainee</strong>", shown.Text, StringComparison.Ordinal);
        var gone = await window.Submit(shown, "");
        Assert.Equal(302, gone.Status);
        Assert.Equal(200, (await window.Follow(gone)).Status);
        Assert.Equal(400, (await new Browser(lti.Host.Address).Get(link)).Status);
    }

    [Fact]
    public async Task Whoever_ends_the_account_here_is_asked_again_and_what_it_opened_is_over()
    {
        var scene = lti.Scene;
        await lti.Confirmed(scene.CoLeader, "l2-ended");
        var browser = new Browser(lti.Host.Address);
        await lti.Launch(browser, LtiScene.User(scene.CoLeader, "l2-ended"));
        Assert.Equal(200, (await browser.Get(lti.Home)).Status);

        var own = new Browser(lti.Host.Address);
        await lti.SignIn(own, scene.CoLeader);
        Assert.Equal(302, (await own.Submit(await own.Get($"{lti.Home}/account"), "End")).Status);

        Assert.Equal(302, (await browser.Get(lti.Home)).Status);
        Assert.Contains("/lti/confirm", (await lti.Launch(browser, LtiScene.User(scene.CoLeader, "l2-ended"))).Location!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ends_the_registration_ends_the_sessions_from_there()
    {
        var another = await lti.Register("another-client");
        await lti.Scene.Tutor.Post<LtiRegistrationBody>(lti.Scene.Path($"lti/registrations/{another.Id}/end"), new { });
        var again = await lti.Scene.Tutor.Post<LtiRegistrationBody>(lti.Scene.Path($"lti/registrations/{another.Id}/end"), new { });
        Assert.NotNull(again.EndedAt);
        Assert.DoesNotContain((await lti.Scene.Tutor.Get<LtiRegistrationList>(lti.Scene.Path("lti/registrations"))).Registrations, one => one.Id == another.Id);
    }

    private async Task<string> Ancestors(Browser browser, string path, string dest)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(lti.Host.Address, path));
        request.Headers.Add("Sec-Fetch-Dest", dest);
        if (browser.Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(dest == Frame && browser.Cookies.Count > 0 && answer.Headers.Contains("X-Frame-Options"));
        return string.Join(';', answer.Headers.GetValues("Content-Security-Policy")).Split(';').Single(part => part.Contains("frame-ancestors", StringComparison.Ordinal)).Trim();
    }
}
