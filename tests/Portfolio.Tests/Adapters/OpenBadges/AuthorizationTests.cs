using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Adapters.OpenBadges;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>How the trainee's permission comes about, lasts and ends.</summary>
public sealed class AuthorizationTests : IAsyncLifetime
{
    private readonly OpenBadgesAdapter adapter = new();
    private readonly OpenBadgesHost host = new();
    private readonly SignedRecord record = SampleRecords.Of("verification");

    [Fact]
    public async Task The_trainee_is_sent_with_a_challenge_and_only_what_is_needed_is_asked_for()
    {
        using var connection = SigningIn.Unsigned(host);
        var (to, _) = await adapter.Begin(SigningIn.Back, "a-state", connection, Now);
        var asked = QueryHelpers.ParseQuery(to!.Query);
        Assert.Equal(("en", "code", "S256", "client 0"), ($"{asked["locale"]}", $"{asked["response_type"]}", $"{asked["code_challenge_method"]}", $"{asked["client_id"]}"));
        Assert.Equal(["credential.upsert", "credential.readonly", "offline_access"], asked["scope"].ToString().Split(' ').Select(scope => scope.Split('/')[^1]));
        Assert.DoesNotContain(connection.Notes["verifier"], to.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(await adapter.Complete(SigningIn.Back, await SigningIn.Agree(to), connection, Now));
        Assert.DoesNotContain("verifier", connection.Notes.Keys);
    }

    [Fact]
    public async Task A_client_is_registered_once_and_again_only_for_another_address()
    {
        using var connection = await SigningIn.To(host);
        await SigningIn.Through(host, connection);
        Assert.Equal(1, host.Tokens.Registrations);
        await adapter.Begin(new("https://other.example.org/back"), "a-state", connection, Now);
        Assert.Equal(2, host.Tokens.Registrations);
    }

    [Fact]
    public async Task A_client_registered_by_hand_is_used()
    {
        host.Tokens.Register("by hand: %", "a secret: with odd/characters+", SigningIn.Back.AbsoluteUri);
        using var connection = await SigningIn.To(host, ("clientId", "by hand: %"), ("clientSecret", "a secret: with odd/characters+"));
        Assert.Equal(1, host.Tokens.Registrations);
        Assert.IsType<Outcome.Accepted>(await Deliver(connection));
    }

    [Fact]
    public async Task A_client_that_the_host_forgot_is_registered_anew_at_the_next_sign_in()
    {
        using var connection = await SigningIn.To(host);
        host.Tokens.Forget();
        host.Tokens.EndAll();
        Assert.Equal("sign-in-again", Assert.IsType<Outcome.NeedsPerson>(await Deliver(connection)).Code);
        Assert.Null(await SigningIn.Through(host, connection));
        Assert.IsType<Outcome.Accepted>(await Deliver(connection));
    }

    [Fact]
    public async Task A_token_that_ended_is_renewed_before_it_is_used_and_the_new_one_is_kept()
    {
        using var connection = await SigningIn.To(host);
        var before = connection.Notes["tokens"];
        connection.Hands.Advance(TimeSpan.FromHours(2));
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Outcome.Accepted>(await Deliver(connection));
        Assert.Single(host.Writes);
        Assert.NotEqual(before, connection.Notes["tokens"]);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_each_renewal_brings_the_next()
    {
        using var connection = await SigningIn.To(host);
        for (var times = 1; times <= 3; times++)
        {
            host.Tokens.EndAll();
            Assert.IsType<Outcome.Accepted>(await Deliver(connection));
            Assert.Equal(times, host.Tokens.Refreshes);
        }
    }

    [Fact]
    public async Task A_permission_taken_back_is_the_persons_to_give_again()
    {
        using var connection = await SigningIn.To(host);
        host.Tokens.EndAll();
        host.Tokens.Revoked = true;
        Assert.Equal("sign-in-again", Assert.IsType<Outcome.NeedsPerson>(await Deliver(connection)).Code);
        Assert.Single(host.Writes);
    }

    [Fact]
    public async Task A_renewal_that_finds_nobody_leaves_nothing_in_doubt()
    {
        using var connection = await SigningIn.To(host);
        host.Tokens.EndAll();
        host.TokensFail = true;
        Assert.Equal("not-signed-in", Assert.IsType<Outcome.TryLater>(await Deliver(connection)).Code);
    }

    [Fact]
    public async Task A_permission_that_leaves_out_writing_is_said_at_once()
    {
        host.Tokens.Grants = scope => !scope.EndsWith("upsert", StringComparison.Ordinal);
        using var connection = SigningIn.Unsigned(host);
        Assert.Equal("may-not-write", Assert.IsType<Outcome.NeedsPerson>(await SigningIn.Through(host, connection)).Code);
        Assert.Equal("may-not-write", Assert.IsType<Outcome.NeedsPerson>(await Deliver(connection)).Code);
        Assert.Contains(await adapter.Test(connection, Now), trial => trial is { Part: "may-write", Works: false });
    }

    [Fact]
    public async Task A_code_is_good_once_and_not_without_its_verifier()
    {
        using var connection = SigningIn.Unsigned(host);
        var (to, _) = await adapter.Begin(SigningIn.Back, "a-state", connection, Now);
        var code = await SigningIn.Agree(to!);
        await adapter.Begin(SigningIn.Back, "a-state", connection, Now);
        Assert.IsType<Outcome.NeedsPerson>(await adapter.Complete(SigningIn.Back, code, connection, Now));
        Assert.IsType<Outcome.NeedsPerson>(await adapter.Complete(SigningIn.Back, code, connection, Now));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_trainee_signed_in()
    {
        using var connection = SigningIn.Unsigned(host);
        Assert.Equal("sign-in-again", Assert.IsType<Outcome.NeedsPerson>(await Deliver(connection)).Code);
        Assert.Empty(host.Requests);
        Assert.Contains(await adapter.Test(connection, Now), trial => trial is { Part: "signed-in", Works: false });
    }

    [Theory]
    [InlineData("http://login.example.org/authorize")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@login.example.org/authorize")]
    [InlineData("")]
    public async Task A_host_that_sends_the_trainee_somewhere_unsafe_is_none(string authorize)
    {
        host.AuthorizesAt = authorize;
        using var connection = SigningIn.Unsigned(host);
        var (to, whyNot) = await adapter.Begin(SigningIn.Back, "a-state", connection, Now);
        Assert.Null(to);
        Assert.Equal("not-a-host", Assert.IsType<Outcome.NeedsPerson>(whyNot).Code);
    }

    public ValueTask InitializeAsync() => new(host.Start());

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private Task<Outcome> Deliver(TestConnection connection) => adapter.Deliver(record, connection, Now);
}
