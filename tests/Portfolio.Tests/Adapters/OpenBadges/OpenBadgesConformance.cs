using Portfolio.Adapters.OpenBadges;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.OpenBadges;

/// <summary>A host that takes credentials with their proof in them, and lets them be read back.</summary>
public sealed class OpenBadgesConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new OpenBadgesAdapter();

    protected override PlatformDouble Platform() => new OpenBadgesHost();

    protected override Task<TestConnection> Connect(PlatformDouble platform) => SigningIn.To((OpenBadgesHost)platform);
}

/// <summary>A host that takes compact JWS.</summary>
public sealed class OpenBadgesJwtConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new OpenBadgesAdapter();

    protected override PlatformDouble Platform() => new OpenBadgesHost();

    protected override Task<TestConnection> Connect(PlatformDouble platform) => SigningIn.To((OpenBadgesHost)platform, ("form", "jwt"));
}

/// <summary>A host that lets nothing be read.</summary>
public sealed class OpenBadgesWriteOnlyConformance : AdapterConformance
{
    protected override IPortfolioAdapter Adapter { get; } = new OpenBadgesAdapter();

    protected override PlatformDouble Platform() => new OpenBadgesHost { Readable = false };

    protected override Task<TestConnection> Connect(PlatformDouble platform) => SigningIn.To((OpenBadgesHost)platform);
}
