using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>
/// An Open Badges 3.0 consumer as the standard describes one. It knows the address that somebody typed in, and nothing of this service: where to register, to ask and to
/// fetch tokens it reads from the service description, where the next page is from <c>Link</c>.
/// </summary>
internal sealed partial class BadgeWallet(TestHost host, string address)
{
    public const string Home = "https://wallet.example.org/callback";
    private const string Standard = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";
    public const string Credentials = Standard + "credential.readonly", Profile = Standard + "profile.readonly", Offline = "offline_access";

    private HttpClient Http => new(new Named(host.Address) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } });
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private JsonElement scheme;

    public string ClientId { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public string Base { get; private set; } = "";

    public string? Refresh { get; set; }

    public string Access { get; set; } = "";

    public async Task<JsonElement> Discover()
    {
        var description = await Http.GetFromJsonAsync<JsonElement>(address + "/ims/ob/v3p0/discovery");
        Assert.StartsWith("3.0", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        scheme = description.GetProperty("components").GetProperty("securitySchemes").GetProperty("OAuth2ACG");
        Base = description.GetProperty("servers")[0].GetProperty("url").GetString()!;
        return description;
    }

    public Task<HttpResponseMessage> AskToRegister(object metadata) => Http.PostAsJsonAsync(scheme.GetProperty("x-imssf-registrationUrl").GetString(), metadata);

    public async Task Register(string scope = $"{Credentials} {Profile} {Offline}")
    {
        var answer = await AskToRegister(new
        {
            client_name = "A badge wallet", client_uri = "https://wallet.example.org", logo_uri = "https://wallet.example.org/logo.png", tos_uri = "https://wallet.example.org/terms",
            policy_uri = "https://wallet.example.org/privacy", software_id = "wallet", software_version = "7", redirect_uris = new[] { Home },
            token_endpoint_auth_method = "client_secret_basic", grant_types = new[] { "authorization_code", "refresh_token" }, response_types = new[] { "code" }, scope,
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var client = await answer.Content.ReadFromJsonAsync<JsonElement>();
        (ClientId, Secret) = (client.GetProperty("client_id").GetString()!, client.GetProperty("client_secret").GetString()!);
        Assert.Equal(0, client.GetProperty("client_secret_expires_at").GetInt64());
    }

    public string Asking(string scope = $"{Credentials} {Profile} {Offline}") => Flow("authorizationUrl") + "?" + string.Join('&', new[]
    {
        ("response_type", "code"), ("client_id", ClientId), ("redirect_uri", Home), ("scope", scope), ("state", "s/1"),
        ("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), ("code_challenge_method", "S256"),
    }.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));

    public Task<HttpResponseMessage> Visit(string url, string cookie = "") => Http.SendAsync(Asked(url, cookie));

    /// <summary>The trainee's browser: it is sent to the service, shows the page, and permits these kinds.</summary>
    /// <returns>What comes back to the wallet's address: the code.</returns>
    public async Task<string> Permitted(Scene scene, Portfolio.Contracts.Http.PersonBody trainee, string asking, params string[] kinds)
    {
        var session = $"{Api.Access.BrowserSessions.CookieName}={(await scene.As(trainee)).DefaultRequestHeaders.Authorization!.Parameter}";
        var sent = await Visit(asking, session);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var page = new Uri(host.Address, sent.Headers.Location!).AbsoluteUri;
        var shown = await Visit(page, session);
        var cookies = string.Join("; ", (shown.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : []).Prepend(session));
        var form = Puller.Form([("form-token", FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value), ("decision", "permit"), .. kinds.Select(kind => ("kinds", kind))]);
        var decided = await Http.SendAsync(new(HttpMethod.Post, page) { Content = form, Headers = { { "Cookie", cookies } } });
        var back = decided.Headers.Location!.AbsoluteUri;
        Assert.StartsWith(Home + "?", back, StringComparison.Ordinal);
        Assert.Contains("state=s%2F1", back, StringComparison.OrdinalIgnoreCase);
        return Uri.UnescapeDataString(Code().Match(back).Groups[1].Value);
    }

    public Task<JsonElement> Redeem(string code) => Token(Flow("tokenUrl"), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Home), ("code_verifier", verifier));

    public Task<JsonElement> Renew(string? scope = null) =>
        Token(Flow("refreshUrl"), [("grant_type", "refresh_token"), ("refresh_token", Refresh!), .. scope is null ? [] : new[] { ("scope", scope) }]);

    public async Task<JsonElement> Token(string url, params (string, string)[] form)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(Secret)}"));
        var answer = await Http.SendAsync(new(HttpMethod.Post, url) { Content = Puller.Form(form), Headers = { Authorization = new("Basic", basic) } });
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (token.TryGetProperty("access_token", out var access))
            (Access, Refresh) = (access.GetString()!, token.TryGetProperty("refresh_token", out var refresh) ? refresh.GetString() : Refresh);
        return token;
    }

    public Task<HttpResponseMessage> Get(string url, string? token = null) =>
        Http.SendAsync(new(HttpMethod.Get, url.StartsWith("http", StringComparison.Ordinal) ? url : Base + url) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token ?? Access) } });

    public async Task<(List<string> Jwts, int Pages, int Total)> All(string query)
    {
        var (jwts, pages, total) = (new List<string>(), 0, 0);
        for (var next = "/credentials" + query; next is not null; pages++)
        {
            var answer = await Get(next);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            jwts.AddRange((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("compactJwsString").EnumerateArray().Select(jwt => jwt.GetString()!));
            total = int.Parse(answer.Headers.GetValues("X-Total-Count").Single(), System.Globalization.CultureInfo.InvariantCulture);
            var links = Link().Matches(answer.Headers.GetValues("Link").Single()).ToDictionary(link => link.Groups[2].Value, link => link.Groups[1].Value);
            Assert.Superset(new HashSet<string> { "first", "last" }, links.Keys.ToHashSet());
            next = links.GetValueOrDefault("next");
        }
        return (jwts, pages, total);
    }

    private static HttpRequestMessage Asked(string url, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (cookie != "")
            request.Headers.Add("Cookie", cookie);
        return request;
    }

    private string Flow(string name) => scheme.GetProperty("flows").GetProperty("authorizationCode").GetProperty(name).GetString()!;

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex Code();

    [GeneratedRegex("<([^>]+)>; rel=\"([a-z]+)\"")]
    private static partial Regex Link();

    /// <summary>The name by which the service goes leads to where it listens, as it would in the world.</summary>
    private sealed class Named(Uri to) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Host = to.Host, Port = to.Port, Scheme = to.Scheme }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
