using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>What trainees set up for themselves at a platform that is written to, and how they sign in there.</summary>
public sealed class OwnPlaceTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ones_own_settings_are_kept_sealed_and_what_waited_for_them_goes_on()
    {
        var (outward, connection, trainee) = await Connected();
        var path = outward.Of(connection, "settings");
        Assert.Equal(["account", "token", "own"], (await trainee.Get<ConnectionSettingsBody>(path)).Settings.Select(setting => setting.Name));
        await Set(trainee, path, ("account", "tara"));
        await Superuser("update outward_place set needs = 'settings-missing', needs_since = now(), due_at = null where platform_id = @Id", outward);
        Assert.Equal("settings-missing", (await trainee.Get<ConnectionSettingsBody>(path)).Needs);

        // The same again is no change, so nothing goes on by it.
        Assert.Equal("settings-missing", (await Set(trainee, path, ("account", "tara"))).Needs);
        var set = await Set(trainee, path, ("account", "tara"), ("token", "a made-up token of tara"));

        Assert.Null(set.Needs);
        Assert.Equal([(true, "tara"), (true, null), (false, null)], set.Settings.Select(setting => (setting.Set, setting.Value)));
        Assert.Equal(host.Clock.GetUtcNow(), await Superuser("select due_at from outward_place where platform_id = @Id", outward));
        await using var work = await host.Database.Begin(outward.Scene.Programme, Cancellation);
        var open = (await host.Service<PlaceConnections>().Open(work, outward.Platform.Id, outward.Scene.Trainee.Id))!;
        Assert.Equal([OutwardScene.Site, "tara", "a made-up token of tara"], [open.Settings["site"], open.Settings["account"], open.Settings["token"]]);
    }

    [Fact]
    public async Task What_is_the_programmes_or_forbidden_cannot_be_set_by_a_trainee_and_nothing_where_nothing_is_written()
    {
        var (outward, connection, trainee) = await Connected();
        var path = outward.Of(connection, "settings");
        Assert.Equal("400 invalid-body", await (await Put(trainee, path, ("site", "https://elsewhere.example.net"))).Refusal());
        Assert.Equal("400 invalid-body", await (await Put(trainee, path, ("own", "https://10.0.0.1"))).Refusal());
        await outward.Scene.Tutor.Put(outward.Scene.Path("receivers"), null, new ForbiddenReceivers([], ["forbidden.example"]));
        Assert.Equal("409 receiver-forbidden", await (await Put(trainee, path, ("own", "https://my.forbidden.example/"))).Refusal());

        var pulls = await Puller.Let_in(host, outward.Scene, "Pulls only");
        var pulled = await pulls.Connected_by(outward.Scene.Trainee);
        Assert.Equal("409 not-written-to", await (await Put(trainee, outward.Of(pulled, "settings"), ("account", "tara"))).Refusal());
        await trainee.Post<ConnectionBody>(outward.Of(connection, "end"), new { });
        Assert.Equal("409 connection-ended", await (await Put(trainee, path, ("account", "tara"))).Refusal());
        Assert.Equal("404 not-found", await (await Put(await outward.Scene.As(outward.Scene.Other), path, ("account", "otto"))).Refusal());
    }

    [Fact]
    public async Task A_trial_says_what_is_missing_and_then_what_works()
    {
        var (outward, connection, trainee) = await Connected();
        var missing = Assert.Single((await trainee.Post<TrialList>(outward.Of(connection, "test"), new { })).Trials);
        Assert.Equal(("settings", false), (missing.Part, missing.Works));
        Assert.Contains("account", missing.Why, StringComparison.Ordinal);
        await Set(trainee, outward.Of(connection, "settings"), ("account", "tara"));
        Assert.Equal([("reached", true), ("signed-in", null)], (await trainee.Post<TrialList>(outward.Of(connection, "test"), new { })).Trials.Select(trial => (trial.Part, trial.Works)));
    }

    [Fact]
    public async Task Whoever_signs_in_there_comes_back_once_and_what_waited_for_it_goes_on()
    {
        var (outward, connection, trainee) = await Connected();
        await Set(trainee, outward.Of(connection, "settings"), ("account", "tara"));
        var (state, browser) = (await Begun(outward, connection, trainee), await Browser(outward.Scene, outward.Scene.Trainee));
        await Superuser("update outward_place set needs = 'sign-in-again', needs_since = now() where platform_id = @Id", outward);

        var page = await Arrived(browser, state, "good");
        var (html, cookie) = await AskingPlatform.Look(browser, page);
        Assert.Contains("Made-up portfolio", html, StringComparison.Ordinal);
        Assert.Null(await Token(outward));
        var done = await AskingPlatform.Send(browser, page, cookie, ("form-token", AskingPlatform.FormToken(html)));
        Assert.Equal((HttpStatusCode.Redirect, $"/programmes/{outward.Scene.Programme}/permissions"), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Equal(MadeUpAdapter.Token, await Token(outward));
        Assert.Null((await trainee.Get<ConnectionSettingsBody>(outward.Of(connection, "settings"))).Needs);

        var again = await AskingPlatform.Send(browser, page, cookie, ("form-token", AskingPlatform.FormToken(html)));
        Assert.Contains("was used already", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_can_finish_what_a_trainee_began_nor_can_it_be_finished_late()
    {
        var (outward, connection, trainee) = await Connected();
        var state = await Begun(outward, connection, trainee);
        var (html, _) = await AskingPlatform.Look(await Browser(outward.Scene, outward.Scene.Other), $"/programmes/{outward.Scene.Programme}/connected?state={state}&code=good");
        Assert.Contains("was begun by somebody else", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Finish", html, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        (html, _) = await AskingPlatform.Look(await Browser(outward.Scene, outward.Scene.Trainee), $"/programmes/{outward.Scene.Programme}/connected?state={state}&code=good");
        Assert.Contains("This is over", html, StringComparison.Ordinal);
        (html, _) = await AskingPlatform.Look(await Browser(outward.Scene, outward.Scene.Trainee), "/connected?state=nonsense&code=good");
        Assert.Contains("begin again", html, StringComparison.Ordinal);
        Assert.Null(await Token(outward));
    }

    [Theory]
    [InlineData("boom", "It gave no answer that could be understood")]
    [InlineData("wrong", "It does not let this service in")]
    public async Task What_does_not_work_is_told_in_plain_words(string code, string told)
    {
        var (outward, connection, trainee) = await Connected();
        var (state, browser) = (await Begun(outward, connection, trainee), await Browser(outward.Scene, outward.Scene.Trainee));
        var page = await Arrived(browser, state, code);
        var (html, cookie) = await AskingPlatform.Look(browser, page);
        var answer = await (await AskingPlatform.Send(browser, page, cookie, ("form-token", AskingPlatform.FormToken(html)))).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("with a token in it", answer + string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_cannot_be_asked_for_its_sign_in_is_told_as_that()
    {
        var outward = await OutwardScene.Set(host, body: OutwardScene.Body(OutwardScene.Settings(course: "503")));
        var connection = await outward.Connected_by(outward.Scene.Trainee);
        var trainee = await outward.Scene.As(outward.Scene.Trainee);
        Assert.Equal("409 platform-not-ready", await (await trainee.PostAsync(outward.Of(connection, "authorize"), null, Cancellation)).Refusal());
    }

    private async Task<(OutwardScene Outward, ConnectionBody Connection, HttpClient Trainee)> Connected()
    {
        var outward = await OutwardScene.Set(host);
        return (outward, await outward.Connected_by(outward.Scene.Trainee), await outward.Scene.As(outward.Scene.Trainee));
    }

    private static Task<HttpResponseMessage> Put(HttpClient trainee, string path, params (string Name, string? Value)[] settings) =>
        trainee.Put(path, null, new { settings = settings.Select(setting => new { name = setting.Name, value = setting.Value }) });

    private static async Task<ConnectionSettingsBody> Set(HttpClient trainee, string path, params (string, string?)[] settings) =>
        await Requests.Read<ConnectionSettingsBody>(await Put(trainee, path, settings));

    private static async Task<string> Begun(OutwardScene outward, ConnectionBody connection, HttpClient trainee)
    {
        var to = new Uri((await trainee.Post<SignInThere>(outward.Of(connection, "authorize"), new { })).Url);
        var query = QueryHelpers.ParseQuery(to.Query);
        Assert.Equal(("site.example.org", "/connected"), (to.Host, new Uri(query["back"]!).AbsolutePath));
        return query["state"]!;
    }

    private static async Task<string> Arrived(HttpClient browser, string state, string code)
    {
        var answer = await browser.GetAsync($"/connected?code={code}&state={state}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<HttpClient> Browser(Scene scene, PersonBody person) => await (await AskingPlatform.Let_in(host, scene, "Another " + Guid.NewGuid())).Signed_in(person);

    private async Task<string?> Token(OutwardScene outward)
    {
        await using var work = await host.Database.Begin(outward.Scene.Programme, Cancellation);
        return (await host.Service<PlaceConnections>().Open(work, outward.Platform.Id, outward.Scene.Trainee.Id))?.Notes.GetValueOrDefault("token");
    }

    private async Task<DateTimeOffset?> Superuser(string sql, OutwardScene outward)
    {
        await using var superuser = new NpgsqlConnection(await host.Superuser());
        return await superuser.ExecuteScalarAsync<object?>(sql, new { outward.Platform.Id }) is DateTime at ? new(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
    }
}
