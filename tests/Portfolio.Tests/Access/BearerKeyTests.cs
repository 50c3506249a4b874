using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Portfolio.Api.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>A provider's keys as they change, and as it goes away: a host of its own for each, since time passes.</summary>
public sealed class BearerKeyTests(TestCluster cluster)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task A_new_key_is_taken_once_the_provider_publishes_it_and_a_removed_one_is_refused()
    {
        await using var provided = await Provided();
        var one = provided.One;
        var old = one.Sign(one.Header(), one.Claims());
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(old)).StatusCode);

        one.Keys.Insert(0, ("key-2", RSA.Create(2048)));
        var fresh = one.Sign(one.Header(), one.Claims());
        provided.Host.Clock.Advance(Pause);
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(fresh)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(old)).StatusCode);

        one.Keys.RemoveAt(1);
        provided.Host.Clock.Advance(TimeSpan.FromMinutes(61));
        var (header, claims) = (one.Header(), one.Claims());
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(one.Sign(header, claims))).StatusCode);
        header["kid"] = "key-1";
        Assert.Equal("401 sign-in-needed", await (await provided.Ask(one.Sign(header, claims))).Refusal());
    }

    [Fact]
    public async Task With_two_keys_a_token_that_names_none_is_refused()
    {
        await using var provided = await Provided();
        provided.One.Keys.Add(("key-2", RSA.Create(2048)));
        var header = provided.One.Header();
        header.Remove("kid");
        Assert.Equal("401 sign-in-needed", await (await provided.Ask(provided.One.Sign(header, provided.One.Claims()))).Refusal());
    }

    [Fact]
    public async Task A_weak_key_is_no_key()
    {
        await using var provided = await Provided();
        provided.One.Keys[0] = ("weak", RSA.Create(1024));
        Assert.Equal("401 sign-in-needed", await (await provided.Ask(provided.One.Sign(provided.One.Header(), provided.One.Claims()))).Refusal());
    }

    [Fact]
    public async Task A_storm_of_unknown_keys_does_not_become_a_storm_on_the_provider()
    {
        await using var provided = await Provided();
        var one = provided.One;
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(one.Sign(one.Header(), one.Claims()))).StatusCode);
        Assert.Equal(1, one.MetadataAsked);
        async Task Storm()
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => provided.Ask(one.Sign(new(one.Header()) { ["kid"] = $"made-up-{number}" }, one.Claims()))));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        }

        await Storm();
        Assert.Equal(1, one.MetadataAsked);
        provided.Host.Clock.Advance(Pause);
        await Storm();
        await Storm();
        Assert.Equal(2, one.MetadataAsked);
    }

    [Fact]
    public async Task While_the_provider_is_down_its_known_keys_serve_for_a_day_and_then_it_is_503()
    {
        await using var provided = await Provided();
        var one = provided.One;
        string Token() => one.Sign(one.Header(), one.Claims());
        one.Down = true;
        var answer = await provided.Ask(Token());
        Assert.Equal("503 provider-unavailable", await answer.Refusal());
        Assert.Empty(answer.Headers.WwwAuthenticate);

        one.Down = false;
        Assert.Equal("503 provider-unavailable", await (await provided.Ask(Token())).Refusal());
        provided.Host.Clock.Advance(Pause);
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(Token())).StatusCode);

        one.Down = true;
        provided.Host.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(Token())).StatusCode);
        provided.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("503 provider-unavailable", await (await provided.Ask(Token())).Refusal());
        Assert.Contains(provided.Host.Log.Lines, line => line.Contains("says of itself cannot be had or used", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(provided.Two.Sign(provided.Two.Header(), provided.Two.Claims()), provided.Scene.Other)).StatusCode);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_something_else_is_not_believed()
    {
        await using var provided = await Provided();
        provided.One.CallsItself = provided.Two.Issuer;
        var said = await provided.Said(async () =>
            Assert.Equal("503 provider-unavailable", await (await provided.Ask(provided.One.Sign(provided.One.Header(), provided.One.Claims()))).Refusal()));
        Assert.Contains(said, line => line.Contains("issuer-differs-from-authority", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://127.0.0.1:9", false, "PrivateAddressException")]
    [InlineData("https://10.0.0.1", false, "PrivateAddressException")]
    [InlineData("https://[::ffff:169.254.169.254]", true, "PrivateAddressException")]
    public async Task A_provider_with_a_private_address_is_asked_only_where_the_operator_said_so(string authority, bool isPrivate, string reason)
    {
        using var log = new Logbook();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var providers = new Providers(
            new Dictionary<string, ProviderOptions> { ["one"] = new ProviderOptions { Authority = authority, Audience = "api", Private = isPrivate } }, TimeProvider.System, factory);

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => providers.Named("one")!.Metadata.Get(TestContext.Current.CancellationToken));
        Assert.Contains(reason, Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private async Task<ProviderHost> Provided()
    {
        var provided = new ProviderHost(cluster);
        await provided.InitializeAsync();
        return provided;
    }
}
