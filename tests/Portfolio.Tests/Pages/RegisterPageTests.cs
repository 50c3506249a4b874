using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;
using Portfolio.Tests.Sessions;

namespace Portfolio.Tests.Pages;

/// <summary>The register by a link, from the letter to the signature, in a browser without scripts.</summary>
public sealed class RegisterPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_leader_opens_fills_reviews_signs_and_corrects()
    {
        var leader = await RegisterByLink.In(host);
        var page = await leader.Browser.Get(leader.Register);
        Assert.Contains("Tara Trainee", page.Text, StringComparison.Ordinal);

        var review = await leader.Browser.Follow(await leader.Sends(page, "Review", ("Otto Other", "Attendance", "partial"), ("Otto Other", "Minutes", "45")));
        Assert.Contains("was there for 45 minutes, in person", review.Text, StringComparison.Ordinal);
        Assert.Contains("presented a case", review.Text, StringComparison.Ordinal);
        var signed = await leader.Browser.Follow(await leader.Browser.Submit(review, "review"));
        Assert.Contains("This register is signed.", signed.Text, StringComparison.Ordinal);

        var correction = await leader.Browser.Get(leader.Register + "/correction");
        var difference = await leader.Sends(correction, "See", ("Otto Other", "Attendance", "present"), ("Otto Other", "Minutes", ""), ("", "Reason", "Otto stayed to the end"));
        Assert.Contains("was there for 60 minutes, in person (changed)", difference.Text, StringComparison.Ordinal);
        var corrected = await leader.Browser.Follow(await leader.Browser.Submit(difference, "Sign"));
        Assert.Contains("It was corrected since.", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(["sent", "code-sent", "confirmed", "filled", "reviewed", "signed", "reviewed", "corrected"], await leader.Scene.Uses());
    }

    [Fact]
    public async Task Opening_the_letters_link_any_number_of_times_changes_nothing()
    {
        var scene = await RegisterLinkScene.Set(host);
        var (link, scanner) = (await scene.Link(), new Browser(host.Address));
        for (var looks = 0; looks < 3; looks++)
        {
            var page = await scanner.Get("/links/" + link);
            Assert.Equal(200, page.Status);
            Assert.Contains("Send me the code", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Tara", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(["sent"], await scene.Uses());
    }

    [Fact]
    public async Task The_pages_cookies_are_for_this_site_and_no_script_and_hold_no_style_or_script_within()
    {
        var leader = new RegisterByLink(host, await RegisterLinkScene.Set(host));
        var opened = await leader.Opens(await leader.Scene.Link(), remember: true);

        Assert.Equal((302, leader.Register), (opened.Status, opened.Location));
        foreach (var cookie in opened.SetCookies.Where(cookie => cookie.StartsWith("__Host-portfolio", StringComparison.Ordinal)))
            Assert.Superset(new HashSet<string> { "secure", "httponly", "path=/" }, cookie.ToLowerInvariant().Split("; ").ToHashSet());
        Assert.Contains(opened.SetCookies, cookie => cookie.StartsWith($"__Host-portfolio-device-{leader.Scene.Scene.Programme:N}=", StringComparison.Ordinal));
        foreach (var page in new[] { await leader.Browser.Follow(opened), await leader.Browser.Get(leader.Register + "/review") })
        {
            Assert.Equal(200, page.Status);
            Assert.DoesNotMatch("<script(?![^>]* src=)", page.Text);
            Assert.DoesNotContain(" style=", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_a_remembered_device_one_button_opens_the_next_link_until_all_are_forgotten()
    {
        var leader = new RegisterByLink(host, await RegisterLinkScene.Set(host));
        var page = await leader.Browser.Follow(await leader.Opens(await leader.Scene.Link(), remember: true));
        var next = await leader.Browser.Get("/links/" + await leader.Scene.Link());
        Assert.DoesNotContain("code", next.Text.Split("<main")[1], StringComparison.Ordinal);
        page = await leader.Browser.Follow(await leader.Browser.Submit(next, "Open"));
        Assert.Equal(200, page.Status);

        await leader.Browser.Submit(page, "Forget");

        Assert.Contains("Send me the code", (await leader.Browser.Get("/links/" + await leader.Scene.Link())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_an_impatient_one_are_told_in_plain_words()
    {
        var scene = await RegisterLinkScene.Set(host);
        var (link, browser) = (await scene.Link(), new Browser(host.Address));
        var page = await browser.Get("/links/" + link);
        var code = await scene.CodeAfter(() => browser.Submit(page, "Code"));
        page = await browser.Submit(await browser.Get("/links/" + link), "Open", ("code", code == "000000" ? "000001" : "000000"));
        Assert.Equal(422, page.Status);
        Assert.Contains("That is not the code", page.Text, StringComparison.Ordinal);
        page = await browser.Submit(page, "Code");
        Assert.Equal(429, page.Status);
        Assert.Contains("A code was sent a moment ago", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Submit(page, "Open", ("code", $"{code[..3]} {code[3..]}"))).Status);
    }

    [Fact]
    public async Task What_cannot_be_right_is_told_next_to_its_person_and_nothing_typed_is_lost()
    {
        var leader = await RegisterByLink.In(host);
        var page = await leader.Sends(await leader.Browser.Get(leader.Register), "Review",
            ("Otto Other", "Attendance", "partial"), ("Tara Trainee", "Attendance", "absent"), ("", "Form.Visitor", "nobody@example.org"));
        Assert.Equal(422, page.Status);
        Assert.Contains("Nobody of the programme has this address.", page.Text, StringComparison.Ordinal);

        page = await leader.Sends(page, "Review", ("", "Form.Visitor", ""));
        Assert.Equal(422, page.Status);
        Assert.Contains("Say how many minutes they were there.", Person(page, "Otto Other"), StringComparison.Ordinal);
        Assert.Contains("cannot have presented", Person(page, "Tara Trainee"), StringComparison.Ordinal);
        Assert.Contains("value=\"partial\" checked", Person(page, "Otto Other"), StringComparison.Ordinal);
        page = await leader.Sends(page, "Save", ("Otto Other", "Minutes", "most of it"), ("Tara Trainee", "Attendance", "present"));
        Assert.Contains("Write the minutes as a whole number.", Person(page, "Otto Other"), StringComparison.Ordinal);
        page = await leader.Browser.Follow(await leader.Sends(page, "Save", ("Otto Other", "Minutes", "30")));
        Assert.Contains("Saved. It is not signed yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewed", await leader.Scene.Uses());
    }

    [Fact]
    public async Task Somebody_visiting_is_found_by_their_address_and_stands_on_the_list()
    {
        var leader = await RegisterByLink.In(host);
        var visitor = await RegisterLinkScene.Person(leader.Scene.Scene, "Vera Visitor", "V7");

        var review = await leader.Browser.Follow(await leader.Sends(await leader.Browser.Get(leader.Register), "Review", ("", "Form.Visitor", visitor.Email!)));

        Assert.Contains("Vera Visitor", review.Text, StringComparison.Ordinal);
        Assert.Contains("visiting", Person(await leader.Browser.Get(leader.Register), "Vera Visitor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_after_the_review_is_shown_again_and_not_signed()
    {
        var leader = await RegisterByLink.In(host);
        var review = await leader.Browser.Get(leader.Register + "/review");
        await (await leader.Scene.Scene.As(leader.Scene.Scene.Leader)).Fill(leader.Scene.Scene, leader.Scene.Session, leader.Scene.Scene.Register(other: "absent"));

        var page = await leader.Browser.Submit(review, "review");

        Assert.Equal(409, page.Status);
        Assert.Contains("Nothing was signed, because the register changed", page.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>Otto Other</strong>: absent", page.Text, StringComparison.Ordinal);
        Assert.Contains("This register is signed.", (await leader.Browser.Follow(await leader.Browser.Submit(page, "review"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_and_sees_what_stands_now()
    {
        var leader = await RegisterByLink.In(host);
        var (first, second) = (await leader.Browser.Get(leader.Register), await leader.Browser.Get(leader.Register));
        await leader.Sends(first, "Save", ("Otto Other", "Attendance", "apologies"));

        var page = await leader.Sends(second, "Review", ("Otto Other", "Attendance", "absent"));

        Assert.Equal(412, page.Status);
        Assert.Contains("Somebody changed the register after you opened it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"apologies\" checked", Person(page, "Otto Other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_did_not_take_place_is_cancelled_with_a_reason()
    {
        var leader = await RegisterByLink.In(host);
        var page = await leader.Browser.Submit(await leader.Browser.Get(leader.Register), "Cancel");
        Assert.Contains("Say why it did not take place.", page.Text, StringComparison.Ordinal);

        page = await leader.Browser.Follow(await leader.Browser.Submit(page, "Cancel", ("Reason", "holiday")));

        Assert.Contains("This session did not take place: a holiday.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_pages_own_token_changes_nothing()
    {
        var leader = await RegisterByLink.In(host);
        var page = await leader.Browser.Get(leader.Register);
        var forged = await leader.Browser.Post(leader.Register + "?handler=Cancel", ("Form.Version", $"{leader.Scene.Session.Version}"), ("Reason", "holiday"));

        Assert.InRange(forged.Status, 400, 403);
        Assert.Equal(page.Text.Split("form-token")[0], (await leader.Browser.Get(leader.Register)).Text.Split("form-token")[0]);
    }

    [Fact]
    public async Task An_ended_link_says_so_and_whoever_was_in_is_out()
    {
        var leader = await RegisterByLink.In(host);
        var sent = (await leader.Scene.Scene.Tutor.Get<LinkList>(leader.Scene.Path("/links"))).Links[^1];
        await leader.Scene.Scene.Tutor.Post<LinkBody>(leader.Scene.Path($"/links/{sent.Id}/end"), new { });

        var gone = await leader.Browser.Get("/links/" + new string('A', 64));
        Assert.Equal(404, gone.Status);
        Assert.Contains("This link opens nothing", gone.Text, StringComparison.Ordinal);
        var page = await leader.Browser.Get(leader.Register);
        Assert.NotEqual(200, page.Status);
        Assert.DoesNotContain("Tara", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sessions_pages_are_as_good_as_absent()
    {
        var leader = await RegisterByLink.In(host);
        var other = await leader.Scene.Scene.A_filled_register("2025-05-21");
        foreach (var page in new[] { "", "/review", "/correction" })
            Assert.Equal(404, (await leader.Browser.Get($"/programmes/{leader.Scene.Scene.Programme}/sessions/{other.Id}/register{page}")).Status);
    }

    private static string Person(Browser.Shown page, string name) => page.Text[page.Text.IndexOf($"data-name=\"{name}\"", StringComparison.Ordinal)..].Split("class=\"app-attendee ")[0];
}
