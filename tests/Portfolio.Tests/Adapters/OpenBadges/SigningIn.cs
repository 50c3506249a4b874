using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Adapters.OpenBadges;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>Connects as a person does: to the host, where they agree, and back.</summary>
internal static class SigningIn
{
    public static readonly Uri Back = new("https://portfolio.example.org/connections/authorized");

    public static async Task<TestConnection> To(OpenBadgesHost host, params (string Name, string Value)[] settings)
    {
        var connection = Unsigned(host, settings);
        Assert.Null(await Through(host, connection));
        return connection;
    }

    public static TestConnection Unsigned(OpenBadgesHost host, params (string Name, string Value)[] settings) =>
        new(settings.Append(("url", host.Address.AbsoluteUri)).ToDictionary());

    /// <summary>The whole way; null where it worked.</summary>
    public static async Task<Portfolio.Contracts.Adapters.Outcome?> Through(OpenBadgesHost host, TestConnection connection)
    {
        var adapter = new OpenBadgesAdapter();
        var (to, whyNot) = await adapter.Begin(Back, "a-state", connection, TestContext.Current.CancellationToken);
        if (to is null)
            return whyNot;
        return await adapter.Complete(Back, await Agree(to), connection, TestContext.Current.CancellationToken);
    }

    /// <summary>What the person comes back with.</summary>
    public static async Task<string> Agree(Uri to)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(to, TestContext.Current.CancellationToken);
        Assert.Equal(302, (int)answer.StatusCode);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("a-state", query["state"]);
        return query["code"].ToString();
    }
}
