using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.People;

public sealed class SignInAddressTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_further_address_counts_once_its_code_came_back_and_the_old_one_is_told()
    {
        var scene = await Scene.Set(host);
        var ivy = await (await Invited.Person_of(host, scene)).Sets_up_an_authenticator();
        var client = await scene.As(ivy.Person);
        var path = scene.Path($"people/{ivy.Person.Id}/addresses");
        var other = $"other-{ivy.Person.Email}";
        var added = await client.Post<AddressBody>(path, new { address = other });
        var told = (await host.LettersTo(ivy.Person.Email!, 3))[^1];
        Assert.Contains("A further address", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, told.Text, StringComparison.Ordinal);
        var code = (await host.LettersTo(other))[0].Text.Split('\n').Single(line => line.Length == 6 && line.All(char.IsAsciiDigit));

        // Not confirmed, it is nobody's.
        await ivy.Asks_for_a_code(new Browser(host.Address), other);
        Assert.Equal("422 code-wrong", await (await client.PostAsJsonAsync($"{path}/{added.Id}/confirmation", new { code = code == "000000" ? "000001" : "000000" }, Cancellation)).Refusal());
        Assert.NotNull((await client.Post<AddressBody>($"{path}/{added.Id}/confirmation", new { code })).ConfirmedAt);
        Assert.Equal("409 code-over", await (await client.PostAsJsonAsync($"{path}/{added.Id}/confirmation", new { code }, Cancellation)).Refusal());
        Assert.Single(await host.LettersTo(other));
        await ivy.Asks_for_a_code(new Browser(host.Address), other);
        Assert.Contains("Your code for signing in", (await host.LettersTo(other, 2))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_one_persons_and_a_code_is_guessed_five_times_at_most()
    {
        var scene = await Scene.Set(host);
        var (trainee, other) = (await scene.As(scene.Trainee), await scene.As(scene.Other));
        var mine = scene.Path($"people/{scene.Trainee.Id}/addresses");
        var theirs = scene.Path($"people/{scene.Other.Id}/addresses");
        var address = $"shared-{scene.Key}@example.org";
        var (first, second) = (await trainee.Post<AddressBody>(mine, new { address }), await other.Post<AddressBody>(theirs, new { address }));
        var codes = (await host.LettersTo(address, 2)).Select(letter => letter.Text.Split('\n').Single(line => line.Length == 6 && line.All(char.IsAsciiDigit))).ToList();
        await trainee.Post<AddressBody>($"{mine}/{first.Id}/confirmation", new { code = codes[0] });
        Assert.Equal("409 address-taken", await (await other.PostAsJsonAsync($"{theirs}/{second.Id}/confirmation", new { code = codes[1] }, Cancellation)).Refusal());

        var third = await trainee.Post<AddressBody>(mine, new { address = $"third-{scene.Key}@example.org" });
        var right = (await host.LettersTo(third.Address))[0].Text.Split('\n').Single(line => line.Length == 6 && line.All(char.IsAsciiDigit));
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal("422 code-wrong", await (await trainee.PostAsJsonAsync($"{mine}/{third.Id}/confirmation", new { code = right == "000000" ? "000001" : "000000" }, Cancellation)).Refusal());
        Assert.Equal("409 code-over", await (await trainee.PostAsJsonAsync($"{mine}/{third.Id}/confirmation", new { code = right }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task What_changes_the_ways_in_needs_a_sign_in_of_the_last_minutes()
    {
        var scene = await Scene.Set(host);
        var ivy = await (await Invited.Person_of(host, scene)).Sets_up_an_authenticator();
        var client = await scene.As(ivy.Person);
        var signIn = (await client.Get<SignInList>(scene.Path($"people/{ivy.Person.Id}/sign-ins"))).SignIns.Single();
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("403 sign-in-not-recent", await (await client.PostAsJsonAsync(scene.Path($"people/{ivy.Person.Id}/addresses"), new { address = "late@example.org" }, Cancellation)).Refusal());
        Assert.Equal("403 sign-in-not-recent", await (await client.PostAsync(scene.Path($"people/{ivy.Person.Id}/sign-ins/{signIn.Id}/end"), null, Cancellation)).Refusal());
        Assert.StartsWith(ivy.SignIn, (await ivy.Browser.Get(ivy.Adding)).Location, StringComparison.Ordinal);
        Assert.Contains("sign in again", (await ivy.Browser.Get(ivy.Account)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_a_sign_in_ends_the_sessions_that_it_opened_and_says_so()
    {
        var scene = await Scene.Set(host);
        var ivy = await (await Invited.Person_of(host, scene)).Sets_up_an_authenticator();
        Assert.Equal(200, (await ivy.Browser.Get(ivy.Account)).Status);
        var client = await scene.As(ivy.Person);
        var signIn = (await client.Get<SignInList>(scene.Path($"people/{ivy.Person.Id}/sign-ins"))).SignIns.Single();
        Assert.Equal("authenticator", signIn.Kind);

        Assert.True((await client.PostAsync(scene.Path($"people/{ivy.Person.Id}/sign-ins/{signIn.Id}/end"), null, Cancellation)).IsSuccessStatusCode);

        Assert.Equal(302, (await ivy.Browser.Get(ivy.Account)).Status);
        Assert.Empty((await client.Get<SignInList>(scene.Path($"people/{ivy.Person.Id}/sign-ins"))).SignIns);
        Assert.Contains("was ended", (await host.LettersTo(ivy.Person.Email!, 3))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lost_everything_is_let_in_again_by_the_tutor_and_themselves_together()
    {
        var scene = await Scene.Set(host);
        var ivy = await (await Invited.Person_of(host, scene)).Sets_up_an_authenticator();
        var client = await scene.As(ivy.Person);
        Assert.True((await scene.Tutor.PostAsJsonAsync(scene.Path($"people/{ivy.Person.Id}/sign-ins/end"), new { personId = ivy.Person.Id }, Cancellation)).IsSuccessStatusCode);

        Assert.Equal(302, (await ivy.Browser.Get(ivy.Account)).Status);
        Assert.Equal("401 sign-in-needed", await (await client.GetAsync(scene.Path($"people/{ivy.Person.Id}/sign-ins"), Cancellation)).Refusal());
        await host.LettersTo(ivy.Person.Email!, 3);
        // Ending everything does not make an open mailbox enough.
        Assert.NotNull((await ivy.Invite()).Word);
    }

    [Fact]
    public async Task A_letter_goes_to_the_address_that_is_kept_and_never_to_one_that_only_looks_up_like_it()
    {
        var scene = await Scene.Set(host);
        var ivy = await (await Invited.Person_of(host, scene)).Sets_up_an_authenticator();
        await ivy.Asks_for_a_code(new Browser(host.Address), ivy.Person.Email!.ToUpperInvariant());
        Assert.Contains("Your code for signing in", (await host.LettersTo(ivy.Person.Email!, 3))[^1].Text, StringComparison.Ordinal);
        var tutored = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name = "Sissi Same", key = "SS", email = "sissi@example.org" });
        var alike = "\u017fi\u017f\u017fi@example.org";
        await ivy.Asks_for_a_code(new Browser(host.Address), alike);
        await ivy.Asks_for_a_code(new Browser(host.Address), tutored.Email!);
        Assert.Contains("No authenticator", (await host.LettersTo(tutored.Email!))[^1].Text, StringComparison.Ordinal);
        Assert.Empty(await host.LettersTo(alike, atLeast: 0));
    }
}
