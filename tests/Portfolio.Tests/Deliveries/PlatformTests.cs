using System.Net;
using System.Net.Http.Json;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

public sealed class PlatformTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_secret_is_shown_once_and_a_repeated_creation_answers_without_it()
    {
        var scene = await Scene.Set(host);
        var body = new { id = Guid.CreateVersion7(), name = "Made-up e-portfolio" };

        var first = await scene.Tutor.PostAsJsonAsync(scene.Path("platforms"), body, Cancellation);
        var again = await scene.Tutor.PostAsJsonAsync(scene.Path("platforms"), body, Cancellation);
        var other = await scene.Tutor.PostAsJsonAsync(scene.Path("platforms"), new { body.id, name = "Another" }, Cancellation);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var made = await Requests.Read<PlatformBody>(first);
        Assert.Equal(made with { Secret = null }, await Requests.Read<PlatformBody>(again));
        Assert.Equal("409 id-taken", await other.Refusal());
        Assert.Equal(HttpStatusCode.OK, (await Puller.Token(host.Anybody(), made.ClientId, made.Secret!)).StatusCode);
        Assert.DoesNotContain(made.Secret!, await scene.Tutor.GetStringAsync(scene.Path("platforms"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_tutor_lets_a_platform_in_and_everybody_sees_which_there_are()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var trainee = await scene.As(scene.Trainee);

        Assert.Equal("404 not-found", await (await trainee.PostAsJsonAsync(scene.Path("platforms"), new { name = "Mine" }, Cancellation)).Refusal());
        var seen = await Requests.Read<PlatformList>(await trainee.GetAsync(scene.Path("platforms"), Cancellation));
        Assert.Equal([puller.Platform with { Secret = null }], seen.Platforms);
    }

    [Fact]
    public async Task A_person_has_no_feed_and_a_platform_has_nothing_but_its_feed()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        var signed = await scene.Signed(await scene.A_filled_register());

        foreach (var person in new[] { scene.Tutor, await scene.As(scene.Trainee) })
            Assert.Equal("404 not-found", await (await person.GetAsync(scene.Path("feed"), Cancellation)).Refusal());
        string[] paths =
        [
            "", "people", $"people/{scene.Trainee.Id}", $"people/{scene.Trainee.Id}/records", "groups", "platforms", $"platforms/{puller.Platform.Id}", "connections", "log/checkpoint",
            $"sessions/{signed.SessionId}/sign-off", $"records/{signed.Records[0].Id}",
        ];
        foreach (var path in paths)
            Assert.Equal((path, "404 not-found"), (path, await (await puller.Client.GetAsync(scene.Path(path), Cancellation)).Refusal()));
    }

    [Fact]
    public async Task Another_programme_answers_a_platform_as_an_absent_one_does()
    {
        var (scene, other) = (await Scene.Set(host), await Scene.Set(host));
        var puller = await Puller.Let_in(host, scene);

        var another = await puller.Client.GetAsync(other.Path("feed"), Cancellation);
        var absent = await puller.Client.GetAsync($"/v1/programmes/{Guid.CreateVersion7()}/feed", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        Assert.Equal(await absent.Content.ReadAsStringAsync(Cancellation), await another.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_token_holds_for_fifteen_minutes()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var began = host.Clock.GetUtcNow();

        host.Clock.Advance(TimeSpan.FromSeconds(899));
        Assert.Equal(HttpStatusCode.OK, (await puller.Client.GetAsync(scene.Path("feed"), Cancellation)).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("401 sign-in-needed", await (await puller.Client.GetAsync(scene.Path("feed"), Cancellation)).Refusal());
        host.Clock.Set(began);
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);

        var kept = (await work.Row<string>("select string_agg(encode(hash, 'escape') || s::text, '') from platform_secret s where platform_id = @Id", new { puller.Platform.Id }))!;

        Assert.DoesNotContain(puller.Platform.Secret![3..], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(puller.Platform.Secret!)), kept, StringComparison.Ordinal);
    }
}
