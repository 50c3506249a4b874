using System.Net;
using Dapper;
using Npgsql;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Signing in at pages by a provider: code flow with state, PKCE and nonce, which nobody comes through twice or for somebody else.</summary>
public sealed class OidcTests(ProviderHost provided) : IClassFixture<ProviderHost>, IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly OidcBrowser browser = new(provided.Host.Address);

    private ProviderDouble One => provided.One;

    private string Begin => $"/programmes/{provided.Scene.Programme}/sign-in/one";

    public void Dispose()
    {
        (One.Subject, One.Down) = ("subject-1", false);
        browser.Dispose();
    }

    [Fact]
    public async Task Whoever_has_added_the_account_is_signed_in_and_sent_to_where_they_wanted_to_go()
    {
        var answer = await browser.Get(await browser.AsFarAsTheCallback(Begin + "?to=/programmes/x?tab=2"));

        Assert.Equal((HttpStatusCode.Redirect, "/programmes/x?tab=2"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(provided.Scene.Path($"people/{provided.Scene.Trainee.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(provided.Scene.Path($"people/{provided.Scene.Other.Id}"))).StatusCode);
        Assert.All(browser.SetCookies, cookie => Assert.All(["secure", "httponly", "samesite="], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_is_asked_of_the_provider_is_a_code_by_PKCE_with_state_and_nonce_and_nothing_about_the_person()
    {
        var asked = System.Web.HttpUtility.ParseQueryString((await browser.Get(Begin)).Headers.Location!.Query);

        Assert.Equal(("code", "S256", "openid", ProviderDouble.ClientId), (asked["response_type"], asked["code_challenge_method"], asked["scope"], asked["client_id"]));
        Assert.Equal($"{provided.Host.Address.GetLeftPart(UriPartial.Authority)}/sign-in/one/callback", asked["redirect_uri"]);
        Assert.All(new[] { "state", "nonce", "code_challenge" }, name => Assert.True(asked[name]!.Length >= 43, name));
        Assert.DoesNotContain(provided.Scene.Programme.ToString(), asked["state"]!, StringComparison.OrdinalIgnoreCase);
        var again = System.Web.HttpUtility.ParseQueryString((await browser.Get(Begin)).Headers.Location!.Query);
        Assert.All(new[] { "state", "nonce", "code_challenge" }, name => Assert.NotEqual(asked[name], again[name]));
    }

    [Fact]
    public async Task Beginning_stores_nothing_and_signs_nobody_in()
    {
        async Task<long> Rows()
        {
            await using var connection = new NpgsqlConnection(await provided.Host.Superuser());
            return await connection.ExecuteScalarAsync<long>("select (select count(*) from access_token) + (select count(*) from sign_in) + (select count(*) from sign_in where used_at is not null)");
        }
        var before = await Rows();
        await browser.Get(Begin);
        Assert.Equal(before, await Rows());
        Assert.StartsWith("__Secure-portfolio-sign-in-", Assert.Single(browser.Cookies).Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/")]
    [InlineData("//elsewhere.example.org/")]
    [InlineData("/\\elsewhere.example.org/")]
    [InlineData("/\t/elsewhere.example.org/")]
    [InlineData("elsewhere.example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string to)
    {
        var answer = await browser.Get(await browser.AsFarAsTheCallback(Begin + "?to=" + Uri.EscapeDataString(to)));
        Assert.Equal($"/programmes/{provided.Scene.Programme}", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("subject-2")]
    [InlineData("Subject-1")]
    public async Task An_account_that_nobody_added_is_not_known_here_whatever_its_address_is(string subject)
    {
        One.Subject = subject;
        var said = await provided.Said(async () =>
        {
            var answer = await browser.Get(await browser.AsFarAsTheCallback(Begin));
            Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("This account is not known in this programme", page, StringComparison.Ordinal);
            Assert.DoesNotContain(subject, page, StringComparison.Ordinal);
        });
        Assert.Contains("sign-in-unknown", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-portfolio", browser.Cookies.Keys);
    }

    [Fact]
    public async Task The_same_subject_at_two_providers_signs_in_two_people()
    {
        await browser.Get(await browser.AsFarAsTheCallback($"/programmes/{provided.Scene.Programme}/sign-in/two"));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(provided.Scene.Path($"people/{provided.Scene.Other.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(provided.Scene.Path($"people/{provided.Scene.Trainee.Id}"))).StatusCode);
    }

    [Fact]
    public async Task An_answer_without_its_state_or_with_another_is_refused()
    {
        var callback = await browser.AsFarAsTheCallback(Begin);
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query);
        var path = callback.Split('?')[0];
        foreach (var wrong in new[] { path, $"{path}?code={query["code"]}", $"{path}?code={query["code"]}&state=", $"{path}?code={query["code"]}&state={query["state"]![..^4]}AAAA", $"{path}?state=x&code=%00" })
            await Refused(wrong, "state");
        var without = await Refused($"{path}?state={query["state"]}", "refused-or-replayed");
        Assert.DoesNotContain("state=", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_works_once_and_only_in_the_browser_that_asked()
    {
        var callback = await browser.AsFarAsTheCallback(Begin);
        using (var another = new OidcBrowser(provided.Host.Address))
            await Refused(callback, "refused-or-replayed", another);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get(callback)).StatusCode);
        await Refused(callback, "refused-or-replayed");
    }

    [Fact]
    public async Task A_code_that_was_given_to_another_browser_is_refused()
    {
        using var another = new OidcBrowser(provided.Host.Address);
        var (mine, theirs) = (await browser.AsFarAsTheCallback(Begin), await another.AsFarAsTheCallback(Begin));
        string Of(string callback, string name) => System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)[name]!;
        await Refused(mine.Replace(Of(mine, "code"), Of(theirs, "code"), StringComparison.Ordinal), "code-refused");
    }

    [Fact]
    public async Task An_answer_of_one_provider_is_not_taken_for_the_others()
    {
        var callback = await browser.AsFarAsTheCallback(Begin);
        await Refused(callback.Replace("/sign-in/one/", "/sign-in/two/", StringComparison.Ordinal), "state");
        await Refused(callback.Replace(Uri.EscapeDataString(One.Issuer), Uri.EscapeDataString(provided.Two.Issuer), StringComparison.Ordinal), "issuer-of-answer");
    }

    [Fact]
    public async Task An_answer_after_a_quarter_of_an_hour_is_too_late()
    {
        var callback = await browser.AsFarAsTheCallback(Begin);
        provided.Host.Clock.Advance(TimeSpan.FromMinutes(16));
        await Refused(callback, "too-late");
    }

    [Fact]
    public async Task A_provider_that_refuses_or_is_away_is_a_plain_page()
    {
        var callback = await browser.AsFarAsTheCallback(Begin);
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)["state"];
        var page = await Refused($"{callback.Split('?')[0]}?error=access_denied&error_description=Tara+said+no&state={Uri.EscapeDataString(state!)}", "refused-or-replayed");
        Assert.DoesNotContain("Tara", page, StringComparison.Ordinal);
        Assert.DoesNotContain(provided.Host.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Tara said no", StringComparison.Ordinal));

        callback = await browser.AsFarAsTheCallback(Begin);
        One.Down = true;
        var answer = await browser.Get(callback);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("cannot be reached just now", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_not_configured_is_not_there()
    {
        var answer = await browser.Get($"/programmes/{provided.Scene.Programme}/sign-in/three");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/sign-in/three/callback")).StatusCode);
    }

    private Task<string> Refused(string callback, params string[] reasons) => provided.Refused(browser, callback, reasons);

    private Task<string> Refused(string callback, string reason, OidcBrowser of) => provided.Refused(of, callback, reason);
}
