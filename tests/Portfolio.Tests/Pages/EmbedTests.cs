using System.Net;
using System.Text;
using System.Xml.Linq;
using Portfolio.Api.Feed;
using Portfolio.Api.Pages;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Audit;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A platform's server asks for what shows one trainee's year, and gets that, while the trainee permits it, and nothing of anybody else.</summary>
public sealed class EmbedTests(EmbedHost embed) : IClassFixture<EmbedHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestHost Host => embed.Host;

    [Fact]
    public async Task A_token_shows_the_one_year_it_is_for_without_names_and_without_the_days_of_cases()
    {
        var scene = embed.Scene;
        var before = await AuditBook.Now(Host, scene.Scene.Programme);
        var token = await scene.Token();
        using var answer = await scene.Ask(token.Token);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var year = await Requests.Read<EmbeddedProgress>(answer);

        Assert.Equal(["attended", "attended", "unsigned", "to-come"], year.Months.SelectMany(month => month.Sessions).Select(session => session.Mark));
        Assert.Equal("Not signed yet", year.Months[1].Sessions[^1].Words);
        Assert.NotEmpty(year.Rules);
        Assert.Contains(year.Rules, rule => rule is { Have: 2, StateWords.Length: > 0 } && rule.Amount.StartsWith("2 of ", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)presented a case|tara|otto|lena|colin|trainee|wednesday group|riverside", text.Replace("Wednesday ", "", StringComparison.Ordinal));
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        // Who was shown it, and whose it is, stands in the audit.
        var entries = await AuditBook.After(Host, scene.Scene.Programme, before, 2);
        Assert.All(entries, entry => Assert.Equal(("read", scene.Platform.Platform.Id, scene.Scene.Trainee.Id), (entry.Kind, entry.PlatformId, entry.SubjectId)));
        Assert.Equal(["IssueEmbedToken", "ReadEmbeddedProgress"], entries.Select(entry => entry.Action));
        // Nothing else may be read by pages of another origin.
        foreach (var path in new[] { "/problems", "/verify", scene.Scene.Path($"trainees/{scene.Scene.Trainee.Id}/progress"), scene.Scene.Path("feed") })
        {
            using var asked = await scene.Platform.Client.SendAsync(new(HttpMethod.Get, path) { Headers = { { "Origin", "https://eportfolio.example.org" } } }, Cancellation);
            Assert.False(asked.Headers.Contains("Access-Control-Allow-Origin"), path);
        }
    }

    [Fact]
    public async Task Days_of_cases_are_shown_where_their_records_may_be_had()
    {
        var scene = await embed.Scene.Another(embed.Scene.Scene.Trainee, "progress", "presentation");
        var year = await scene.Year(await scene.Token());
        Assert.Equal("presented", year.Months[0].Sessions[0].Mark);
        Assert.Equal("Attended, presented a case", year.Months[0].Sessions[0].Words);
    }

    [Fact]
    public async Task A_platform_gets_nothing_of_who_permits_it_nothing_or_something_else()
    {
        var scene = embed.Scene;
        var other = await scene.Platform.Connected_by(scene.Scene.Other, "attendance");
        var stranger = await Puller.Let_in(Host, scene.Scene, "A third e-portfolio");
        async Task<string> Asked(Puller by, Guid pairwise) => await (await by.Client.PostAsync(scene.TokensOf(pairwise), null, Cancellation)).Refusal();

        Assert.Equal("409 progress-not-permitted", await Asked(scene.Platform, other.Trainee));
        Assert.Equal("404 not-found", await Asked(stranger, scene.Permission.Trainee));
        Assert.Equal("404 not-found", await Asked(scene.Platform, scene.Scene.Trainee.Id));
        Assert.Equal("404 not-found", await (await (await scene.Scene.As(scene.Scene.Trainee)).PostAsync(scene.TokensOf(scene.Permission.Trainee), null, Cancellation)).Refusal());
        // Its own token opens no year of somebody else: a year is asked for by nothing but the token.
        var token = await scene.Token();
        Assert.Equal("401 sign-in-needed", await (await Host.Anybody().SendAsync(new(HttpMethod.Get, scene.Scene.Path($"trainees/{scene.Scene.Other.Id}/progress")) { Headers = { { "Authorization", "Bearer " + token.Token } } }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task It_ends_after_ten_minutes_and_at_once_when_the_permission_or_the_platform_does()
    {
        var scene = await embed.Scene.Another(embed.Scene.Scene.Other, "progress");
        var token = await scene.Token();
        var now = Host.Clock.GetUtcNow();
        // It is the year of whoever permitted it: they follow no requirement, and missed nothing.
        var year = await scene.Year(token);
        Assert.Equal(("Sessions", (ProgressState?)null, 0), (year.Title, year.State, year.Rules.Count));
        Host.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(HttpStatusCode.OK, (await scene.Ask(token.Token)).StatusCode);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("401 embed-token-over", await (await scene.Ask(token.Token)).Refusal());
        Assert.Equal("404 not-found", await (await Host.Anybody().GetAsync(EmbedScene.Here(token.Picture), Cancellation)).Refusal());
        Host.Clock.Set(now);
        await scene.Scene.Tutor.PostAsync(scene.Scene.Path($"platforms/{scene.Platform.Platform.Id}/pause"), null, Cancellation);
        Assert.Equal("403 embed-ended", await (await scene.Ask(token.Token)).Refusal());
        await scene.Scene.Tutor.PostAsync(scene.Scene.Path($"platforms/{scene.Platform.Platform.Id}/resume"), null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await scene.Ask(token.Token)).StatusCode);
        await scene.Platform.Ended_by(scene.Scene.Other, scene.Permission);
        Assert.Equal("403 embed-ended", await (await scene.Ask(token.Token)).Refusal());
        Assert.Equal("404 not-found", await (await Host.Anybody().GetAsync(EmbedScene.Here(token.Picture), Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await scene.Platform.Client.PostAsync(scene.TokensOf(scene.Permission.Trainee), null, Cancellation)).Refusal());
    }

    [Fact]
    public async Task What_is_no_token_or_was_changed_opens_nothing()
    {
        var scene = embed.Scene;
        var token = await scene.Token();
        var picture = EmbedScene.Here(token.Picture)["/embed/pictures/".Length..^4];
        var bearer = scene.Platform.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        foreach (var wrong in new[] { "", "pe_", "nonsense", bearer, EmbedTokens.Prefix + picture, picture, token.Token + "A", token.Token[..^1], token.Token.ToUpperInvariant(), new string('A', 7000) })
            Assert.Equal("401 embed-token-over", await (await scene.Ask(wrong)).Refusal());
        for (var at = EmbedTokens.Prefix.Length; at < token.Token.Length; at += 7)
            Assert.Equal("401 embed-token-over", await (await scene.Ask(token.Token[..at] + (token.Token[at] == 'A' ? 'B' : 'A') + token.Token[(at + 1)..])).Refusal());
        foreach (var wrong in new[] { token.Token, token.Token[3..], "x", new string('A', 96) })
            Assert.Equal("404 not-found", await (await Host.Anybody().GetAsync($"/embed/pictures/{wrong}.svg", Cancellation)).Refusal());
    }

    [Fact]
    public async Task The_picture_says_in_words_what_it_shows_and_oembed_tells_of_it()
    {
        var scene = embed.Scene;
        var token = await scene.Token();
        using var answer = await Host.Anybody().GetAsync(EmbedScene.Here(token.Picture), Cancellation);
        Assert.Equal(("image/svg+xml", "cross-origin"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal("t d", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal(token.Alternative, svg.Elements().Single(part => part.Name.LocalName == "desc").Value);
        Assert.Contains("The year: 2 attended, 1 not signed yet, 1 to come.", token.Alternative, StringComparison.Ordinal);

        var told = await Host.Anybody().Get<OEmbedPhoto>(EmbedScene.Here(token.OEmbed));
        Assert.Equal(("photo", "1.0", token.Picture, token.Alternative, 720), (told.Type, told.Version, told.Url, told.Title, told.Width));
        Assert.Equal((360, told.Height / 2), await Size("&maxwidth=360"));
        Assert.Equal((720, told.Height), await Size("&maxwidth=9999&maxheight=none"));
        Assert.Equal("501 json-only", await (await Host.Anybody().GetAsync(EmbedScene.Here(token.OEmbed) + "&format=xml", Cancellation)).Refusal());
        foreach (var wrong in new[] { "/oembed", "/oembed?url=https://example.org/a.svg", "/oembed?url=" + Uri.EscapeDataString(token.Picture + "x"), "/oembed?url=" + Uri.EscapeDataString(token.Picture[..^4]) })
            Assert.Equal("404 not-found", await (await Host.Anybody().GetAsync(wrong, Cancellation)).Refusal());

        async Task<(int, int)> Size(string most)
        {
            var photo = await Host.Anybody().Get<OEmbedPhoto>(EmbedScene.Here(token.OEmbed) + most);
            return (photo.Width, photo.Height);
        }
    }

    [Fact]
    public async Task The_script_is_small_stays_as_it_was_approved_and_draws_the_marks_of_our_page()
    {
        foreach (var (address, cached) in new[] { ("/embed/cbd-group-progress.js", "max-age=300"), ("/embed/1.0/cbd-group-progress.js", "immutable") })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" }, { "Origin", "https://eportfolio.example.org" } } };
            using var answer = await Host.Anybody().SendAsync(request, Cancellation);
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length, 1000, 15_000);
            Assert.Equal(("*", "br"), (answer.Headers.GetValues("Access-Control-Allow-Origin").Single(), answer.Content.Headers.ContentEncoding.Single()));
            Assert.Contains(cached, answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
        var script = Encoding.UTF8.GetString(StaticFiles.Bytes("cbd-group-progress.js"));
        var page = await File.ReadAllTextAsync(Path.Combine(Source.Root, "api", "Pages", "_TraineeMarks.cshtml"), Cancellation);
        foreach (var name in MarkShapes.Names)
            foreach (var (_, value) in MarkShapes.Of(name).SelectMany(shape => shape.Where).Where(place => place.Name == "d"))
                Assert.True(script.Contains($"'{value}'", StringComparison.Ordinal) && page.Contains($"\"{value}\"", StringComparison.Ordinal), $"{name} is drawn in another way somewhere.");
        // Once it is served to anybody, another script is another version: keep this one's bytes beside it.
        Approved.Compare("element.txt", $"{Element.Version} {Element.Integrity}\n");
    }
}
