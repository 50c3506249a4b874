using Portfolio.Adapters.Mahara;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Mahara;

/// <summary>Over a token of the institution's administrator.</summary>
public sealed class MaharaServiceConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new MaharaAdapter();

    protected override PlatformDouble Platform() => new MaharaHost { Own = false };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => Task.FromResult(MaharaConnections.Service(platform));
}

/// <summary>Over the trainee's own token.</summary>
public sealed class MaharaOwnConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new MaharaAdapter();

    protected override PlatformDouble Platform() => new MaharaHost { Own = true };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => Task.FromResult(MaharaConnections.Own(platform));
}

internal static class MaharaConnections
{
    public static TestConnection Service(PlatformDouble platform, params (string Name, string Value)[] more) =>
        Of(platform, [("token", MaharaHost.ServiceToken), .. more.Any(pair => pair.Name is "username" or "email") ? more : [("username", MaharaHost.Username), .. more]]);

    public static TestConnection Own(PlatformDouble platform, params (string Name, string Value)[] more) => Of(platform, [("ownToken", MaharaHost.OwnToken), .. more]);

    private static TestConnection Of(PlatformDouble platform, IEnumerable<(string Name, string Value)> settings) =>
        new(settings.Append(("siteUrl", platform.Address.AbsoluteUri)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
}
