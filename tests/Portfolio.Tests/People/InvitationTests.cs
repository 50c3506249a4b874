using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.People;

public sealed class InvitationTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Somebody_invited_sets_up_an_authenticator_without_a_script_and_signs_in_again_by_it()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        Assert.Contains(ivy.Person.Name, (await ivy.Browser.Get(ivy.Account)).Text, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = new Browser(host.Address);
        var asked = await ivy.Asks_for_a_code(browser);
        var entered = await browser.Submit(asked, "Code", ("code", await ivy.LetterCode()), ("authenticator", ivy.Code()));

        Assert.Equal((302, ivy.Today), (entered.Status, entered.Location));
        Assert.Contains("Authenticator", (await browser.Get(ivy.Account)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_in_the_one_browser_that_accepted_it()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var link = await ivy.Link();
        Assert.Equal((302, ivy.Adding), ((await ivy.Accept(link)) is var accepted ? accepted.Status : 0, accepted.Location));
        var forwarded = new Browser(host.Address);

        Assert.Equal(404, (await forwarded.Get(link)).Status);
        Assert.StartsWith(ivy.SignIn, (await forwarded.Get(ivy.Adding)).Location, StringComparison.Ordinal);
        Assert.Equal(404, (await ivy.Browser.Get(link)).Status);
        Assert.Equal(200, (await ivy.Browser.Get(ivy.Adding)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.StartsWith(ivy.SignIn, (await ivy.Browser.Get(ivy.Adding)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_that_opened_the_link_before_it_was_accepted_do_not_both_get_in()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var link = await ivy.Link();
        var (one, other) = (new Browser(host.Address), new Browser(host.Address));
        var (first, second) = (await one.Get(link), await other.Get(link));

        Assert.Equal(302, (await one.Submit(first, "")).Status);
        Assert.Equal(404, (await other.Submit(second, "")).Status);
    }

    [Fact]
    public async Task Whoever_opens_links_before_people_do_uses_nothing_up()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var link = await ivy.Link();
        for (var filter = 0; filter < 3; filter++)
            Assert.Equal(200, (await new Browser(host.Address).Get(link)).Status);

        Assert.Equal(302, (await ivy.Accept(link)).Status);
    }

    [Fact]
    public async Task A_link_is_over_after_a_week_or_when_another_was_sent_and_one_that_was_made_up_opens_nothing()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var first = await ivy.Link();
        await ivy.Invite();
        var second = await ivy.Link();
        Assert.Equal(404, (await ivy.Browser.Get(first)).Status);
        Assert.Equal(404, (await ivy.Browser.Get(second[..^2] + (second[^2] == 'A' ? 'B' : 'A') + second[^1])).Status);
        Assert.Equal(404, (await ivy.Browser.Get("/invitations/no-link-at-all")).Status);
        Assert.Equal(200, (await ivy.Browser.Get(second)).Status);
        host.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(404, (await ivy.Browser.Get(second)).Status);
    }

    [Fact]
    public async Task Whoever_had_a_sign_in_also_says_the_word_that_the_tutor_told_them()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        var word = (await ivy.Invite()).Word!;
        var letter = await ivy.Link();
        Assert.DoesNotContain(word, (await host.LettersTo(ivy.Person.Email!))[^1].Text, StringComparison.Ordinal);
        var browser = new Browser(host.Address);

        var wrong = await ivy.Accept(letter, browser, "bababababa");
        Assert.Equal(200, wrong.Status);
        Assert.Contains("not the word", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await ivy.Accept(letter, browser, word.ToUpperInvariant())).Status);
    }

    [Fact]
    public async Task After_five_wrong_words_the_right_one_is_of_no_use()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        var word = (await ivy.Invite()).Word!;
        var letter = await ivy.Link();
        var browser = new Browser(host.Address);
        var page = await browser.Get(letter);
        for (var tries = 0; tries < 5; tries++)
            await browser.Submit(page, "", ("word", "bababababa"));

        Assert.NotEqual(302, (await browser.Submit(page, "", ("word", word))).Status);
    }

    [Fact]
    public async Task A_first_invitation_has_no_word_and_its_answer_no_link()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        var made = await ivy.Invite();
        Assert.Null(made.Word);
        Assert.Equal(host.Clock.GetUtcNow().AddDays(7), made.ExpiresAt);
    }

    [Fact]
    public async Task Nobody_is_invited_without_an_address_and_nobody_invites_themselves()
    {
        var scene = await Scene.Set(host);
        var none = await Invited.Person_of(host, scene, address: false);
        var tutor = (await scene.Tutor.Get<PeoplePage>(scene.Path("people"))).People.Single(person => person.Key == "T1");

        Assert.Equal("422 address-missing", await (await scene.Tutor.PostAsync(scene.Path($"people/{none.Person.Id}/invitations"), null, TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal("409 own-invitation", await (await scene.Tutor.PostAsync(scene.Path($"people/{tutor.Id}/invitations"), null, TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task A_link_of_another_programme_opens_nothing_there()
    {
        var (here, there) = (await Scene.Set(host), await Scene.Set(host));
        var ivy = await Invited.Person_of(host, here);
        await ivy.Invite();
        await ivy.Accept(await ivy.Link());

        Assert.Equal(302, (await ivy.Browser.Get($"/programmes/{there.Programme}/sign-ins/new")).Status);
        Assert.Equal(200, (await ivy.Browser.Get(ivy.Adding)).Status);
    }
}
