using System.Net;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A platform begins a connection: where it may send a trainee, and what comes of it.</summary>
public sealed class AuthorizationTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_finds_out_how_to_ask()
    {
        var server = await host.Anybody().GetStringAsync("/.well-known/oauth-authorization-server", Cancellation);
        var told = JsonNode.Parse(server)!;

        Assert.Equal(host.Service<Api.Feed.AuthorizationAddresses>().Issuer, (string)told["issuer"]!);
        Assert.Equal((string)told["issuer"]! + "/oauth/token", (string)told["token_endpoint"]!);
        Assert.Equal(["S256"], told["code_challenge_methods_supported"]!.AsArray().Select(method => (string)method!));
    }

    [Fact]
    public async Task The_trainee_sees_who_asks_and_what_would_go_and_single_days_are_off_unless_switched_on()
    {
        var asking = await AskingPlatform.Let_in(host, name: "<b>Riverside</b> e-portfolio");
        var browser = await asking.Signed_in(asking.Scene.Trainee);
        var answer = await browser.GetAsync(await asking.Page(), Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(
            [("period-account", true), ("assessment", true), ("verification", true), ("attendance", false), ("presentation", false), ("follow-up", false), ("recorded-elsewhere", false), ("progress", false)],
            AskingPlatform.Offered(html));
        Assert.Contains("&lt;b&gt;Riverside&lt;/b&gt; e-portfolio", html, StringComparison.Ordinal);
        Assert.Contains("eportfolio.example.org", html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://eportfolio.example.org;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        // Looking changes nothing.
        Assert.Empty((await (await asking.Scene.As(asking.Scene.Trainee)).Get<ConnectionList>(asking.Scene.Path("connections"))).Connections);
        Assert.Equal(0, await Codes(asking.Scene));
    }

    [Fact]
    public async Task What_is_permitted_goes_to_the_platform_under_an_id_of_its_own_and_nothing_else_does()
    {
        var asking = await AskingPlatform.Let_in(host);
        var scene = asking.Scene;
        var signed = await scene.Signed(await scene.A_filled_register());

        var code = await asking.Permitted_by(scene.Trainee, "attendance", "period-account");
        var token = await Requests.Read<TokenBody>(await asking.Redeem(code));

        Assert.Equal(("Bearer", 900, "feed"), (token.TokenType, token.ExpiresIn, token.Scope));
        var connection = Assert.Single((await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections);
        Assert.Equal((asking.Platform.Id, token.Sub!.Value), (connection.PlatformId, connection.Trainee));
        Assert.Equal(["attendance", "period-account"], connection.Kinds);
        var entry = Assert.Single((await asking.Pull(token)).Entries);
        Assert.Equal((token.Sub.Value, "attendance"), (entry.Trainee, entry.Kind));
        Assert.Equal(signed.Records.Single(record => record.PersonId == scene.Trainee.Id && record.Kind == "attendance").Id, entry.RecordId);

        var other = await AskingPlatform.Let_in(host, scene, "Another that asks");
        var elsewhere = await Requests.Read<TokenBody>(await other.Redeem(await other.Permitted_by(scene.Trainee, "attendance")));
        Assert.NotEqual(token.Sub, elsewhere.Sub);
        Assert.DoesNotContain(scene.Trainee.Id, new[] { token.Sub.Value, elsewhere.Sub!.Value });
    }

    [Fact]
    public async Task Asking_again_begins_with_what_was_permitted_and_other_kinds_take_its_place()
    {
        var asking = await AskingPlatform.Let_in(host);
        var scene = asking.Scene;
        await scene.Signed(await scene.A_filled_register());
        var first = await Requests.Read<TokenBody>(await asking.Redeem(await asking.Permitted_by(scene.Trainee, "presentation")));
        Assert.Equal(["1 issued presentation 1"], Puller.Told((await asking.Pull(first)).Entries));

        var (html, _) = await AskingPlatform.Look(await asking.Signed_in(scene.Trainee), await asking.Page());
        Assert.Equal(["presentation"], AskingPlatform.Offered(html).Where(kind => kind.On).Select(kind => kind.Kind));
        var same = await Requests.Read<TokenBody>(await asking.Redeem(await asking.Permitted_by(scene.Trainee, "presentation")));
        Assert.Empty((await asking.Pull(same, 1)).Entries);
        var other = await Requests.Read<TokenBody>(await asking.Redeem(await asking.Permitted_by(scene.Trainee, "attendance")));

        Assert.Equal((first.Sub, first.Sub), (same.Sub, other.Sub));
        Assert.Equal(["2 removed", "3 issued attendance 1"], Puller.Told((await asking.Pull(other, 1)).Entries).Select(told => told.Replace("  ", " ", StringComparison.Ordinal).TrimEnd()));
        Assert.Equal([false, true], (await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections.Select(one => one.EndedAt is null));
    }

    [Fact]
    public async Task Nothing_is_permitted_by_declining_by_choosing_nothing_or_by_a_request_that_is_no_form_of_ours()
    {
        var asking = await AskingPlatform.Let_in(host);
        var (page, browser) = (await asking.Page(), await asking.Signed_in(asking.Scene.Trainee));
        var declined = await asking.Decided(page, asking.Scene.Trainee, "decline", "attendance");
        Assert.Equal(("access_denied", "a state/of its own"), (declined["error"], declined["state"]));
        Assert.False(declined.ContainsKey("code"));

        var (html, cookie) = await AskingPlatform.Look(browser, page);
        (string, string) token = ("form-token", AskingPlatform.FormToken(html));
        foreach (var kinds in new (string, string)[][] { [], [("kinds", "leading")] })
        {
            var none = await AskingPlatform.Send(browser, page, cookie, [token, ("decision", "permit"), .. kinds]);
            Assert.Equal(HttpStatusCode.OK, none.StatusCode);
            Assert.Contains("Choose at least one", await none.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
        (string, string)[] permit = [("decision", "permit"), ("kinds", "attendance")];
        var otherHtml = (await AskingPlatform.Look(await asking.Signed_in(asking.Scene.Other), page)).Html;
        foreach (var (with, fields) in new (string, (string, string)[])[]
        {
            (cookie, permit), ("", [token, .. permit]), (cookie, [("form-token", AskingPlatform.FormToken(otherHtml)), .. permit]),
        })
            Assert.Equal(HttpStatusCode.BadRequest, (await AskingPlatform.Send(browser, page, with, fields)).StatusCode);
        Assert.Equal(0, await Codes(asking.Scene));
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_is_not_the_platforms()
    {
        var asking = await AskingPlatform.Let_in(host);
        var paused = await AskingPlatform.Let_in(host, asking.Scene, "A paused one");
        await asking.Scene.Tutor.Post<PlatformSettings>(asking.Scene.Path($"platforms/{paused.Platform.Id}/pause"), new { });
        foreach (var (field, value) in new (string, string?)[]
        {
            ("redirect_uri", "https://evil.example.org/"), ("redirect_uri", AskingPlatform.Home + "&more=1"), ("redirect_uri", AskingPlatform.Home + "/"), ("redirect_uri", "HTTPS" + AskingPlatform.Home[5..]),
            ("redirect_uri", AskingPlatform.Home.Replace("?", "/../evil?", StringComparison.Ordinal)), ("redirect_uri", ""), ("redirect_uri", null),
            ("client_id", "nobody"), ("client_id", null), ("client_id", $"{asking.Scene.Programme:N}.{Guid.CreateVersion7():N}"), ("client_id", paused.Platform.ClientId),
        })
        {
            var query = asking.Query();
            query[field] = value;
            var answer = await asking.Ask(query);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{field} {value}: {answer.StatusCode} {answer.Headers.Location}");
            Assert.Null(answer.Headers.Location);
            // Nor by the page itself, which judges anew.
            var page = $"/programmes/{asking.Scene.Programme}/connect" + (await asking.Page())[$"/programmes/{asking.Scene.Programme}/connect".Length..];
            var changed = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(page.Split('?')[0], query);
            Assert.Equal(HttpStatusCode.NotFound, (await (await asking.Signed_in(asking.Scene.Trainee)).GetAsync(changed, Cancellation)).StatusCode);
        }
        var twice = await host.Anybody().GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/oauth/authorize", asking.Query()) + "&redirect_uri=https://evil.example.org/", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "unsupported_response_type")]
    [InlineData("scope", "everything", "invalid_scope")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    public async Task What_else_is_wrong_is_told_to_the_platform_at_its_own_address(string field, string? value, string error)
    {
        var asking = await AskingPlatform.Let_in(host);
        var query = asking.Query();
        query[field] = value;

        var back = AskingPlatform.Back(await asking.Ask(query));

        Assert.Equal((error, "a state/of its own", host.Service<Api.Feed.AuthorizationAddresses>().Issuer), (back["error"], back["state"], back["iss"]));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_or_of_another_programme_decides_nothing()
    {
        var (asking, elsewhere) = (await AskingPlatform.Let_in(host), await AskingPlatform.Let_in(host));
        var page = await asking.Page();

        Assert.NotEqual(HttpStatusCode.OK, (await new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address }.GetAsync(page, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await elsewhere.Signed_in(elsewhere.Scene.Trainee)).GetAsync(page, Cancellation)).StatusCode);
        var crossed = page.Replace($"{asking.Scene.Programme}", $"{elsewhere.Scene.Programme}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await elsewhere.Signed_in(elsewhere.Scene.Trainee)).GetAsync(crossed, Cancellation)).StatusCode);
    }

    private async Task<long> Codes(Scene scene)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await Api.Database.WorkQueries.Row<long>(work, "select count(*) from authorization_code");
    }
}
