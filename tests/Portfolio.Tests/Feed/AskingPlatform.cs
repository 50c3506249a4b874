using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Api.Access;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A platform that sends a trainee to the page on which they decide, and the trainee's browser there.</summary>
internal sealed partial class AskingPlatform
{
    public const string Home = "https://eportfolio.example.org/connected?tenant=7";

    private readonly TestHost host;

    private readonly string home;

    private AskingPlatform(TestHost host, Scene scene, PlatformBody platform, string home) => (this.host, Scene, Platform, this.home) = (host, scene, platform, home);

    public Scene Scene { get; }

    public PlatformBody Platform { get; }

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static async Task<AskingPlatform> Let_in(TestHost host, Scene? scene = null, string name = "An e-portfolio that asks", string home = Home)
    {
        scene ??= await Scene.Set(host);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name });
        await Requests.Read<PlatformSettings>(await scene.Tutor.Put(scene.Path($"platforms/{platform.Id}/redirect-uris"), null, new { uris = new[] { home } }));
        return new(host, scene, platform, home);
    }

    public Dictionary<string, string?> Query() => new()
    {
        ["response_type"] = "code", ["client_id"] = Platform.ClientId, ["redirect_uri"] = home, ["scope"] = "feed", ["state"] = "a state/of its own", ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
    };

    public Task<HttpResponseMessage> Ask(Dictionary<string, string?> query) => Browser(host).GetAsync(QueryHelpers.AddQueryString("/oauth/authorize", query));

    /// <summary>The page to which that leads.</summary>
    public async Task<string> Page()
    {
        var answer = await Ask(Query());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The trainee looks at the page, leaves these kinds on, and permits.</summary>
    public async Task<string> Permitted_by(PersonBody person, params string[] kinds)
    {
        var back = await Decided(await Page(), person, "permit", kinds);
        Assert.Equal("a state/of its own", back["state"]);
        return back["code"]!;
    }

    public async Task<Dictionary<string, string?>> Decided(string page, PersonBody person, string decision, params string[] kinds)
    {
        var browser = await Signed_in(person);
        var (html, cookie) = await Look(browser, page);
        var answer = await Send(browser, page, cookie, [("form-token", FormToken(html)), ("decision", decision), .. kinds.Select(kind => ("kinds", kind))]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Back(answer);
    }

    public static Dictionary<string, string?> Back(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!;
        Assert.StartsWith(Home + "&", location.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(location.Query).ToDictionary(field => field.Key, field => (string?)field.Value);
    }

    public async Task<HttpClient> Signed_in(PersonBody person)
    {
        var token = (await Scene.As(person)).DefaultRequestHeaders.Authorization!.Parameter;
        var browser = Browser(host);
        browser.DefaultRequestHeaders.Add("Cookie", $"{BrowserSessions.CookieName}={token}");
        return browser;
    }

    /// <summary>The page as it is shown, and the cookie that goes with its form.</summary>
    public static async Task<(string Html, string Cookie)> Look(HttpClient browser, string page)
    {
        var answer = await browser.GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, html);
        return (html, answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single().Split(';')[0] : "");
    }

    public static Task<HttpResponseMessage> Send(HttpClient browser, string page, string cookie, params (string, string)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = Puller.Form(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", browser.DefaultRequestHeaders.GetValues("Cookie").Append(cookie)));
        return browser.SendAsync(request);
    }

    public static string FormToken(string html) => Field().Match(html).Groups[1].Value;

    public static IEnumerable<(string Kind, bool On)> Offered(string html) => Box().Matches(html).Select(box => (box.Groups[1].Value, box.Value.Contains("checked", StringComparison.Ordinal)));

    public Task<HttpResponseMessage> Redeem(string code, string? verifier = null, string? redirect = "", PlatformBody? by = null) => host.Anybody().PostAsync("/oauth/token", Puller.Form(
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect == "" ? home : redirect ?? ""), ("code_verifier", verifier ?? Verifier),
        ("client_id", (by ?? Platform).ClientId), ("client_secret", (by ?? Platform).Secret!)));

    public HttpClient With(TokenBody token)
    {
        var client = host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return client;
    }

    public async Task<FeedPage> Pull(TokenBody token, long after = 0) => await With(token).Get<FeedPage>(Scene.Path($"feed?after={after}"));

    public static async Task<string> Refusal(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<TokenRefusal>())!.Error}";

    private static HttpClient Browser(TestHost host) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<input [^>]*type=\"checkbox\"[^>]*value=\"([a-z-]+)\"[^>]*>")]
    private static partial Regex Box();
}
