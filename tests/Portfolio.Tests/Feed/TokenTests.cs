using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

public sealed class TokenTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Credentials_in_the_form_or_by_basic_give_an_opaque_bearer_token_that_nobody_stores()
    {
        var platform = (await Puller.Let_in(host, await Scene.Set(host))).Platform;
        var byForm = await Puller.Token(host.Anybody(), platform.ClientId, platform.Secret!);
        var byBasic = await Ask(Basic(platform.ClientId, platform.Secret!), ("grant_type", "client_credentials"));

        foreach (var answer in new[] { byForm, byBasic })
        {
            var token = await Requests.Read<TokenBody>(answer);
            Assert.Equal(("Bearer", 900, "feed"), (token.TokenType, token.ExpiresIn, token.Scope));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("no-cache", answer.Headers.Pragma.Single().Name);
            Assert.DoesNotContain(platform.Id.ToString("N"), token.AccessToken, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_client_answer_alike()
    {
        var scene = await Scene.Set(host);
        var platform = (await Puller.Let_in(host, scene)).Platform;
        var another = (await Puller.Let_in(host, await Scene.Set(host))).Platform;
        (string Id, string Secret)[] wrong =
        [
            (platform.ClientId, another.Secret!), (platform.ClientId, ""), (platform.ClientId + "0", platform.Secret!),
            ($"{scene.Programme:N}.{Guid.CreateVersion7():N}", platform.Secret!), ($"{Guid.CreateVersion7():N}.{platform.Id:N}", platform.Secret!),
            ($"{another.ClientId[..32]}.{platform.Id:N}", platform.Secret!), (platform.ClientId.Replace('.', ':'), platform.Secret!),
            ("nobody", "nothing"), ("", ""), (new string('a', 5_000), "a"), ("nobody", "\u0001"), ("\u00fc.\u00e9", "\u202e"),
        ];

        foreach (var (id, secret) in wrong)
        {
            var answers = new[] { await Puller.Token(host.Anybody(), id, secret), await Ask(Basic(id, secret), ("grant_type", "client_credentials")) };
            foreach (var answer in answers)
            {
                Assert.Equal("""{"error":"invalid_client","error_description":"There is no such client, or what it shows is not its own."}""",
                    await answer.Content.ReadAsStringAsync(Cancellation));
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Single().Scheme);
            }
        }
    }

    [Fact]
    public async Task Anything_that_is_no_request_for_client_credentials_is_refused_in_the_words_of_oauth()
    {
        var platform = (await Puller.Let_in(host, await Scene.Set(host))).Platform;
        var (id, secret) = (("client_id", platform.ClientId), ("client_secret", platform.Secret!));
        (string, string) grant = ("grant_type", "client_credentials");
        var basic = Basic(platform.ClientId, platform.Secret!);

        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, id, secret)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, ("grant_type", ""), id, secret)));
        Assert.Equal("400 unsupported_grant_type", await Refusal(await Ask(null, ("grant_type", "password"), id, secret)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, grant, grant, id, secret)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, grant, id, id, secret)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(basic, grant, id, secret)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(basic, grant, ("client_id", "another"))));
        Assert.Equal("400 invalid_request", await Refusal(await host.Anybody().PostAsync("/oauth/token", null, Cancellation)));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, [.. Enumerable.Range(0, 2000).Select(at => ($"f{at}", "x"))])));
        Assert.Equal("400 invalid_request", await Refusal(await Ask(null, grant, ("client_id", "\0"), secret)));
        Assert.Equal("401 invalid_client", await Refusal(await Ask(new("Basic", "%%%"), grant)));
        Assert.Equal("401 invalid_client", await Refusal(await Ask(new("Bearer", "pt_x"), grant)));
        var json = await host.Anybody().PostAsJsonAsync("/oauth/token", new { grant_type = "client_credentials" }, Cancellation);
        Assert.Equal("415 unsupported-media-type", await json.Refusal());
        Assert.Equal("405 method-not-allowed", await (await host.Anybody().GetAsync("/oauth/token", Cancellation)).Refusal());
        Assert.Equal("400 invalid_scope", await Refusal(await Ask(basic, grant, id, ("scope", "feed everything"))));
        foreach (var scope in new[] { "", "feed", " feed  feed " })
            Assert.Equal("feed", (await Requests.Read<TokenBody>(await Ask(basic, grant, id, ("scope", scope)))).Scope);
    }

    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));

    private async Task<HttpResponseMessage> Ask(AuthenticationHeaderValue? authorization, params (string, string)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token") { Content = Puller.Form(fields) };
        request.Headers.Authorization = authorization;
        return await host.Anybody().SendAsync(request, Cancellation);
    }

    private static async Task<string> Refusal(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<TokenRefusal>(Cancellation))!.Error}";
}
