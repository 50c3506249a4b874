using System.Net;
using System.Net.Http.Json;
using System.Text;
using Dapper;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>How a platform is written to: what its adapter says it needs, kept sealed, and shown without its secrets.</summary>
public sealed class OutwardTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_set_is_shown_but_for_its_secrets_and_nothing_of_it_can_be_read_in_the_database()
    {
        var outward = await OutwardScene.Let_in(host);
        Assert.Equal("409 not-written-to", await (await outward.Scene.Tutor.GetAsync(outward.Path, Cancellation)).Refusal());
        var set = await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body(OutwardScene.Settings(course: "7"))));
        var text = await outward.Scene.Tutor.GetStringAsync(outward.Path, Cancellation);

        Assert.Equal(("made-up", "Made-up platforms", "Made-up Trust", "GB", 8), (set.Adapter, set.Title, set.Receiver, set.Country, set.MostAtOnce));
        Assert.Equal([("site", true, OutwardScene.Site), ("clientSecret", true, null), ("course", true, "7"), ("mode", false, null)], set.Settings.Select(one => (one.Name, one.Set, one.Value)));
        Assert.DoesNotContain(OutwardScene.Secret, text, StringComparison.Ordinal);
        await using var superuser = new NpgsqlConnection(await host.Superuser());
        var kept = await superuser.QuerySingleAsync<byte[]>("select settings from outward_platform where platform_id = @Id", new { outward.Platform.Id });
        Assert.DoesNotContain("site.example.org", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain(OutwardScene.Secret, string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_the_adapter_stays()
    {
        var outward = await OutwardScene.Set(host);
        var before = await outward.Scene.Tutor.Get<OutwardPlatformBody>(outward.Path);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(before.SetAt, (await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body()))).SetAt);
        Assert.Equal(before.SetAt, (await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body(OutwardScene.Settings(secret: null))))).SetAt);
        var changed = await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body(mostAtOnce: 2)));
        Assert.Equal((true, 2), (changed.SetAt > before.SetAt, changed.MostAtOnce));
        Assert.Equal("400 invalid-body", await (await outward.Put(OutwardScene.Body(adapter: "unheard-of"))).Refusal());
        await using var superuser = new NpgsqlConnection(await host.Superuser());
        await superuser.ExecuteAsync("update outward_platform set adapter = 'another' where platform_id = @Id", new { outward.Platform.Id });
        Assert.Equal("409 adapter-stays", await (await outward.Put(OutwardScene.Body())).Refusal());
    }

    [Theory]
    [InlineData("http://site.example.org", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("https://user@site.example.org", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("https://127.0.0.1", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("https://[::ffff:10.0.0.1]/x", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("https://169.254.169.254/latest", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("nonsense", "a made-up secret", null, "$.settings[0].value")]
    [InlineData("https://site.example.org", null, null, "$.settings")]
    [InlineData("https://site.example.org", "a made-up secret", "-1", "$.settings[2].value")]
    [InlineData("https://site.example.org", "a made-up secret", "1.5", "$.settings[2].value")]
    public async Task What_cannot_be_right_is_told_at_its_place(string site, string? secret, string? course, string at)
    {
        var outward = await OutwardScene.Let_in(host);
        var answer = await outward.Put(OutwardScene.Body(OutwardScene.Settings(site, secret, course)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(at, Assert.Single((await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!.Errors!).Field);
        Assert.Equal("409 not-written-to", await (await outward.Scene.Tutor.GetAsync(outward.Path, Cancellation)).Refusal());
    }

    [Theory]
    [InlineData("account", "tara", "$.settings[2].name")]
    [InlineData("unheardOf", "x", "$.settings[2].name")]
    [InlineData("site", "https://again.example.org", "$.settings[2].name")]
    [InlineData("mode", "wide", "$.settings[2].value")]
    public async Task A_setting_that_is_none_of_the_programmes_is_refused(string name, string value, string at)
    {
        var outward = await OutwardScene.Let_in(host);
        var answer = await outward.Put(OutwardScene.Body([.. OutwardScene.Settings(), new { name, value }]));
        Assert.Equal(at, Assert.Single((await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!.Errors!).Field);
    }

    [Fact]
    public async Task Whoever_sends_it_to_another_address_must_know_the_secret()
    {
        var outward = await OutwardScene.Set(host);
        var answer = await outward.Put(OutwardScene.Body(OutwardScene.Settings("https://mine.example.net", secret: null)));
        Assert.Equal("$.settings[1].value", Assert.Single((await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!.Errors!).Field);
        await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body(OutwardScene.Settings("https://mine.example.net"))));
    }

    [Fact]
    public async Task A_programme_tries_what_it_set_and_what_an_adapter_throws_is_not_shown()
    {
        var outward = await OutwardScene.Set(host, body: OutwardScene.Body(OutwardScene.Settings(course: "7")));
        Assert.Equal([("reached", true), ("signed-in", null)], (await outward.Scene.Tutor.Post<TrialList>(outward.Path + "/test", new { })).Trials.Select(trial => (trial.Part, trial.Works)));
        await outward.Put(OutwardScene.Body(OutwardScene.Settings(course: "500")));
        var failed = Assert.Single((await outward.Scene.Tutor.Post<TrialList>(outward.Path + "/test", new { })).Trials);
        Assert.Null(failed.Works);
        Assert.DoesNotContain("secret in it", failed.Why + string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_set_it_first_one_does_and_nobody_meets_a_fault()
    {
        var outward = await OutwardScene.Let_in(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => outward.Put(OutwardScene.Body())));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }
}
