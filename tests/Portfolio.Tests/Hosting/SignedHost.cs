using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Hosting;

/// <summary>A host with one programme that has signed one register, for tests that leave it as it is: <c>IClassFixture&lt;SignedHost&gt;</c>.</summary>
public sealed class SignedHost(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal Scene Scene { get; private set; } = null!;

    internal SessionBody Session { get; private set; } = null!;

    internal SignedRegister Signed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        Session = await Scene.A_filled_register();
        Signed = await Scene.Signed(Session);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
