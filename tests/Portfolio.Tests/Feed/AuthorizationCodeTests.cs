using System.Net;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A code on its way from the trainee to the platform, and who else may have got hold of it.</summary>
public sealed class AuthorizationCodeTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_without_what_its_challenge_was_made_from_is_worth_nothing()
    {
        var asking = await AskingPlatform.Let_in(host);
        foreach (var verifier in new[] { "", asking.Challenge, asking.Verifier + "A", asking.Verifier[..^1], asking.Verifier.ToUpperInvariant(), new string('a', 129) })
        {
            var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");
            Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(code, verifier)));
            // Shown once is used, though it came to nothing.
            Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(code)));
        }
        Assert.Empty(await Connections(asking));
        Assert.Contains(host.Log.Lines, line => line.Contains($"{asking.Platform.Id}", StringComparison.Ordinal) && line.EndsWith(": code-verifier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_good_for_its_own_platform_and_address_alone()
    {
        var asking = await AskingPlatform.Let_in(host);
        var (another, elsewhere) = (await AskingPlatform.Let_in(host, asking.Scene, "Another"), await AskingPlatform.Let_in(host));
        var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");

        foreach (var thief in new[] { another, elsewhere })
            Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(code, by: thief.Platform)));
        Assert.Equal("401 invalid_client", await AskingPlatform.Refusal(await asking.Redeem(code, by: asking.Platform with { Secret = another.Platform.Secret })));
        Assert.Equal(HttpStatusCode.OK, (await asking.Redeem(code)).StatusCode);

        foreach (var address in new[] { null, "https://eportfolio.example.org/connected", AskingPlatform.Home + "&x=1" })
            Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(await asking.Permitted_by(asking.Scene.Other, "attendance"), redirect: address)));
        foreach (var made_up in new[] { "x", new string('x', 43), new string('x', 100_000), "\u00e9", code + "=" })
            Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(made_up)));
        Assert.Equal("400 invalid_request", await AskingPlatform.Refusal(await asking.Redeem("")));
    }

    [Theory]
    [InlineData(59, "200")]
    [InlineData(60, "400 invalid_grant")]
    public async Task A_code_is_good_for_a_minute(int seconds, string outcome)
    {
        var asking = await AskingPlatform.Let_in(host);
        var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await asking.Redeem(code);
        Assert.Equal(outcome, answer.IsSuccessStatusCode ? "200" : await AskingPlatform.Refusal(answer));
    }

    [Fact]
    public async Task A_code_that_is_shown_again_ends_what_came_of_it_and_the_feed_says_so()
    {
        var asking = await AskingPlatform.Let_in(host);
        await asking.Scene.Signed(await asking.Scene.A_filled_register());
        var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");
        var token = await Requests.Read<TokenBody>(await asking.Redeem(code));
        Assert.Single((await asking.Pull(token)).Entries);

        Assert.Equal("400 invalid_grant", await AskingPlatform.Refusal(await asking.Redeem(code)));

        Assert.NotNull(Assert.Single(await Connections(asking)).EndedAt);
        Assert.Equal("removed", Assert.Single((await asking.Pull(token, 1)).Entries).Change);
        Assert.Contains(host.Log.Lines, line => line.Contains($"{asking.Platform.Id}", StringComparison.Ordinal) && line.EndsWith(": code-replayed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_uses_at_once_one_gets_through_and_what_came_of_it_ends()
    {
        var asking = await AskingPlatform.Let_in(host);
        var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => asking.Redeem(code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.NotNull(Assert.Single(await Connections(asking)).EndedAt);
    }

    [Fact]
    public async Task The_code_itself_is_nowhere_in_the_database_and_not_kept_for_long()
    {
        var asking = await AskingPlatform.Let_in(host);
        var code = await asking.Permitted_by(asking.Scene.Trainee, "attendance");
        await using (var work = await host.Database.Begin(asking.Scene.Programme, Cancellation))
            Assert.DoesNotContain(code, (await work.Row<string>("select string_agg(c::text || encode(hash, 'escape'), '') from authorization_code c"))!, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));
        await asking.Permitted_by(asking.Scene.Other, "attendance");
        await using var later = await host.Database.Begin(asking.Scene.Programme, Cancellation);
        Assert.Equal(1, await later.Row<long>("select count(*) from authorization_code"));
    }

    private static async Task<IReadOnlyList<ConnectionBody>> Connections(AskingPlatform asking) =>
        (await (await asking.Scene.As(asking.Scene.Trainee)).Get<ConnectionList>(asking.Scene.Path("connections"))).Connections;
}
