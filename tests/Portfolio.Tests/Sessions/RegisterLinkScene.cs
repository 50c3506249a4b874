using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Portfolio.Api.Mail;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

/// <summary>A leader who has an address and no account, and an open session that they led.</summary>
internal sealed partial class RegisterLinkScene
{
    private readonly TestHost host;

    private RegisterLinkScene(TestHost host, Scene scene, PersonBody leader, SessionBody session) =>
        (this.host, Scene, Leader, Session) = (host, scene, leader, session);

    public Scene Scene { get; }
    public PersonBody Leader { get; }
    public SessionBody Session { get; }
    public FactBody Mandate { get; private set; } = null!;

    public static async Task<RegisterLinkScene> Set(TestHost host)
    {
        var scene = await Scene.Set(host);
        var leader = await Person(scene, "Mira Mailreader", "L9");
        var made = new RegisterLinkScene(host, scene, leader, await scene.A_filled_register()) { Mandate = await scene.Mandate(leader, "deputy", until: "2025-12-31") };
        return made;
    }

    /// <summary>Somebody whose letters can be told from everybody else's.</summary>
    public static Task<PersonBody> Person(Scene scene, string name, string key) =>
        scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name, key, email = $"{Guid.NewGuid():N}@example.org", body = "GMC", number = $"99{key[0] % 10}00{key[1..].PadLeft(2, '4')}" });

    public string Path(string rest = "") => Scene.Path($"sessions/{Session.Id}{rest}");

    public Task<HttpResponseMessage> AskToSend(Guid? leader = null, Guid? id = null, Guid? session = null) =>
        Scene.Tutor.PostAsJsonAsync(Scene.Path($"sessions/{session ?? Session.Id}/links"), new { leaderId = leader ?? Leader.Id, id = id ?? Guid.CreateVersion7() });

    /// <summary>A link in its letter.</summary>
    public async Task<string> Link(PersonBody? leader = null, Guid? session = null)
    {
        var before = await Letters(leader, "Register of");
        await Requests.Read<LinkBody>(await AskToSend(leader?.Id, session: session));
        return LinkIn().Match(await Next(leader, "Register of", before.Count)).Groups[1].Value;
    }

    public Task<string> Code(string link, PersonBody? leader = null) =>
        CodeAfter(async () => await Requests.Read<LinkCodeBody>(await AskForCode(link)), leader);

    /// <summary>The code that comes when it was asked for like this.</summary>
    public async Task<string> CodeAfter(Func<Task> asked, PersonBody? leader = null)
    {
        var before = await Letters(leader, "Your code");
        await asked();
        return CodeIn().Match(await Next(leader, "Your code", before.Count)).Groups[1].Value;
    }

    public Task<HttpResponseMessage> AskForCode(string link) => host.Anybody().PostAsJsonAsync("/v1/links/codes", new { link });

    public Task<HttpResponseMessage> AskToOpen(string link, string? code = null, string? device = null, string? remember = null) =>
        host.Anybody().PostAsJsonAsync("/v1/links/tokens", new { link, code, device, remember });

    public async Task<LinkOpened> Opened(string link, string? remember = null, PersonBody? leader = null) =>
        await Requests.Read<LinkOpened>(await AskToOpen(link, await Code(link, leader), remember: remember));

    /// <summary>Whoever came in by a link.</summary>
    public HttpClient By(LinkOpened opened)
    {
        var client = host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", opened.Token);
        return client;
    }

    public async Task<HttpClient> In() => By(await Opened(await Link()));

    /// <summary>What was done with the links of the session, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Uses() =>
        [.. (await Scene.Tutor.Get<LinkList>(Path("/links"))).Links.SelectMany(link => link.Uses).Select(use => use.What)];

    private async Task<string> Next(PersonBody? leader, string subject, int before)
    {
        for (var tries = 0; tries < 100; tries++, await Task.Delay(100, TestContext.Current.CancellationToken))
            if (await Letters(leader, subject) is { } letters && letters.Count > before)
                return letters[^1];
        throw new TimeoutException($"No letter \"{subject} …\" came.");
    }

    /// <summary>Letters of this kind to this leader, oldest first, as plain text.</summary>
    public async Task<IReadOnlyList<string>> Letters(PersonBody? leader, string subject)
    {
        await host.Service<Postman>().Deliver(TestContext.Current.CancellationToken);
        var folder = new DirectoryInfo(host.Service<MailRoom>().Folder);
        if (!folder.Exists)
            return [];
        return [.. folder.EnumerateFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => File.ReadAllText(file.FullName))
            .Where(text => text.Contains($"To: {(leader ?? Leader).Email}", StringComparison.OrdinalIgnoreCase) && text.Contains($"Subject: {subject}", StringComparison.Ordinal))
            .Select(Plain)];
    }

    private static string Plain(string text) => Quoted().Replace(text.Replace("=\r\n", "", StringComparison.Ordinal), found => ((char)Convert.ToByte(found.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"/links/([A-Za-z0-9_-]{64})")]
    private static partial Regex LinkIn();

    [GeneratedRegex(@"\b([0-9]{6}) is your code")]
    private static partial Regex CodeIn();
}
