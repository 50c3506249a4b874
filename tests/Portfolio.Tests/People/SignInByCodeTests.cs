using System.Diagnostics;
using System.Text.RegularExpressions;
using Portfolio.Api.People;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.People;

public sealed partial class SignInByCodeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_code_works_once_of_the_letter_and_of_the_authenticator()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        var browser = new Browser(host.Address);
        var asked = await ivy.Asks_for_a_code(browser);
        var letter = await ivy.LetterCode();

        // Setting it up took this period's code.
        Assert.Contains("not right", (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(302, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(400, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Status);
        var again = new Browser(host.Address);
        var page = await again.Get(ivy.SignIn);
        var replayed = await again.Post(asked.Form("Code").Action, [("form-token", page.Field("Address", "form-token")), ("step", asked.Field("Code", "step")), ("code", letter), ("authenticator", ivy.Code())]);
        Assert.Contains("not right", replayed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Either_code_alone_is_nothing()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = new Browser(host.Address);
        var asked = await ivy.Asks_for_a_code(browser);
        var letter = await ivy.LetterCode();

        Assert.Equal(200, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ""))).Status);
        Assert.Equal(200, (await browser.Submit(asked, "Code", ("code", ""), ("authenticator", ivy.Code()))).Status);
        Assert.Equal(200, (await browser.Submit(asked, "Code", ("code", ivy.Code()), ("authenticator", letter))).Status);
        Assert.Equal(302, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Status);
    }

    [Fact]
    public async Task An_address_that_is_not_known_answers_alike_and_as_slowly()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        var (known, unknown) = (new Browser(host.Address), new Browser(host.Address));
        var (first, firstTook) = await Timed(() => ivy.Asks_for_a_code(known));
        var (second, secondTook) = await Timed(() => ivy.Asks_for_a_code(unknown, "nobody@example.org"));

        Assert.Equal(Plain(first), Plain(second));
        Assert.True(firstTook >= SignInByCode.AtLeast && secondTook >= SignInByCode.AtLeast);
        for (var tries = 0; tries < 7; tries++)
            Assert.Equal(
                Plain(await known.Submit(first, "Code", ("code", "000000"), ("authenticator", "000000"))),
                Plain(await unknown.Submit(second, "Code", ("code", "000000"), ("authenticator", "000000"))));
    }

    [Fact]
    public async Task Whoever_guesses_waits_longer_each_time_and_then_even_what_is_right_is_refused()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var windows = 0; windows < 2; windows++)
        {
            var guesser = new Browser(host.Address);
            var guessed = await ivy.Asks_for_a_code(guesser);
            await ivy.LetterCode();
            for (var tries = 0; tries < 4; tries++)
                await guesser.Submit(guessed, "Code", ("code", "000000"), ("authenticator", "000000"));
        }
        var browser = new Browser(host.Address);
        var asked = await ivy.Asks_for_a_code(browser);
        var letter = await ivy.LetterCode();
        Assert.Equal(200, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(302, (await browser.Submit(asked, "Code", ("code", letter), ("authenticator", ivy.Code()))).Status);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        var ivy = await (await Invited.Person_of(host, await Scene.Set(host))).Sets_up_an_authenticator();
        var before = (await host.LettersTo(ivy.Person.Email!)).Count;
        for (var asked = 0; asked < 12; asked++)
            await ivy.Asks_for_a_code(new Browser(host.Address));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.InRange((await host.LettersTo(ivy.Person.Email!)).Count - before, 4, 6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(8, 8)]
    [InlineData(30, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Waits_grow_to_a_quarter_of_an_hour(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), SignInWaits.After(failures, free: 5));

    // RFC 6238, appendix B, the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, SignInPeriods.Code("12345678901234567890"u8.ToArray(), seconds / 30));

    [Fact]
    public void A_clock_one_period_off_is_taken_and_two_are_not()
    {
        var (secret, now) = (SignInPeriods.NewSecret(), new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
        var period = now.ToUnixTimeSeconds() / 30;
        Assert.Equal(new long?[] { null, period - 1, period, period + 1, null },
            new[] { -2, -1, 0, 1, 2 }.Select(off => SignInPeriods.Of(secret, SignInPeriods.Code(secret, period + off), now, 0)));
        Assert.Null(SignInPeriods.Of(secret, SignInPeriods.Code(secret, period), now, last: period));
        Assert.Equal(secret, Invited.FromBase32(SignInPeriods.Base32(secret)));
    }

    private static async Task<(Browser.Shown, TimeSpan)> Timed(Func<Task<Browser.Shown>> act)
    {
        var watch = Stopwatch.StartNew();
        return (await act(), watch.Elapsed);
    }

    // Secrets differ every time, of two known addresses too.
    private static string Plain(Browser.Shown page) => $"{page.Status} {page.Location} {page.SetCookies.Count} {Secrets().Replace(page.Text, "value=\"\"")}";

    [GeneratedRegex("value=\"[^\"]{40,}\"")]
    private static partial Regex Secrets();
}
