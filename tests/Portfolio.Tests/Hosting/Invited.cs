using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Hosting;

/// <summary>Somebody with an address on record, who is invited and sets up an authenticator, as people do it: with a browser and their letters.</summary>
internal sealed partial class Invited
{
    private static int people;

    private readonly TestHost host;
    private readonly Scene scene;
    private int letters;

    private Invited(TestHost host, Scene scene, PersonBody person) => (this.host, this.scene, Person) = (host, scene, person);

    public PersonBody Person { get; }

    public Browser Browser { get; private set; } = null!;

    /// <summary>The authenticator's secret, once there is one.</summary>
    public byte[] Secret { get; private set; } = [];

    public string SignIn => $"/programmes/{scene.Programme}/sign-in";

    public string Today => $"/programmes/{scene.Programme}";

    public string Account => $"{Today}/account";

    public string Adding => $"/programmes/{scene.Programme}/sign-ins/new";

    public static async Task<Invited> Person_of(TestHost host, Scene scene, bool address = true)
    {
        var number = Interlocked.Increment(ref people);
        var person = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new
        {
            name = $"Ivy Invited ({number})", key = $"I{number}", email = address ? $"ivy{number}@example.org" : null,
        });
        return new(host, scene, person) { Browser = new(host.Address) };
    }

    public Task<InvitationBody> Invite() => scene.Tutor.Post<InvitationBody>(scene.Path($"people/{Person.Id}/invitations"), new { });

    /// <summary>The path of the link in the last letter.</summary>
    public async Task<string> Link() => Links().Match((await host.LettersTo(Person.Email!, ++letters))[^1].Text).Groups[1].Value;

    /// <summary>The code in the last letter.</summary>
    public async Task<string> LetterCode() => Codes().Match((await host.LettersTo(Person.Email!, ++letters))[^1].Text).Value;

    /// <summary>What the authenticator shows now.</summary>
    public string Code(int later = 0) => SignInPeriods.Code(Secret, (host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30) + later);

    public async Task<Browser.Shown> Accept(string link, Browser? by = null, string? word = null)
    {
        var browser = by ?? Browser;
        return await browser.Submit(await browser.Get(link), "", word is null ? [] : [("word", word)]);
    }

    /// <summary>All the way: invited, accepted, an authenticator set up; the browser is signed in.</summary>
    public async Task<Invited> Sets_up_an_authenticator()
    {
        await Invite();
        var choice = await Browser.Follow(await Accept(await Link()));
        var shown = await Browser.Submit(choice, "Authenticator");
        Secret = FromBase32(WebUtility.HtmlDecode(Keys().Match(shown.Text).Groups[1].Value));
        var done = await Browser.Submit(shown, "Confirm", ("code", Code()));
        Assert.Equal((302, Account), (done.Status, done.Location));
        // The letter that says so.
        await host.LettersTo(Person.Email!, ++letters);
        return this;
    }

    /// <summary>Asks for a code at the sign-in page.</summary>
    public async Task<Browser.Shown> Asks_for_a_code(Browser browser, string? address = null) =>
        await browser.Submit(await browser.Get(SignIn), "Address", ("email", address ?? Person.Email!));

    public static byte[] FromBase32(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    [GeneratedRegex(@"http://localhost:\d+(/invitations/\S+)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\d{6}$", RegexOptions.Multiline)]
    private static partial Regex Codes();

    [GeneratedRegex("<p class=\"app-key\">([^<]*)</p>")]
    private static partial Regex Keys();
}
