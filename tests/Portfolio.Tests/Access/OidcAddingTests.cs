using System.Net;
using Dapper;
using Npgsql;
using Portfolio.Api.Access;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Adding a provider's account: by an accepted invitation or while signed in lately, from a form of ours, and by nothing else.</summary>
public sealed class OidcAddingTests(ProviderHost provided) : IClassFixture<ProviderHost>, IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly OidcBrowser browser = new(provided.Host.Address);

    private string Programme => $"/programmes/{provided.Scene.Programme}";

    private string NewSignIn => Programme + "/sign-ins/new";

    public void Dispose()
    {
        (provided.One.Subject, provided.Two.Subject) = ("subject-1", "subject-1");
        browser.Dispose();
    }

    [Fact]
    public async Task Whoever_signed_in_just_now_adds_an_account_at_another_provider_and_signs_in_by_it()
    {
        await SignIn("one");
        var page = await browser.Get(NewSignIn);
        Assert.Contains(provided.Two.Issuer, page.Headers.GetValues("Content-Security-Policy").Single().Split("form-action")[1], StringComparison.Ordinal);
        provided.Two.Subject = "tara-at-two";
        var answer = await browser.Get(await browser.AsFarAsTheCallback(await Begin("two")));
        Assert.Equal((HttpStatusCode.Redirect, Programme + "/account"), (answer.StatusCode, answer.Headers.Location!.ToString()));

        using var another = new OidcBrowser(provided.Host.Address);
        await another.Get(await another.AsFarAsTheCallback(Programme + "/sign-in/two"));
        Assert.Equal(HttpStatusCode.OK, (await another.Get(provided.Scene.Path($"people/{provided.Scene.Trainee.Id}"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_was_invited_begins_with_an_account_and_the_invitation_is_used_up()
    {
        var person = await provided.Scene.Tutor.Post<PersonBody>(provided.Scene.Path("people"), new { name = "Ines Invited", key = "I1", email = "ines@example.org" });
        var link = await Invite(person);
        await browser.Post($"/invitations/{link}", "", []);
        provided.One.Subject = "ines";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get(await browser.AsFarAsTheCallback(await Begin("one")))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(provided.Scene.Path($"people/{person.Id}"))).StatusCode);

        using var another = new OidcBrowser(provided.Host.Address);
        Assert.NotEqual(HttpStatusCode.Redirect, (await another.Post($"/invitations/{link}", "", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await another.Get(NewSignIn)).StatusCode);
    }

    [Fact]
    public async Task An_account_is_not_added_by_a_link_to_the_provider_even_for_somebody_signed_in()
    {
        await SignIn("one");
        provided.Two.Subject = "somebody-else's";
        var answer = await browser.Get(await browser.AsFarAsTheCallback(Programme + "/sign-in/two"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("not known in this programme", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_needs_the_form_of_our_page_and_a_sign_in_of_the_last_minutes()
    {
        await SignIn("one");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post(NewSignIn, "Provider", new() { ["provider"] = "two" }, withToken: false)).StatusCode);
        provided.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        var answer = await browser.Get(NewSignIn);
        Assert.Contains("/sign-in?to=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signed_out_on_the_way_has_added_nothing()
    {
        await SignIn("one");
        provided.Two.Subject = "left-behind";
        var callback = await browser.AsFarAsTheCallback(await Begin("two"));
        browser.Forget(BrowserSessions.CookieName);
        await NotRecent(callback);
    }

    [Fact]
    public async Task Whoever_sits_at_the_browser_by_now_is_not_given_the_account()
    {
        await SignIn("one");
        provided.Two.Subject = "left-behind";
        var callback = await browser.AsFarAsTheCallback(await Begin("two"));
        provided.Two.Subject = "subject-1";
        await SignIn("two");
        await NotRecent(callback);
    }

    [Fact]
    public async Task An_account_that_is_somebodys_already_stays_theirs()
    {
        await SignIn("one");
        var answer = await browser.Get(await browser.AsFarAsTheCallback(await Begin("two")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var another = new OidcBrowser(provided.Host.Address);
        await another.Get(await another.AsFarAsTheCallback(Programme + "/sign-in/two"));
        Assert.Equal(HttpStatusCode.OK, (await another.Get(provided.Scene.Path($"people/{provided.Scene.Other.Id}"))).StatusCode);
    }

    [Fact]
    public async Task Two_browsers_that_add_one_account_at_the_same_moment_give_it_to_one_person()
    {
        var account = new ProviderAccount(provided.One.Issuer, "raced-for");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            await using var work = await provided.Host.Database.Begin(provided.Scene.Programme, Cancellation);
            var person = number % 2 == 0 ? provided.Scene.Trainee.Id : provided.Scene.Other.Id;
            var answer = await provided.Host.Service<ProviderAccounts>().Add(
                work, new(person, provided.Host.Service<Providers>().Named("one")!, account), person, provided.Host.Clock.GetUtcNow());
            await work.Commit();
            return (person, answer.Problem?.Code);
        }));
        Assert.Single(outcomes.Where(outcome => outcome.Code is null).Select(outcome => outcome.person).Distinct());
        Assert.Equal(4, outcomes.Count(outcome => outcome.Code == "sign-in-taken"));
    }

    [Fact]
    public async Task The_sign_in_page_offers_every_provider_and_keeps_where_to_go()
    {
        var page = await (await browser.Get(Programme + "/sign-in?to=/programmes/x")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"{Programme}/sign-in/one?to=%2Fprogrammes%2Fx", page, StringComparison.Ordinal);
        Assert.Contains($"{Programme}/sign-in/two", page, StringComparison.Ordinal);
    }

    private async Task NotRecent(string callback)
    {
        var answer = await browser.Get(callback);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("401 sign-in-unknown", await (await provided.Ask(provided.Two.Sign(provided.Two.Header(), provided.Two.Claims("left-behind")))).Refusal());
    }

    private async Task SignIn(string provider) =>
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get(await browser.AsFarAsTheCallback($"{Programme}/sign-in/{provider}"))).StatusCode);

    private Task<HttpResponseMessage> Begin(string provider) => browser.Post(NewSignIn, "Provider", new() { ["provider"] = provider });

    // As InvitationStore makes one; its link is in a letter.
    private async Task<string> Invite(PersonBody person)
    {
        var secret = LinkSecret.Make(provided.Scene.Programme);
        var now = provided.Host.Clock.GetUtcNow();
        await using var connection = new NpgsqlConnection(await provided.Host.Superuser());
        await connection.ExecuteAsync("""
            insert into invitation (programme_id, id, person_id, hash, expires_at, made_by, made_at) values (@Programme, @id, @person, @Hash, @until, @person, @now)
            """, new { secret.Programme, id = Guid.CreateVersion7(), person = person.Id, secret.Hash, until = now.AddDays(7), now });
        return secret.Text;
    }
}
