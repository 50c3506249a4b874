using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Lti;

/// <summary>Every check of a launch failing once: a page in plain words that says what to tell whom, and a reason in the log.</summary>
public sealed class LtiBadInputTests(LtiScene lti) : IClassFixture<LtiScene>
{
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";

    private static readonly Dictionary<string, Action<Dictionary<string, object?>, LtiPlatform>> Tampered = new()
    {
        ["deployment"] = (claims, _) => claims[Claim + "deployment_id"] = "2",
        ["expired by 301 s"] = (claims, platform) => (claims["iat"], claims["exp"]) = (platform.Seconds(-361), platform.Seconds(-301)),
        ["made 301 s ahead"] = (claims, platform) => (claims["iat"], claims["exp"]) = (platform.Seconds(301), platform.Seconds(361)),
        ["no end"] = (claims, _) => claims.Remove("exp"),
        ["another audience"] = (claims, _) => claims["aud"] = "somebody-else",
        ["two audiences without azp"] = (claims, _) => claims["aud"] = new[] { "tool-client-1", "somebody-else" },
        ["made for another party"] = (claims, _) => claims["azp"] = "somebody-else",
        ["issuer"] = (claims, _) => claims["iss"] = "https://elsewhere.example.org",
        ["nonce of another"] = (claims, _) => claims["nonce"] = "another",
        ["no nonce"] = (claims, _) => claims.Remove("nonce"),
        ["version"] = (claims, _) => claims[Claim + "version"] = "1.1",
        ["message type"] = (claims, _) => claims[Claim + "message_type"] = "LtiSubmissionReviewRequest",
        ["no message type"] = (claims, _) => claims.Remove(Claim + "message_type"),
        ["no subject"] = (claims, _) => claims.Remove("sub"),
        ["no roles"] = (claims, _) => claims.Remove(Claim + "roles"),
        ["no deployment"] = (claims, _) => claims.Remove(Claim + "deployment_id"),
        ["no resource link"] = (claims, _) => claims.Remove(Claim + "resource_link"),
        ["no target"] = (claims, _) => claims.Remove(Claim + "target_link_uri"),
        ["no return address"] = (claims, _) => claims[Claim + "message_type"] = "LtiDeepLinkingRequest",
    };

    public static TheoryData<string, string> Tamperings { get; } = new()
    {
        { "deployment", "deployment" }, { "expired by 301 s", "not-in-time" }, { "made 301 s ahead", "made-when" }, { "no end", "not-in-time" }, { "another audience", "audience" },
        { "two audiences without azp", "authorised-party" }, { "made for another party", "authorised-party" }, { "issuer", "issuer" }, { "nonce of another", "nonce" }, { "no nonce", "nonce" },
        { "version", "version" }, { "message type", "message-type" }, { "no message type", "claims-missing" }, { "no subject", "claims-missing" }, { "no roles", "claims-missing" },
        { "no deployment", "claims-missing" }, { "no resource link", "claims-missing" }, { "no target", "claims-missing" }, { "no return address", "claims-missing" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task A_message_that_is_not_right_lets_nobody_in(string what, string reason)
    {
        var shown = await lti.Launch(new(lti.Host.Address), LtiScene.User(lti.Scene.Trainee, "m1"), change: claims => Tampered[what](claims, lti.Platform));
        Refused(shown, reason);
    }

    [Theory]
    [InlineData("expired by 299 s", -359, -299)]
    [InlineData("made 299 s ahead", 299, 359)]
    public async Task Clocks_may_be_almost_five_minutes_apart(string what, int made, int ends)
    {
        var shown = await lti.Launch(new(lti.Host.Address), LtiScene.User(lti.Scene.Trainee, "m1"), change: claims => (claims["iat"], claims["exp"]) = (lti.Platform.Seconds(made), lti.Platform.Seconds(ends)));
        Assert.True(shown.Location?.Contains("/lti/confirm", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task Two_audiences_are_right_where_the_message_says_for_which_it_was_made()
    {
        var shown = await lti.Launch(new(lti.Host.Address), LtiScene.User(lti.Scene.Trainee, "m1"),
            change: claims => (claims["aud"], claims["azp"]) = (new[] { "somebody-else", "tool-client-1" }, "tool-client-1"));
        Assert.Contains("/lti/confirm", shown.Location!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_taken_once_and_only_in_the_browser_that_asked()
    {
        lti.Platform.User = LtiScene.User(lti.Scene.Trainee, "m1");
        var browser = new Browser(lti.Host.Address);
        var (state, nonce) = await lti.Begin(browser);
        var (token, kept) = (lti.Platform.Sign(lti.Platform.Claims(nonce)), new Dictionary<string, string>(browser.Cookies));

        Refused(await lti.Launch(new(lti.Host.Address), state, token), "state-without-browser");
        var thief = new Browser(lti.Host.Address);
        thief.Cookies[kept.Keys.Single()] = new('A', 43);
        Refused(await lti.Launch(thief, state, token), "state-of-another-browser");
        Assert.Equal(302, (await lti.Launch(browser, state, token)).Status);
        foreach (var (name, value) in kept)
            browser.Cookies[name] = value;
        Refused(await lti.Launch(browser, state, token), "nonce-used");
        // In a frame the cookie may be held back.
        var framed = new Browser(lti.Host.Address);
        (state, nonce) = await lti.Begin(framed, "iframe");
        framed.Cookies.Clear();
        Assert.Equal(200, (await lti.Launch(framed, state, lti.Platform.Sign(lti.Platform.Claims(nonce)), "iframe")).Status);
    }

    [Fact]
    public async Task A_state_that_is_made_up_missing_old_or_of_another_programme_leads_nowhere()
    {
        var (browser, other) = (new Browser(lti.Host.Address), await Scene.Set(lti.Host));
        var (state, nonce) = await lti.Begin(browser);
        var token = lti.Platform.Sign(lti.Platform.Claims(nonce));
        Refused(await lti.Launch(browser, "made-up", token), "state-unknown");
        Refused(await lti.Launch(browser, "", token), "state-unknown");
        Refused(await LtiScene.Ask(browser, HttpMethod.Post, $"/programmes/{other.Programme}/lti/launch", null, ("state", state), ("id_token", token)), "state-unknown");
        Refused(await lti.Launch(browser, state, ""), "not-a-signed-jwt");
        Refused(await LtiScene.Ask(browser, HttpMethod.Post, $"{lti.Home}/lti/launch", null, ("error", "login_required"), ("state", state)), "refused-there");
        Refused(await LtiScene.Ask(browser, HttpMethod.Get, $"{lti.Home}/lti/launch", null), "request-incomplete");
        (state, nonce) = await lti.Begin(browser);
        lti.Host.Clock.Advance(TimeSpan.FromSeconds(601));
        Refused(await lti.Launch(browser, state, lti.Platform.Sign(lti.Platform.Claims(nonce))), "state-expired");
    }

    [Fact]
    public async Task Keys_are_believed_only_as_the_platform_publishes_them()
    {
        lti.Platform.User = LtiScene.User(lti.Scene.Trainee, "m1");
        using var stray = RsaKeys.Others();
        async Task<Browser.Shown> With(Func<Dictionary<string, object?>, string> sign)
        {
            var browser = new Browser(lti.Host.Address);
            var (state, nonce) = await lti.Begin(browser);
            return await lti.Launch(browser, state, sign(lti.Platform.Claims(nonce)));
        }

        Refused(await With(claims => lti.Platform.Sign(claims, ("platform-1", stray))), "signature");
        Refused(await With(claims => lti.Platform.Sign(claims, alg: "none")), "algorithm");
        Refused(await With(claims => lti.Platform.Sign(claims, alg: "HS256")), "algorithm");
        Refused(await With(_ => new string('a', 40_000)), "too-long");
        Refused(await With(_ => new string('a', 70_000)), "too-long");
        Refused(await With(claims => lti.Platform.Sign(claims, ("never-seen", stray))), "key-unknown");
        // It rolled over a moment ago, and nobody has asked since: the new key is fetched.
        lti.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        lti.Platform.Keys.Insert(0, ("platform-2", RsaKeys.Others()));
        Assert.Contains("/lti/confirm", (await With(claims => lti.Platform.Sign(claims))).Location!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss=https%3A%2F%2Felsewhere.example.org&login_hint=1&client_id=tool-client-1", "not-registered")]
    [InlineData("login_hint=1&client_id=tool-client-1", "request-incomplete")]
    [InlineData("", "request-incomplete")]
    public async Task Whoever_is_not_registered_begins_nothing(string query, string reason)
    {
        Refused(await LtiScene.Ask(new(lti.Host.Address), HttpMethod.Get, $"{lti.Home}/lti/login?{query}", null), reason);
        Refused(await LtiScene.Ask(new(lti.Host.Address), HttpMethod.Post, $"{lti.Home}/lti/login", null, [.. query.Split('&').Append("x=1").Where(part => part.Contains('=', StringComparison.Ordinal))
            .Select(part => (part.Split('=')[0], Uri.UnescapeDataString(part.Split('=')[1])))]), reason);
    }

    private void Refused(Browser.Shown shown, string reason)
    {
        Assert.InRange(shown.Status, 400, 502);
        Assert.Contains("What you can do", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"({reason})", shown.Text, StringComparison.Ordinal);
        Assert.Contains(lti.Host.Log.Lines, line => line.Contains($"A launch was refused: {reason}.", StringComparison.Ordinal));
    }
}
