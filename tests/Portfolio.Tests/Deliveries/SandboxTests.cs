using System.Net;
using System.Net.Http.Json;
using Portfolio.Api.Demonstration;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Adapters.Webhook;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>Whoever builds a platform sees how it bears what goes wrong in the field, in a sandbox, and nowhere else.</summary>
public sealed class SandboxTests(SandboxTests.Reaching reaching) : IClassFixture<SandboxTests.Reaching>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestHost Host => reaching.Host;

    [Fact]
    public async Task A_platform_orders_a_fault_and_gets_it()
    {
        var puller = await Pulling(sandbox: true);
        var whole = await Ask(puller, null);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        var right = await whole.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal("503 database-unavailable", await (await Ask(puller, "503")).Refusal());
        var busy = await Ask(puller, "429;after=5");
        Assert.Equal("429 too-many-requests", await busy.Refusal());
        Assert.Equal(TimeSpan.FromSeconds(5), busy.Headers.RetryAfter!.Delta);
        var over = await Ask(puller, "401");
        Assert.Equal("401 sign-in-needed", await over.Refusal());
        Assert.Equal("Bearer", over.Headers.WwwAuthenticate.Single().Scheme);
        Assert.NotEqual(right, await (await Ask(puller, "garbage")).Content.ReadAsByteArrayAsync(Cancellation));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Ask(puller, "reset"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Ask(puller, "truncated"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(right, await (await Ask(puller, "slow=1")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.9));
        foreach (var wrong in new[] { "", "500", "slow", "slow=0", "slow=61", "429;after=0", "429;after=", "reset,reset", "503 503" })
            Assert.Equal("400 invalid-request", await (await Ask(puller, wrong)).Refusal());
        // What else it asks for goes right.
        Assert.Equal(right, await (await Ask(puller, null)).Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Credentials_go_wrong_in_the_standards_own_words()
    {
        var scene = await Scene.Set(Host);
        await Become(scene, sandbox: true);
        var wallet = new BadgeWallet(Host, $"http://localhost:5080/programmes/{scene.Programme}");
        await wallet.Discover();
        await wallet.Register();
        var platform = Assert.Single((await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms);
        await scene.Tutor.Post<PlatformSettings>(scene.Path($"platforms/{platform.Id}/resume"), new { });
        await wallet.Redeem(await wallet.Permitted(scene, scene.Trainee, wallet.Asking(), "attendance"));

        var request = new HttpRequestMessage(HttpMethod.Get, Host.Address + "ims/ob/v3p0/credentials") { Headers = { { "Portfolio-Fault", "503" }, { "Authorization", $"Bearer {wallet.Access}" } } };
        var answer = await Host.Anybody().SendAsync(request, Cancellation);
        var refusal = (await answer.Content.ReadFromJsonAsync<OpenBadgesRefusal>(Cancellation))!;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "server_busy"), (answer.StatusCode, refusal.CodeMinor.Fields[0].Value));
    }

    [Fact]
    public async Task Elsewhere_the_header_says_nothing_and_people_are_never_shown_a_fault()
    {
        var puller = await Pulling(sandbox: false);
        foreach (var fault in new[] { "503", "429;after=5", "reset", "no such fault" })
            Assert.Equal(HttpStatusCode.OK, (await Ask(puller, fault)).StatusCode);
        Assert.Equal("409 sandbox-only", await (await puller.Scene.Tutor.PostAsync(puller.Scene.Path($"platforms/{puller.Platform.Id}/pushes?fault=twice"), null, Cancellation)).Refusal());

        await Become(puller.Scene, sandbox: true);
        puller.Scene.Tutor.DefaultRequestHeaders.Add("Portfolio-Fault", "503");
        Assert.NotEmpty((await puller.Scene.Tutor.Get<PlatformList>(puller.Scene.Path("platforms"))).Platforms);
        await Become(puller.Scene, sandbox: false);
        Assert.Equal(HttpStatusCode.OK, (await Ask(puller, "503")).StatusCode);
    }

    [Fact]
    public async Task Pushes_come_twice_out_of_order_wrongly_signed_and_late()
    {
        await using var receiver = new ReceiverDouble();
        await receiver.Start();
        receiver.Clock.Set(Host.Clock.GetUtcNow());
        var outward = await OutwardScene.Set(Host, body: OutwardScene.Body(adapter: "webhook", settings: [new { name = "url", value = receiver.Address + "hook" }, new { name = "secret", value = ReceiverDouble.Secret }]));
        await Become(outward.Scene, sandbox: true);
        Assert.Equal("409 nothing-to-push", await (await Push(outward, "twice")).Refusal());
        await outward.Connected_by(outward.Scene.Trainee, "attendance");
        foreach (var day in new[] { "2025-05-21", "2025-05-28" })
        {
            await outward.Scene.Signed(await outward.Scene.A_filled_register(day));
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var twice = await Pushed(outward, "twice");
        Assert.Equal([4, 2], [receiver.Requests.Count, receiver.Taken.Count]);
        Assert.All(twice, push => Assert.Equal("accepted", push.Outcome));
        var backwards = await Pushed(outward, "out-of-order");
        Assert.Equal(twice.Select(push => push.RecordId).Distinct().Reverse(), backwards.Select(push => push.RecordId));
        var taken = receiver.Taken.Count;
        foreach (var fault in new[] { "wrong-signature", "late" })
            Assert.All(await Pushed(outward, fault), push => Assert.NotEqual("accepted", push.Outcome));
        Assert.Equal(taken, receiver.Taken.Count);
        Assert.Equal("400 invalid-request", await (await Push(outward, "everything")).Refusal());
        // The ledger knows of none of it.
        Assert.Empty((await (await outward.Scene.As(outward.Scene.Trainee)).Get<DeliveryList>(outward.Scene.Path($"trainees/{outward.Scene.Trainee.Id}/deliveries"))).Deliveries);
    }

    [Theory]
    [InlineData("429;after=60", "429", 60)]
    [InlineData("429; after=5", "429", 5)]
    [InlineData(" slow=60 ", "slow", 60)]
    [InlineData("429", "429", 1)]
    public void A_fault_is_read_with_its_seconds(string text, string kind, int seconds) => Assert.Equal(new OrderedFault(kind, seconds), OrderedFault.Read(text));

    private static Task<HttpResponseMessage> Push(OutwardScene outward, string fault) =>
        outward.Scene.Tutor.PostAsync(outward.Scene.Path($"platforms/{outward.Platform.Id}/pushes?fault={fault}"), null, Cancellation);

    private static async Task<IReadOnlyList<PushBody>> Pushed(OutwardScene outward, string fault) => (await Requests.Read<PushList>(await Push(outward, fault))).Pushes;

    private async Task<Puller> Pulling(bool sandbox)
    {
        var scene = await Scene.Set(Host);
        await Become(scene, sandbox);
        var puller = await Puller.Let_in(Host, scene);
        await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register());
        return puller;
    }

    private async Task Become(Scene scene, bool sandbox)
    {
        await using var work = await Host.Database.Begin(scene.Programme, Cancellation);
        await ProgrammeStore.SetSandbox(work, sandbox);
        await work.Commit();
    }

    private static Task<HttpResponseMessage> Ask(Puller puller, string? fault)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, puller.Scene.Path("feed"));
        if (fault is not null)
            request.Headers.TryAddWithoutValidation("Portfolio-Fault", fault);
        return puller.Client.SendAsync(request, Cancellation);
    }

    /// <summary>A host that reaches receivers on this computer.</summary>
    public sealed class Reaching(TestCluster cluster) : IAsyncLifetime
    {
        internal TestHost Host { get; } = new(cluster) { Settings = { ["Portfolio:Outbound:Loopback"] = "true" } };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
