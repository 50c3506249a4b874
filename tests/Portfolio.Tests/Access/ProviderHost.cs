using System.Net;
using System.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>A host with two providers, in which two people have an account with the same subject at one provider each: <c>IClassFixture&lt;ProviderHost&gt;</c>.</summary>
public sealed class ProviderHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal ProviderDouble One { get; private set; } = null!;

    internal ProviderDouble Two { get; private set; } = null!;

    internal Scene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        One = await ProviderDouble.Start(Host.Clock.GetUtcNow);
        Two = await ProviderDouble.Start(Host.Clock.GetUtcNow);
        foreach (var (key, value) in One.Settings("one").Concat(Two.Settings("two")))
            Host.Settings[key] = value;
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        await Know(Scene.Trainee, One, "subject-1");
        await Know(Scene.Other, Two, "subject-1");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await One.DisposeAsync();
        await Two.DisposeAsync();
    }

    internal async Task Know(PersonBody person, ProviderDouble provider, string subject, Guid? programme = null)
    {
        await using var work = await Host.Database.Begin(programme ?? Scene.Programme, TestContext.Current.CancellationToken);
        var added = new NewProviderAccount(person.Id, Host.Service<Providers>().Of(provider.Issuer)!, new(provider.Issuer, subject));
        Assert.Null((await Host.Service<ProviderAccounts>().Add(work, added, person.Id, Host.Clock.GetUtcNow())).Problem);
        await work.Commit();
    }

    internal HttpClient Bearer(string token)
    {
        var client = Host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Asks for a person's own page of the interface: whoever the token makes somebody, it makes them only themselves.</summary>
    internal Task<HttpResponseMessage> Ask(string token, PersonBody? whose = null, Guid? programme = null) =>
        Bearer(token).GetAsync($"/v1/programmes/{programme ?? Scene.Programme}/people/{(whose ?? Scene.Trainee).Id}", TestContext.Current.CancellationToken);

    /// <summary>What the host said about its providers while something was done.</summary>
    internal async Task<IReadOnlyList<string>> Said(Func<Task> act)
    {
        var before = Host.Log.Lines.Count;
        await act();
        return [.. Host.Log.Lines.Skip(before).Where(line => line.Contains("refused: ", StringComparison.Ordinal) || line.Contains("cannot be had", StringComparison.Ordinal))];
    }

    /// <summary>A callback that is answered with a page that says no more than that, and leaves who is signed in as they are.</summary>
    /// <param name="reasons">One of which the log names.</param>
    internal async Task<string> Refused(OidcBrowser browser, string callback, params string[] reasons)
    {
        var (page, before) = ("", browser.Cookies.GetValueOrDefault("__Host-portfolio"));
        var said = await Said(async () =>
        {
            var answer = await browser.Get(callback);
            Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        });
        Assert.Contains("The sign-in could not be completed", page, StringComparison.Ordinal);
        Assert.Contains(reasons, reason => Assert.Single(said).Contains($"refused: {reason}. Request", StringComparison.Ordinal));
        Assert.Equal(before, browser.Cookies.GetValueOrDefault("__Host-portfolio"));
        return page;
    }
}
