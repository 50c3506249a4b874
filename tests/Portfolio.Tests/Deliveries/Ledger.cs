using System.Net.Http.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A scene whose trainee has connected a made-up platform.</summary>
internal sealed class Ledger
{
    private static readonly string[] Kinds = ["attendance", "presentation", "period-account"];
    private readonly TestHost host;

    private Ledger(TestHost host, Scene scene, MadeUpPlatform platform, PlatformBody made) => (this.host, Scene, Platform, Made) = (host, scene, platform, made);

    public Scene Scene { get; }
    public MadeUpPlatform Platform { get; }
    public PlatformBody Made { get; }
    public HttpClient Trainee { get; private set; } = null!;
    public ConnectionBody Connection { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Ledger> Set(TestHost host, string adapter, bool connected = true)
    {
        var scene = await Scene.Set(host);
        var made = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "Made-up portfolio" });
        var ledger = new Ledger(host, scene, host.Adapters.OfType<MadeUpPlatform>().Single(one => one.Description.Name == adapter), made);
        await Outward(host, scene.Programme, made.Id, adapter);
        ledger.Platform.Answers();
        await ledger.SignIn();
        if (connected)
            await ledger.Connect();
        return ledger;
    }

    /// <summary>Again, where the clock has gone past a sign-in.</summary>
    public async Task SignIn() => Trainee = await Scene.As(Scene.Trainee);

    public async Task Connect(params string[] kinds) => Connection = await Trainee.Post<ConnectionBody>(
        Scene.Path("connections"), new { platformId = Made.Id, kinds = kinds.Length == 0 ? Kinds : kinds });

    /// <summary>A session at which the trainee presented, signed.</summary>
    public async Task<SignedRegister> A_signed_session(string heldOn = "2025-05-28") => await Scene.Signed(await Scene.A_filled_register(heldOn));

    /// <summary>Delivers until nothing is due at this moment.</summary>
    public Task Deliver() => host.Service<DeliveryWorker>().DeliverAll(Cancellation);

    /// <summary>The trainee's ledger, as they see it.</summary>
    public async Task<IReadOnlyList<DeliveryBody>> Lines() =>
        (await Trainee.GetFromJsonAsync<DeliveryList>(Scene.Path($"trainees/{Scene.Trainee.Id}/deliveries?platform={Made.Id}"), Cancellation))!.Deliveries;

    public async Task<IReadOnlyList<DeliveryAttemptBody>> Attempts(Guid delivery) =>
        (await Trainee.GetFromJsonAsync<DeliveryBody>(Scene.Path($"deliveries/{delivery}"), Cancellation))!.Attempts!;

    /// <summary>What of this trainee is to be seen there.</summary>
    public IReadOnlyList<(Guid Record, int Version)> Shown => [.. Platform.Shown.Where(entry => entry.Person == Connection.Trainee).Select(entry => (entry.Record, entry.Version))];

    /// <summary>Has a platform written to by an adapter that needs to know nothing.</summary>
    public static async Task Outward(TestHost host, Guid programme, Guid platform, string adapter, int mostAtOnce = 8)
    {
        const string Sql = """
            insert into outward_platform (programme_id, platform_id, adapter, settings, receiver, country, agreement, most_at_once, set_at)
            values (@Programme, @platform, @adapter, @settings, 'Made-up Portfolios Ltd', 'GB', 'Made-up agreement of 2025', @mostAtOnce, @now)
            """;
        await using var work = await host.Database.Begin(programme, Cancellation);
        var settings = host.Service<PlatformSeal>().Close(programme, platform, new Dictionary<string, string>());
        await work.Run(Sql, new { work.Programme, platform, adapter, settings, mostAtOnce, now = host.Clock.GetUtcNow() });
        await work.Commit();
    }

    /// <summary>Lines of the scene's second trainee at a portfolio that they fill themselves: they wait for them.</summary>
    public static async Task<(Guid Platform, Guid Connection, Guid Delivery, HttpClient Person)> Asked(TestHost host, Scene scene)
    {
        var platform = await scene.Outward(host, name: "A portfolio filled by hand");
        var person = await scene.As(scene.Other);
        var connection = await person.Post<ConnectionBody>(scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
        await host.Service<DeliveryWorker>().DeliverAll(Cancellation);
        var lines = (await person.Get<DeliveryList>(scene.Path($"trainees/{scene.Other.Id}/deliveries?state=parked&platform={platform.Id}"))).Deliveries;
        return (platform.Id, connection.Id, lines[0].Id, person);
    }
}
