using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Portfolio.Api.Mail;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

/// <summary>An export that a data protection officer orders goes to the person by letter, works once, and shows the officer nothing.</summary>
public sealed partial class ExportOrderTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_gets_a_link_and_by_it_everything_once()
    {
        var (scene, person, link) = await Ordered();

        var page = await host.Anybody().GetStringAsync(link, Cancellation);
        Assert.Equal(page.Contains("works once", StringComparison.Ordinal), (await host.Anybody().GetStringAsync(link, Cancellation)).Contains("works once", StringComparison.Ordinal));
        var answer = await Post(link);
        Assert.True(answer.IsSuccessStatusCode);
        using (var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation)))
        using (var text = new StreamReader(zip.GetEntry("person.csv")!.Open()))
            Assert.Contains(person.Name, await text.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await host.Anybody().GetAsync(link, Cancellation)).StatusCode);
        var orders = (await (await scene.As(person)).Get<PersonExport>(scene.Path($"people/{person.Id}/export"))).Parts["export-orders"];
        Assert.True(Assert.Single(orders).TryGetValue("takenAt", out _));
    }

    [Fact]
    public async Task Of_two_who_use_the_link_at_once_one_gets_it()
    {
        var (_, _, link) = await Ordered();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Post(link)));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task After_seven_days_the_link_leads_nowhere()
    {
        var (_, _, link) = await Ordered();
        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(7));
        try
        {
            Assert.Equal(404, (int)(await host.Anybody().GetAsync(link, Cancellation)).StatusCode);
        }
        finally
        {
            host.Clock.Set(now);
        }
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    [InlineData("%20x")]
    public async Task Another_link_leads_nowhere(string secret)
    {
        var (scene, _, _) = await Ordered();
        Assert.Equal(404, (int)(await host.Anybody().GetAsync($"/programmes/{scene.Programme}/exports/{secret}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_uses_nothing_up()
    {
        var (_, _, link) = await Ordered();
        var bare = await host.Anybody().PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = "zip" }), Cancellation);
        Assert.Equal(400, (int)bare.StatusCode);
        Assert.True((await Post(link)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_officer_is_told_nothing_and_cannot_export_themselves()
    {
        var scene = await Scene.Set(host);
        var officer = await scene.DataProtectionOfficer();
        var person = await Reachable(scene);
        var answer = await officer.PostAsJsonAsync(scene.Path($"people/{person.Id}/export-orders"), new { }, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.DoesNotContain("exports/", text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, text, StringComparison.Ordinal);
        Assert.Equal("404 not-found", await (await officer.GetAsync(scene.Path($"people/{person.Id}/export"), Cancellation)).Refusal());
    }

    [Fact]
    public async Task The_same_order_twice_is_one_letter_and_without_an_address_there_is_none()
    {
        var scene = await Scene.Set(host);
        var officer = await scene.DataProtectionOfficer();
        var person = await Reachable(scene);
        var id = Guid.CreateVersion7();
        var statuses = new List<int>();
        for (var time = 0; time < 2; time++)
            statuses.Add((int)(await officer.PostAsJsonAsync(scene.Path($"people/{person.Id}/export-orders"), new { id }, Cancellation)).StatusCode);
        Assert.Equal([201, 200], statuses);
        Assert.Single(await Letters(person));
        Assert.Equal("422 address-missing", await (await officer.PostAsJsonAsync(scene.Path($"people/{scene.Trainee.Id}/export-orders"), new { }, Cancellation)).Refusal());
    }

    private async Task<(Scene Scene, PersonBody Person, Uri Link)> Ordered()
    {
        var scene = await Scene.Set(host);
        var person = await Reachable(scene);
        await (await scene.DataProtectionOfficer()).Post<ExportOrderBody>(scene.Path($"people/{person.Id}/export-orders"), new { });
        var letter = Assert.Single(await Letters(person));
        return (scene, person, new Uri(host.Address, new Uri(Link().Match(letter).Value).AbsolutePath));
    }

    // An address of the scene's own: the folder of letters is everybody's.
    private static Task<PersonBody> Reachable(Scene scene) =>
        scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name = "Rae Reachable", key = "R1", email = $"rae-{scene.Key}@example.org" });

    private async Task<IReadOnlyList<string>> Letters(PersonBody to)
    {
        for (var tries = 0; ; tries++, await Task.Delay(100, Cancellation))
        {
            await host.Service<Postman>().Deliver(Cancellation);
            var folder = new DirectoryInfo(host.Service<MailRoom>().Folder);
            string[] letters = folder.Exists
                ? [.. folder.EnumerateFiles("*.eml").Select(file => File.ReadAllText(file.FullName)).Where(text => text.Contains($"To: {to.Email}", StringComparison.OrdinalIgnoreCase)).Select(Plain)]
                : [];
            if (letters.Length > 0 || tries == 100)
                return letters;
        }
    }

    private static string Plain(string letter) =>
        Quoted().Replace(letter.Replace("=\r\n", "", StringComparison.Ordinal), found => ((char)Convert.ToByte(found.Groups[1].Value, 16)).ToString());

    private async Task<HttpResponseMessage> Post(Uri link)
    {
        using var page = await host.Anybody().GetAsync(link, Cancellation);
        if (!page.IsSuccessStatusCode)
            return page;
        var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["form-token"] = Token().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["token"].Value, ["form"] = "zip",
            }),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await host.Anybody().SendAsync(request, Cancellation);
    }

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"https?://\S+/exports/\S+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
