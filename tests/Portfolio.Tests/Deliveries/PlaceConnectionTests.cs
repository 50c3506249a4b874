using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Portfolio.Adapters.Outbound;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A trainee's place as its adapter sees it, and the programme's key for signing to platforms.</summary>
public sealed class PlaceConnectionTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_programme_and_person_set_comes_together_under_the_pairwise_id()
    {
        var (scene, platform, place) = await Place();
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var open = (await host.Service<PlaceConnections>().Open(work, platform.Platform.Id, scene.Trainee.Id))!;

        Assert.Equal(place, open.Id);
        Assert.Equal(["https://there.example.org", "tara"], [open.Settings["site"], open.Settings["account"]]);
        var pairwise = (await (await scene.As(scene.Trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections.Single().Trainee;
        Assert.Equal(pairwise, open.Subject);
        Assert.Empty(open.Notes);
        Assert.Null(await host.Service<PlaceConnections>().Open(work, platform.Platform.Id, scene.Other.Id));
    }

    [Fact]
    public async Task A_note_is_there_for_the_next_who_opens_it_and_two_at_once_lose_nothing()
    {
        var (scene, platform, _) = await Place();
        var (one, other) = (await Open(scene, platform), await Open(scene, platform));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).KeepNote($"n{i}", $"{i}", Cancellation)));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"n{i}"), (await Open(scene, platform)).Notes.Keys.Order());
        await one.KeepNote("n3", null, Cancellation);
        Assert.False(one.Notes.ContainsKey("n3"));
        Assert.Equal(7, (await Open(scene, platform)).Notes.Count);
    }

    [Fact]
    public async Task Notes_do_not_open_where_settings_are_kept_nor_at_another_place()
    {
        var (seal, programme, place) = (host.Service<PlaceSeal>(), Guid.NewGuid(), Guid.NewGuid());
        var closed = seal.Close(programme, place, PlaceSeal.Notes, new Dictionary<string, string> { ["token"] = "made up" })!;
        Assert.Equal("made up", seal.Open(programme, place, PlaceSeal.Notes, closed)["token"]);
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(programme, place, PlaceSeal.Settings, closed));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(programme, Guid.NewGuid(), PlaceSeal.Notes, closed));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(Guid.NewGuid(), place, PlaceSeal.Notes, closed));
        var platform = host.Service<PlatformSeal>();
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(programme, place, PlaceSeal.Notes, platform.Close(programme, place, new Dictionary<string, string>())));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_step_belongs_to_a_delivery_and_to_nothing_else()
    {
        var (scene, platform, _) = await Place();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await Open(scene, platform)).KeepStep("file", "1", Cancellation));
        var open = (await Open(scene, platform)).For(Guid.CreateVersion7(), null);
        // Of a delivery that is not there nothing is kept, and that is said.
        await Assert.ThrowsAsync<InvalidOperationException>(() => open.KeepStep("file", "1", Cancellation));
    }

    [Fact]
    public async Task The_programmes_key_is_made_once_published_and_verifies_what_it_signed()
    {
        var scene = await Scene.Set(host);
        Assert.Empty(JsonWebKeySet.Create(await Published(scene)).Keys);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var work = await host.Database.Begin(scene.Programme, Cancellation);
            var inUse = await host.Service<PlatformKeys>().InUse(work);
            await work.Commit();
            return inUse;
        }));
        var key = made[0];
        Assert.All(made, one => Assert.Equal(key.Id, one.Id));

        var published = Assert.Single(JsonWebKeySet.Create(await Published(scene)).Keys);
        Assert.Equal((key.Id, "RSA", false), (published.Kid, published.Kty, published.HasPrivateKey));
        using var certificate = X509CertificateLoader.LoadCertificate(key.Certificate.Span);
        using var half = certificate.GetRSAPublicKey()!;
        var signed = key.Sign("made up"u8);
        Assert.True(half.VerifyData("made up"u8, signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var fromSet = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(published.N), Exponent = Base64UrlEncoder.DecodeBytes(published.E) });
        Assert.True(fromSet.VerifyData("made up"u8, signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.DoesNotContain(key.Id, await host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation), StringComparison.Ordinal);
        Assert.Equal($"/programmes/{scene.Programme}/platform-keys.json", key.KeySet.AbsolutePath);
    }

    [Fact]
    public void A_client_is_kept_for_its_place_and_dropped_when_it_is_idle()
    {
        var clock = new MovableClock(new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
        using var nothing = new HttpClientHandler();
        var clients = new OutboundClients(nothing, new Patience(), clock, 1 << 20);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var first = clients.Of(one);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Same(first, clients.Of(one));
        Assert.NotSame(first, clients.Of(other));
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotSame(first, clients.Of(one));
        Assert.Equal(1, clients.Count);
    }

    [Theory]
    [InlineData(45, 20, true)]
    [InlineData(0.5, 0.2, false)]
    [InlineData(76, 20, false)]
    [InlineData(10, 20, false)]
    public void Patience_that_cannot_be_stops_the_start(double total, double one, bool right) =>
        Assert.Equal(right, Record.Exception(() => DeliveriesSetup.Checked(new Patience { Total = total, Try = one })) is not RefusedException);

    private Task<string> Published(Scene scene) => host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/platform-keys.json", Cancellation);

    private async Task<PlaceConnection> Open(Scene scene, Puller platform)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return (await host.Service<PlaceConnections>().Open(work, platform.Platform.Id, scene.Trainee.Id))!;
    }

    private async Task<(Scene Scene, Puller Platform, Guid Place)> Place()
    {
        const string Sql = """
            insert into outward_platform (programme_id, platform_id, adapter, settings, receiver, country, agreement, most_at_once, set_at)
            values (@Programme, @platform, 'made-up', @closed, 'Made-up Trust', 'GB', 'A made-up contract', 4, @now);
            insert into outward_place (programme_id, platform_id, person_id, id, settings) values (@Programme, @platform, @person, @place, @own)
            """;
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee, "period-account");
        var (platform, place) = (puller.Platform.Id, Guid.CreateVersion7());
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        await work.Run(Sql, new
        {
            work.Programme, platform, person = scene.Trainee.Id, place, now = host.Clock.GetUtcNow(),
            closed = host.Service<PlatformSeal>().Close(scene.Programme, platform, new Dictionary<string, string> { ["site"] = "https://there.example.org" }),
            own = host.Service<PlaceSeal>().Close(scene.Programme, place, PlaceSeal.Settings, new Dictionary<string, string> { ["account"] = "tara" }),
        });
        await work.Commit();
        return (scene, puller, place);
    }
}
