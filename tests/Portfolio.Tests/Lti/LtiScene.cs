using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Access;
using Portfolio.Tests.Adapters.Moodle;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Lti;

/// <summary>A host, a programme and a platform that it registered: <c>IClassFixture&lt;LtiScene&gt;</c>.</summary>
public sealed class LtiScene(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal Scene Scene { get; private set; } = null!;

    internal LtiPlatform Platform { get; private set; } = null!;

    internal Guid Registration { get; private set; }

    internal string Home => $"/programmes/{Scene.Programme}";

    public async ValueTask InitializeAsync()
    {
        Host.Settings["Portfolio:Outbound:Loopback"] = "true";
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        Platform = await LtiPlatform.Start(Host.Clock.GetUtcNow);
        Platform.LoginUrl = $"{Host.Address}programmes/{Scene.Programme}/lti/login";
        Registration = (await Register()).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        await Host.DisposeAsync();
    }

    internal Task<LtiRegistrationBody> Register(string client = LtiDoor.ClientId) => Scene.Tutor.Post<LtiRegistrationBody>(Scene.Path("lti/registrations"), new
    {
        name = "Made-up Moodle", issuer = Platform.Site, clientId = client, authorizationUrl = $"{Platform.Site}/auth", tokenUrl = $"{Platform.Site}/token", keysUrl = $"{Platform.Site}/jwks",
        deployments = new[] { "1" },
    });

    internal static LtiUser User(PersonBody person, string sub, string? number = null) => new(sub, person.Name, number ?? $"{person.Body}{person.Number}");

    /// <summary>The first half: the browser is sent to the platform. With what the platform has to say again.</summary>
    internal async Task<(string State, string Nonce)> Begin(Browser browser, string? frame = null)
    {
        var sent = await Ask(browser, HttpMethod.Get, new Uri(Platform.Initiation).PathAndQuery, frame);
        Assert.Equal(302, sent.Status);
        var query = QueryHelpers.ParseQuery(new Uri(sent.Location!).Query);
        Assert.Equal($"{Host.Address}programmes/{Scene.Programme}/lti/launch", query["redirect_uri"]);
        return (query["state"].ToString(), query["nonce"].ToString());
    }

    /// <summary>The second half: the platform's form comes in.</summary>
    internal Task<Browser.Shown> Launch(Browser browser, string state, string token, string? frame = null) =>
        Ask(browser, HttpMethod.Post, $"{Home}/lti/launch", frame, ("state", state), ("id_token", token));

    internal async Task<Browser.Shown> Launch(Browser browser, LtiUser user, string? frame = null, Action<Dictionary<string, object?>>? change = null)
    {
        Platform.User = user;
        var (state, nonce) = await Begin(browser, frame);
        var claims = Platform.Claims(nonce);
        change?.Invoke(claims);
        return await Launch(browser, state, Platform.Sign(claims), frame);
    }

    /// <summary>A browser whose person has confirmed that account.</summary>
    internal async Task<Browser> Confirmed(PersonBody person, string sub)
    {
        var browser = new Browser(Host.Address);
        var asked = await Launch(browser, User(person, sub));
        Assert.Contains("/lti/confirm?step=", asked.Location!, StringComparison.Ordinal);
        await SignIn(browser, person);
        var confirmed = await browser.Submit(await browser.Follow(asked), "Confirm");
        Assert.Equal(302, confirmed.Status);
        return browser;
    }

    /// <summary>In one's own way: here the demonstration's.</summary>
    internal async Task SignIn(Browser browser, PersonBody person) =>
        Assert.Equal(302, (await browser.Submit(await browser.Get($"{Home}/sign-in"), "Demonstration", ("person", $"{person.Id}"))).Status);

    /// <summary>As a platform does that has read our keys.</summary>
    internal async Task TrustUs()
    {
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        var key = await Host.Service<Portfolio.Api.Deliveries.PlatformKeys>().InUse(work);
        await work.Commit();
        (Platform.Door.KeyId, Platform.Door.Certificate) = (key.Id, key.Certificate);
    }

    internal static Task<Browser.Shown> Ask(Browser browser, HttpMethod method, string path, string? frame, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Sec-Fetch-Dest", frame ?? "document");
        if (fields.Length > 0)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return browser.Send(request);
    }
}
