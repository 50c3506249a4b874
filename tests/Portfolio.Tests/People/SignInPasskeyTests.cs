using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.People;

public sealed class SignInPasskeyTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_passkey_made_by_an_invitation_signs_in()
    {
        var (ivy, authenticator) = await WithPasskey();
        var (browser, entered) = await SignIn(ivy, authenticator);
        Assert.Equal((302, ivy.Today), (entered.Status, entered.Location));
        Assert.Contains(ivy.Person.Name, (await browser.Get(ivy.Account)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await SignIn(ivy, authenticator)).Entered.Status);
    }

    [Fact]
    public async Task A_passkey_of_another_origin_or_domain_or_without_its_holder_verified_signs_in_nobody()
    {
        var (ivy, authenticator) = await WithPasskey();
        foreach (var spoil in new Action<SoftAuthenticator>[]
        {
            of => of.Origin = "https://portfolio.example.com", of => of.Origin = $"http://localhost:{host.Address.Port + 1}",
            of => of.Domain = "example.com", of => of.Verified = false, of => of.CountsBack = true,
        })
        {
            (authenticator.Origin, authenticator.Domain, authenticator.Verified, authenticator.CountsBack) = (Origin, null, true, false);
            spoil(authenticator);
            Refused((await SignIn(ivy, authenticator)).Entered);
        }
        (authenticator.Origin, authenticator.Domain, authenticator.Verified, authenticator.CountsBack) = (Origin, null, true, false);
        Assert.Equal(302, (await SignIn(ivy, authenticator)).Entered.Status);
    }

    [Fact]
    public async Task A_passkey_says_whose_it_is_and_is_nobody_elses()
    {
        var scene = await Scene.Set(host);
        var (ivy, authenticator) = await WithPasskey(scene);
        var (other, _) = await WithPasskey(scene);
        Refused((await SignIn(ivy, authenticator, asHolder: Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{other.Person.Id:D}")))).Entered);
        // One that nobody registered, though it names somebody who is there.
        var stranger = new SoftAuthenticator { Origin = Origin };
        Refused((await SignIn(ivy, stranger, asHolder: Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{ivy.Person.Id:D}")))).Entered);
    }

    [Fact]
    public async Task A_passkey_of_another_programme_signs_in_nobody_here()
    {
        var (_, authenticator) = await WithPasskey();
        var (here, _) = await WithPasskey();
        Refused((await SignIn(here, authenticator)).Entered);
    }

    [Fact]
    public async Task An_answer_works_once_and_only_for_its_own_question()
    {
        var (ivy, authenticator) = await WithPasskey();
        var browser = new Browser(host.Address);
        var page = await browser.Get(ivy.SignIn);
        var (options, step) = await Ask(browser, page);
        var (_, otherStep) = await Ask(browser, page);
        var answer = authenticator.Show(options);
        Refused(await browser.Submit(page, "Passkey", ("step", otherStep), ("credential", answer)));
        Refused(await browser.Submit(page, "Passkey", ("step", step), ("credential", answer[..^8])));
        // The step is over, whatever came with it.
        Refused(await browser.Submit(page, "Passkey", ("step", step), ("credential", answer)));
        Refused(await browser.Submit(page, "Passkey", ("step", ""), ("credential", "")));
        Assert.NotEqual(302, (await browser.Submit(page, "Passkey", ("step", step), ("credential", new string('x', 40_000)))).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (late, lateStep) = await Ask(browser, page);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        Refused(await browser.Submit(page, "Passkey", ("step", lateStep), ("credential", authenticator.Show(late))));
    }

    [Fact]
    public async Task A_question_to_one_person_makes_no_passkey_for_another_and_one_key_is_not_registered_twice()
    {
        var scene = await Scene.Set(host);
        var (ivy, authenticator) = await WithPasskey(scene);
        var other = await Invited.Person_of(host, scene);
        await other.Invite();
        var choice = await other.Browser.Follow(await other.Accept(await other.Link()));

        // The step of one browser in another's hands.
        var (options, step) = await Ask(ivy.Browser, await ivy.Browser.Get(ivy.Adding), "/sign-ins/new?handler=Options");
        var fresh = new SoftAuthenticator { Origin = Origin };
        var stolen = await other.Browser.Submit(choice, "Passkey", ("step", step), ("credential", fresh.Make(options)));
        Assert.Contains("could not be added", stolen.Text, StringComparison.Ordinal);
        var (mine, myStep) = await Ask(other.Browser, choice, "/sign-ins/new?handler=Options");
        var taken = await other.Browser.Submit(choice, "Passkey", ("step", myStep), ("credential", authenticator.Make(mine)));
        Assert.Contains("could not be added", taken.Text, StringComparison.Ordinal);
    }

    private string Origin => host.Address.GetLeftPart(UriPartial.Authority);

    private static void Refused(Browser.Shown answer)
    {
        Assert.Equal(200, answer.Status);
        Assert.Contains("does not sign in anybody", answer.Text, StringComparison.Ordinal);
    }

    private async Task<(Invited, SoftAuthenticator)> WithPasskey(Scene? scene = null)
    {
        var ivy = await Invited.Person_of(host, scene ?? await Scene.Set(host));
        await ivy.Invite();
        var choice = await ivy.Browser.Follow(await ivy.Accept(await ivy.Link()));
        var (options, step) = await Ask(ivy.Browser, choice, "/sign-ins/new?handler=Options");
        var authenticator = new SoftAuthenticator { Origin = Origin };
        var made = await ivy.Browser.Submit(choice, "Passkey", ("step", step), ("credential", authenticator.Make(options)));
        Assert.True(made.Location == ivy.Account, made.Text);
        return (ivy, authenticator);
    }

    private async Task<(Browser Browser, Browser.Shown Entered)> SignIn(Invited ivy, SoftAuthenticator authenticator, string? asHolder = null)
    {
        var browser = new Browser(host.Address);
        var page = await browser.Get(ivy.SignIn);
        var (options, step) = await Ask(browser, page);
        return (browser, await browser.Submit(page, "Passkey", ("step", step), ("credential", authenticator.Show(options, asHolder))));
    }

    private static async Task<(string Options, string Step)> Ask(Browser browser, Browser.Shown page, string ending = "/sign-in?handler=Options")
    {
        var path = page.Path.Split('?')[0];
        var at = path[..path.LastIndexOf(ending.Contains("sign-ins", StringComparison.Ordinal) ? "/sign-ins" : "/sign-in", StringComparison.Ordinal)] + ending;
        var asked = await browser.Post(at, ("form-token", page.Field("Passkey", "form-token")));
        var question = JsonNode.Parse(asked.Text)!;
        return ((string)question["options"]!, (string)question["step"]!);
    }
}
