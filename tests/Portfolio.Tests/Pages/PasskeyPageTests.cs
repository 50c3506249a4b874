using Microsoft.Playwright;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

public sealed class PasskeyPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task Somebody_invited_makes_a_passkey_and_signs_in_by_it_again()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var page = await chromium.Open();
        var refused = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") refused.Add(said.Text); };
        await RealBrowser.HasPasskeys(page);

        await page.GotoAsync(Here(await ivy.Link()));
        await RealBrowser.Look(page, "invitation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await RealBrowser.Look(page, "new-sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await RealBrowser.Reaches(page, "/account");
        Assert.Contains(ivy.Person.Name, await page.ContentAsync(), StringComparison.Ordinal);
        await RealBrowser.Look(page, "account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await RealBrowser.Reaches(page, "/sign-in");
        await RealBrowser.Look(page, "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await RealBrowser.Reaches(page, ivy.Today);
        Assert.Contains(ivy.Person.Name, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains((await page.Context.CookiesAsync()), cookie => cookie is { Name: "__Host-portfolio", HttpOnly: true, Secure: true });
        // Nothing of ours breaks the pages' own policy.
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Without_scripts_an_authenticator_is_set_up_and_the_passkey_is_not_offered()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var page = await chromium.Open(scripts: false, width: 390);
        await page.GotoAsync(Here(await ivy.Link()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up an authenticator" }).ClickAsync();
        await RealBrowser.Look(page, "authenticator");
        var key = Invited.FromBase32((await page.Locator(".app-key").TextContentAsync())!);
        await page.GetByLabel("Type the code").FillAsync(Api.People.SignInPeriods.Code(key, host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this authenticator" }).ClickAsync();
        await RealBrowser.Reaches(page, "/account");
        await RealBrowser.Look(page, "account");
        Assert.Contains("Authenticator", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_letter_and_an_authenticator_sign_in_again_on_a_telephone()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await chromium.Open(scripts: false, width: 390);
        await page.GotoAsync(Here(ivy.SignIn));
        await page.GetByLabel("E-mail address").FillAsync(ivy.Person.Email!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
        await page.GetByLabel("The code from the letter").FillAsync("000000");
        await page.GetByLabel("The code of your authenticator").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await RealBrowser.Look(page, "sign-in-code");
        Assert.Contains("not right", await page.GetByRole(AriaRole.Alert).TextContentAsync(), StringComparison.Ordinal);
        await page.GetByLabel("The code from the letter").FillAsync(await ivy.LetterCode());
        await page.GetByLabel("The code of your authenticator").FillAsync(ivy.Code());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await RealBrowser.Reaches(page, ivy.Today);

        await ivy.Invite();
        await page.GotoAsync(Here(await ivy.Link()));
        await RealBrowser.Look(page, "invitation-word");
        Assert.True(await page.GetByLabel("The word that you were told").IsVisibleAsync());
        await page.GotoAsync(Here("/invitations/no-link-at-all"));
        await RealBrowser.Look(page, "link-over");
        Assert.Contains("This link is over", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstrations_letters_are_shown_and_their_links_work()
    {
        var ivy = await Invited.Person_of(host, await Scene.Set(host));
        await ivy.Invite();
        var link = await ivy.Link();
        var page = await chromium.Open();
        await page.GotoAsync(Here("/demonstration/letters"));
        await RealBrowser.Look(page, "letters");
        Assert.EndsWith(link, await page.Locator($"article:has-text('{ivy.Person.Email}') a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    private string Here(string path) => $"http://localhost:{host.Address.Port}{path}";
}
