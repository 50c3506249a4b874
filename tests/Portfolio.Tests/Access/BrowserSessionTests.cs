using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portfolio.Api.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

public sealed class BrowserSessionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_cookie_is_for_this_host_over_a_secure_connection_and_for_no_script()
    {
        var (_, browser, entered) = await SignedIn();
        var cookie = Assert.Single(entered.SetCookies, set => set.StartsWith(BrowserSessions.CookieName + "=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], Flags(cookie));
        Assert.StartsWith("__Host-", BrowserSessions.CookieName, StringComparison.Ordinal);
        Assert.All(browser.Cookies.Keys, name => Assert.StartsWith("__Host-", name, StringComparison.Ordinal));

        var form = Assert.Single((await new Browser(host.Address).Get($"{entered.Location}/sign-in")).SetCookies);
        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], Flags(form));
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_of_nothing_and_after_twelve_hours_of_anything()
    {
        var (path, browser, _) = await SignedIn();
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await browser.Get(path)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await browser.Get(path)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(302, (await browser.Get(path)).Status);

        (path, browser, _) = await SignedIn();
        for (var half = 0; half < 23; half++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(200, (await browser.Get(path)).Status);
        }
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(302, (await browser.Get(path)).Status);
    }

    [Fact]
    public async Task Every_sign_in_has_a_token_of_its_own_and_ends_the_one_before()
    {
        var scene = await Scene.Set(host);
        var attacker = new Browser(host.Address);
        await SignIn(attacker, scene, scene.Other.Id);
        var planted = attacker.Cookies[BrowserSessions.CookieName];
        var victim = new Browser(host.Address);
        victim.Cookies[BrowserSessions.CookieName] = planted;
        await SignIn(victim, scene, scene.Trainee.Id);

        Assert.NotEqual(planted, victim.Cookies[BrowserSessions.CookieName]);
        Assert.Equal(302, (await attacker.Get($"/programmes/{scene.Programme}/account")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_token_and_not_only_the_cookie_and_only_by_a_form()
    {
        var (path, browser, _) = await SignedIn();
        var token = browser.Cookies[BrowserSessions.CookieName];
        var account = await browser.Get(path);
        await browser.Get(path.Replace("account", "sign-out", StringComparison.Ordinal));
        Assert.Equal(200, (await browser.Get(path)).Status);

        Assert.Equal(302, (await browser.Submit(account, "sign-out")).Status);

        Assert.DoesNotContain(BrowserSessions.CookieName, browser.Cookies.Keys);
        browser.Cookies[BrowserSessions.CookieName] = token;
        Assert.Equal(302, (await browser.Get(path)).Status);
    }

    [Fact]
    public async Task What_a_browser_sends_by_itself_changes_nothing()
    {
        var scene = await Scene.Set(host);
        var browser = new Browser(host.Address);
        await SignIn(browser, scene, scene.Trainee.Id);
        var other = new Browser(host.Address);
        await SignIn(other, scene, scene.Trainee.Id);
        var account = $"/programmes/{scene.Programme}/account";
        var own = (await browser.Get(account)).Field("sign-out", "form-token");
        var others = (await other.Get(account)).Field("sign-out", "form-token");

        // Reading needs none.
        Assert.Equal(200, (await browser.Send(new(HttpMethod.Get, scene.Path($"people/{scene.Trainee.Id}/addresses")))).Status);
        Assert.Contains("form-token-needed", (await Add(browser, scene, null)).Text, StringComparison.Ordinal);
        Assert.Contains("form-token-needed", (await Add(browser, scene, "nonsense")).Text, StringComparison.Ordinal);
        Assert.Contains("form-token-needed", (await Add(browser, scene, others)).Text, StringComparison.Ordinal);
        // Another session's token with that session's own cookie for forms is still another session's.
        var mixed = new Browser(host.Address) { Cookies = { [BrowserSessions.CookieName] = browser.Cookies[BrowserSessions.CookieName], [FormTokens.CookieName] = other.Cookies[FormTokens.CookieName] } };
        Assert.Contains("form-token-needed", (await Add(mixed, scene, others)).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await Add(browser, scene, null)).Status);
        Assert.Equal(201, (await Add(browser, scene, own)).Status);
        // A page asks for it too.
        Assert.Equal(400, (await browser.Post(account + "?handler=AddAddress", ("email", "late@example.org"))).Status);
        Assert.Equal(400, (await browser.Post(account + "?handler=AddAddress", ("email", "late@example.org"), ("form-token", others))).Status);
    }

    [Fact]
    public async Task A_token_from_before_signing_in_is_worth_nothing_after_it()
    {
        var scene = await Scene.Set(host);
        var browser = new Browser(host.Address);
        var before = (await browser.Get($"/programmes/{scene.Key}/sign-in")).Field("Address", "form-token");
        await SignIn(browser, scene, scene.Trainee.Id);
        Assert.Equal(403, (await Add(browser, scene, before)).Status);
    }

    [Fact]
    public async Task A_program_with_a_token_in_the_header_needs_no_token_of_a_form()
    {
        var scene = await Scene.Set(host);
        var client = await scene.As(scene.Trainee);
        Assert.True((await client.PostAsJsonAsync(scene.Path($"people/{scene.Trainee.Id}/addresses"), new { address = "t@example.org" }, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/")]
    [InlineData("//elsewhere.example.org/")]
    [InlineData("/\\elsewhere.example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_back_to_pages_of_ours_and_nowhere_else(string to)
    {
        var scene = await Scene.Set(host);
        var browser = new Browser(host.Address);
        var page = await browser.Get($"/programmes/{scene.Programme}/sign-in?to={Uri.EscapeDataString(to)}");
        Assert.Equal($"/programmes/{scene.Programme}", (await browser.Submit(page, "Demonstration", ("person", $"{scene.Trainee.Id}"))).Location);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_where_somebody_wanted_to_be()
    {
        var scene = await Scene.Set(host);
        var browser = new Browser(host.Address);
        var asked = await browser.Get($"/programmes/{scene.Programme}/account?part=2");
        var entered = await browser.Submit(await browser.Follow(asked), "Demonstration", ("person", $"{scene.Trainee.Id}"));
        Assert.Equal($"/programmes/{scene.Programme}/account?part=2", entered.Location);
    }

    [Fact]
    public async Task The_keys_of_cookies_and_forms_are_in_the_database_and_cannot_be_read_there()
    {
        await new Browser(host.Address).Get($"/programmes/{(await Scene.Set(host)).Key}/sign-in");
        await using var connection = new Npgsql.NpgsqlConnection(await host.Superuser());
        var kept = (await Dapper.SqlMapper.QueryAsync<byte[]>(connection, "select content from protection_key")).ToList();
        Assert.NotEmpty(kept);
        Assert.All(kept, content => Assert.DoesNotContain("<key", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal));
    }

    private static string[] Flags(string cookie) => [.. cookie.Split("; ").Skip(1).Select(flag => flag.ToLowerInvariant()).Order()];

    private static Task<Browser.Shown> Add(Browser browser, Scene scene, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, scene.Path($"people/{scene.Trainee.Id}/addresses")) { Content = JsonContent.Create(new { address = "tara2@example.org" }) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
            request.Headers.Add(FormTokens.HeaderName, token);
        return browser.Send(request);
    }

    private static async Task<Browser.Shown> SignIn(Browser browser, Scene scene, Guid person) =>
        await browser.Submit(await browser.Get($"/programmes/{scene.Programme}/sign-in"), "Demonstration", ("person", $"{person}"));

    private async Task<(string Account, Browser Browser, Browser.Shown Entered)> SignedIn()
    {
        var scene = await Scene.Set(host);
        var browser = new Browser(host.Address);
        var entered = await SignIn(browser, scene, scene.Trainee.Id);
        Assert.Equal(302, entered.Status);
        return (entered.Location!, browser, entered);
    }
}
